import { isCollected } from '../tables/collected.js'
import { badValue, missingColumn } from '../errors.js'
import { existsOn } from '../geography/council.js'
import { type CouncilRegister } from '../geography/councilRegister.js'
import { type FinancialYear, firstDay, startOfFinancialYear } from '../model/period.js'
import type { NoteId } from '../model/notes.js'
import { type Account, type BudgetLine, type OutturnLine } from '../model/spending.js'
import {
  type CouncilSpendingRow,
  type SeriesBreak,
  SPENDING_BREAKS,
  SPENDING_REMARKS,
  type SpendingRemark,
} from '../tables/declared/spending.js'
import { units } from '../model/unit.js'
import { type Basis, type Place, type Value, sumValues } from '../model/value.js'
import type { Cell } from '../tables/parse.js'
import { rowsOf } from '../tables/rows.js'
import type { AnyTable } from '../tables/anyTable.js'

/** The tables that council accounts are made from; those of `wardstick/data` have the right columns. */
export interface CouncilAccountsTables {
  readonly outturn: AnyTable
  readonly outturnTotals: AnyTable
  readonly budgets: AnyTable
  readonly budgetTotals: AnyTable
  readonly populations: AnyTable
  readonly breaks: AnyTable
  readonly remarks: AnyTable
}

/** Spending and people of every council and of England by financial year, as values with status. */
export interface CouncilAccounts {
  readonly register: CouncilRegister
  readonly breaks: readonly SeriesBreak[]
  /** Changes in what single councils book to a line. */
  readonly remarks: readonly SpendingRemark[]
  /** The years of which an account has an edition, in order. */
  years(account: Account): readonly FinancialYear[]
  /**
   * Net current expenditure on one line in one year, in thousands of pounds, nominal.
   *
   * A council that did not exist yet has the sum of those that passed whole into it; where one was divided, it is
   * missing.
   *
   * @param place an e-code or GSS code, or `ENGLAND` for all councils together.
   */
  spending(place: string, line: OutturnLine | BudgetLine, year: FinancialYear, account: Account): Value
  /**
   * The people of a council's area, or of `ENGLAND`, in the middle of the calendar year in which a financial year
   * begins; `modelled` when the number is interpolated, or the ONS has replaced the estimate since.
   */
  population(place: string, year: FinancialYear): Value
  /** An e-code, GSS code or `ENGLAND` as a place. */
  placeOf(place: string): Place
  /** The key of a place in the tables: its e-code, or `ENGLAND`. @throws InputError `unknown-place`. */
  keyOf(place: string): string
}

/** England as a place. */
export const ENGLAND = 'ENGLAND'
/** England as a place. */
export const ENGLAND_PLACE: Place = { kind: 'country', code: 'E92000001', name: 'England', vintage: 'CTRY2023' }

/**
 * The accounts of councils over the tables of council spending, budgets and populations.
 *
 * @param tables the tables; they are read, not changed.
 * @param register the register of councils.
 * @throws InputError `missing-column` when a table lacks a key column.
 * @example
 * import { ENGLAND, councilAccounts } from 'wardstick'
 * import { loadCouncilData } from 'wardstick/data'
 * import { loadTable } from 'wardstick/data'
 * const { register } = await loadCouncilData()
 * const tables = {
 *   outturn: await loadTable('council-spending', 'outturn'),
 *   outturnTotals: await loadTable('council-spending', 'totals'),
 *   budgets: await loadTable('council-budgets', 'budgets'),
 *   budgetTotals: await loadTable('council-budgets', 'totals'),
 *   populations: await loadTable('council-populations', 'populations'),
 *   breaks: await loadTable('council-spending', 'breaks'),
 *   remarks: await loadTable('council-spending', 'remarks'),
 * }
 * const accounts = councilAccounts(tables, register)
 * accounts.spending('E3001', 'cultural_and_related', '2014-15', 'outturn').value // => 20436
 * accounts.population('E3001', '2009-10').value // => 294808
 * accounts.spending(ENGLAND, 'cultural_and_related', '2009-10', 'outturn').value // => 3317079
 */
export function councilAccounts(tables: CouncilAccountsTables, register: CouncilRegister): CouncilAccounts {
  const editions = {
    outturn: spendingIndex(tables.outturn, tables.outturnTotals),
    budget: spendingIndex(tables.budgets, tables.budgetTotals),
  }
  const basisOf = (account: Account, year: FinancialYear): Basis => editions[account].basisOf.get(year) ?? account
  const people = indexOf(tables.populations, ['e_code', 'year'])
  const breaks = rowsOf(tables.breaks, SPENDING_BREAKS)

  const keyOf = (place: string): string =>
    [ENGLAND, ENGLAND_PLACE.code].includes(place) ? ENGLAND : register.get(place).e_code
  const places = new Map<string, Place>([ENGLAND, ENGLAND_PLACE.code].map((code) => [code, ENGLAND_PLACE]))
  const placeOf = (place: string): Place => {
    const found = places.get(place) ?? register.placeOf(place)
    places.set(place, found)
    return found
  }

  const spending: CouncilAccounts['spending'] = (at, line, year, account) => {
    const place = keyOf(at)
    const { councils, totals, years, incomplete } = editions[account]
    const frame = {
      unit: THOUSANDS,
      period: year,
      place: placeOf(place),
      basis: basisOf(account, year),
      source: [account === 'outturn' ? 'council-spending' : 'council-budgets'],
    } as const
    if (!years.includes(year)) return missing(frame, 'no-edition')
    if (!isCollected(account, line, year)) return missing(frame, 'not-in-the-form')
    if (place === ENGLAND) {
      const [all, others] = [ENGLAND, 'O'].map((area) => totals.number(totals.rowOf(area, year), line))
      return all == null
        ? missing(frame, 'no-official-total')
        : known(frame, all - (others ?? 0), incomplete.has(year) ? WITHOUT_CLASS_O_WITH_ESTIMATES : WITHOUT_CLASS_O)
    }
    const row = councils.rowOf(place, year)
    if (row !== null) {
      const amount = councils.number(row, line)
      if (frame.basis === 'derived-positive-only')
        return amount === null
          ? missing(frame, 'negative-zero-or-not-returned')
          : known(frame, amount, NEGATIVES_DROPPED)
      return amount === null
        ? missing(frame, 'not-returned')
        : known(frame, amount, councils.text(row, 'certified') === 'false' ? UNCERTIFIED : NO_NOTES)
    }
    const { end_date } = register.get(place)
    if (end_date !== null && end_date <= firstDay(year)) return missing(frame, 'council-ended')
    return existsOn(register.get(place), firstDay(year))
      ? missing(frame, 'not-returned')
      : sumOfPredecessors(place, frame, (code) => spending(code, line, year, account))
  }

  const sumOfPredecessors = (place: string, frame: Frame, amountOf: (eCode: string) => Value): Value => {
    const predecessors = register.predecessorsOf(place)
    if (predecessors.length === 0) return missing(frame, 'not-returned')
    if (predecessors.some(({ extent }) => extent === 'part')) return missing(frame, 'predecessor-divided')
    const sum = sumValues(
      predecessors.map(({ predecessor_e_code }) => amountOf(predecessor_e_code)),
      { place: frame.place },
    )
    return { ...sum, notes: [...new Set<NoteId>([...sum.notes, 'sum-of-predecessors'])] }
  }

  return {
    register,
    breaks,
    remarks: rowsOf(tables.remarks, SPENDING_REMARKS),
    years: (account) => editions[account].years,
    spending,
    placeOf,
    keyOf,
    population: (at, year) => {
      const place = keyOf(at)
      const frame = {
        unit: units.people,
        period: year,
        place: placeOf(place),
        source: ['council-populations'],
      } as const
      const row = people.rowOf(place, String(startOfFinancialYear(year)))
      const count = people.number(row, 'population')
      if (count === null) return missing(frame, 'population-missing')
      const interpolated = people.text(row, 'status') === 'modelled'
      const superseded = people.text(row, 'superseded') === 'true'
      const notes = POPULATION_NOTES[Number(interpolated) + 2 * Number(superseded)] ?? NO_NOTES
      return { ...known(frame, count, notes), status: notes.length === 0 ? 'observed' : 'modelled' }
    },
  }
}

const THOUSANDS = units.thousandPounds()

type Frame = Pick<Value, 'unit' | 'period' | 'place' | 'source'> & { readonly basis?: Basis }

const valueIn = (
  { unit, period, place, source, basis }: Frame,
  value: number | null,
  status: Value['status'],
  notes: readonly NoteId[],
): Value =>
  basis === undefined
    ? { unit, period, place, owner: place.kind, source, value, status, comparable: true, notes }
    : { unit, period, place, owner: place.kind, basis, source, value, status, comparable: true, notes }
const known = (frame: Frame, value: number, notes: readonly NoteId[]): Value => valueIn(frame, value, 'observed', notes)
const missing = (frame: Frame, note: NoteId): Value => valueIn(frame, null, 'missing', only(note))

/** Lists of notes, each once: values share them. */
const NO_NOTES: readonly NoteId[] = []
const LISTS = new Map<NoteId, readonly NoteId[]>()
function only(note: NoteId): readonly NoteId[] {
  const list = LISTS.get(note) ?? [note]
  LISTS.set(note, list)
  return list
}
const WITHOUT_CLASS_O = only('official-total-without-class-o')
const WITHOUT_CLASS_O_WITH_ESTIMATES: readonly NoteId[] = [...WITHOUT_CLASS_O, 'england-may-hold-estimates']
/** By whether the number is interpolated, and whether it is superseded. */
const POPULATION_NOTES: readonly (readonly NoteId[])[] = [
  NO_NOTES,
  only('population-interpolated'),
  only('population-superseded'),
  ['population-interpolated', 'population-superseded'],
]
const NEGATIVES_DROPPED = only('negatives-dropped')
const UNCERTIFIED = only('uncertified-return')

interface Index {
  /** The row of two keys; null where there is none. */
  rowOf(first: string, second: string): number | null
  number(row: number | null, column: string): number | null
  text(row: number | null, column: string): string
}

interface SpendingIndex {
  readonly councils: Index
  readonly totals: Index
  readonly years: readonly FinancialYear[]
  /** The one basis of each year: official and re-derived amounts never stand in the same year. */
  readonly basisOf: ReadonlyMap<FinancialYear, Basis>
  /** Years in which a council has no figure at all. */
  readonly incomplete: ReadonlySet<FinancialYear>
}

function spendingIndex(councils: AnyTable, totals: AnyTable): SpendingIndex {
  const rows = rowsOf<CouncilSpendingRow<'total_service_expenditure'>>(councils, [
    'financial_year',
    'basis',
    'total_service_expenditure',
  ])
  if (rows.length === 0) throw badValue('table of council spending', 'no rows', 'at least one row')
  const basisOf = new Map(rows.map((row) => [row.financial_year, row.basis]))
  return {
    councils: indexOf(councils, ['e_code', 'financial_year']),
    totals: indexOf(totals, ['area', 'financial_year']),
    years: [...basisOf.keys()].sort(),
    basisOf,
    incomplete: new Set(rows.filter((row) => row.total_service_expenditure === null).map((row) => row.financial_year)),
  }
}

function indexOf(table: AnyTable, keys: readonly [string, string]): Index {
  const columns = new Map(table.columnNames().map((name) => [name, table.array(name) as ArrayLike<Cell>]))
  const column = (name: string): ArrayLike<Cell> => {
    const found = columns.get(name)
    if (found === undefined) throw missingColumn('table of council accounts', name, table.columnNames())
    return found
  }
  const rows = rowsByKeys(column(keys[0]), column(keys[1]))
  const cell = (row: number | null, name: string): Cell => (row === null ? null : (column(name)[row] ?? null))
  return {
    rowOf: (first, second) => rows.get(first)?.get(second) ?? null,
    number: (row, name) => {
      const value = cell(row, name)
      return typeof value === 'number' ? value : null
    },
    text: (row, name) => String(cell(row, name) ?? ''),
  }
}

function rowsByKeys(first: ArrayLike<Cell>, second: ArrayLike<Cell>): Map<string, Map<string, number>> {
  const rows = new Map<string, Map<string, number>>()
  for (let row = 0; row < first.length; row++) {
    const key = String(first[row])
    const ofFirst = rows.get(key) ?? new Map<string, number>()
    rows.set(key, ofFirst.set(String(second[row]), row))
  }
  return rows
}
