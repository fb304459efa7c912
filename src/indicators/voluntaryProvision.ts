import type { NoteId } from '../model/notes.js'
import type { FinancialYear } from '../model/period.js'
import { type Unit, units } from '../model/unit.js'
import type { Place, Value } from '../model/value.js'
import type { VoluntaryReturn } from '../model/voluntaryProvision.js'
import type { ProvisionAmounts } from '../tables/declared/voluntaryProvision.js'

/** Children's services through voluntary providers in one place and year. */
export interface VoluntaryMeasure {
  /** Pounds, nominal. */
  readonly amount: Value
  /** Per cent of the total expenditure on children's and young people's services. */
  readonly share: Value
}

/**
 * What a place spent on children's services through voluntary providers in a year, and its share of their expenditure.
 *
 * A returned 0 is a value and carries the note `reported-zero`; a return without a figure is missing.
 *
 * @param amounts the amounts returned; undefined when there is no return.
 * @param returned what the council returned of it.
 */
export function measureVoluntaryProvision(
  amounts: ProvisionAmounts | undefined,
  returned: VoluntaryReturn,
  { place, year }: { readonly place: Place; readonly year: FinancialYear },
): VoluntaryMeasure {
  const voluntary = amounts?.voluntary ?? null
  const total = amounts?.total_expenditure ?? null
  const notes: readonly NoteId[] =
    returned === 'reported_zero' ? ['reported-zero'] : voluntary === null ? ['not-returned'] : []
  const value = (number: number | null, unit: Unit): Value => ({
    value: number,
    unit,
    period: year,
    place,
    owner: place.kind,
    status: number === null ? 'missing' : 'observed',
    basis: 'outturn',
    comparable: true,
    notes,
    source: ['voluntary-provision'],
  })
  return {
    amount: value(voluntary, units.pounds()),
    share: value(
      voluntary === null || total === null || total <= 0 ? null : (voluntary / total) * 100,
      units.perCent('children’s services expenditure'),
    ),
  }
}
