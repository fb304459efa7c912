import { BUDGET_LINES, OUTTURN_LINES } from '../../model/spending.js'
import { BASES } from '../../model/value.js'
import {
  type ColumnDeclaration,
  columnsOf,
  declareTable,
  financialYears,
  flag,
  noteIds,
  number,
  oneOf,
  required,
  type RowOf,
  text,
} from '../declare.js'
import { COUNCIL_CLASS, COUNCIL_NAME, E_CODE, FINANCIAL_YEAR, GSS_CODE } from './columns.js'

const BASIS = required(
  oneOf(
    BASES,
    'outturn: spent; budget: planned; derived-positive-only: an outturn re-derived by others, from which negative ' +
      'amounts were dropped',
  ),
)
/** The columns of an amount of a council beside its lines. */
const OF_COUNCIL = {
  e_code: E_CODE,
  gss_code: GSS_CODE,
  name: COUNCIL_NAME,
  class: COUNCIL_CLASS,
  financial_year: FINANCIAL_YEAR,
  basis: BASIS,
  certified: flag(
    'Whether the return was certified when the edition was published; empty where the edition does not say',
  ),
}
/** The columns of a total beside its lines. */
const OF_TOTAL = {
  financial_year: FINANCIAL_YEAR,
  basis: BASIS,
  area: required(
    text(
      'ENGLAND with every authority; a class of councils; or O: police, fire, parks, waste and combined authorities ' +
        'and the GLA',
    ),
  ),
  origin: required(oneOf(['official', 'summed'], 'official: as printed; summed: over the authorities of the file')),
}

/** Amounts by line, in thousands of pounds, nominal; null where missing. */
export type Amounts<Line extends string> = Readonly<Record<Line, number | null>>
/** What a council spent or planned in a financial year, by line: one row of `outturn` or `budgets`. */
export type CouncilSpendingRow<Line extends string> = RowOf<{ columns: typeof OF_COUNCIL }> & Amounts<Line>
/** A total of a financial year, by line: one row of `totals`. */
export type SpendingTotalRow<Line extends string> = RowOf<{ columns: typeof OF_TOTAL }> & Amounts<Line>

const LINE_MEANINGS: Readonly<Record<string, string>> = {
  social_care: 'Social care: as printed to 2010-11, the sum of children’s and adult social care from 2011-12 on',
  court: 'Court services, in the form to 2008-09',
  public_health: 'Public health, in the form from 2013-14 on',
  children_social_care: 'Children’s social care, a line of its own from 2011-12 (budgets: 2012-13) on',
  adult_social_care: 'Adult social care, a line of its own from 2011-12 on',
  sure_start: 'Sure Start children’s centres and early years, a line of its own from 2014-15 on',
  young_people: 'Services for young people, from 2011-12 on; what it holds changes in 2012-13 and 2014-15',
}
/** Net current expenditure by line. */
const amounts = <Line extends string>(
  lines: readonly Line[],
): Readonly<Record<Line, ColumnDeclaration<number | null>>> =>
  columnsOf(lines, (line) =>
    number(LINE_MEANINGS[line] ?? `Net current expenditure: ${line.replaceAll('_', ' ')}`, 'GBP thousand, nominal'),
  )

export const OUTTURN = declareTable({
  name: 'outturn',
  title: 'Spending by council',
  description: 'One row a council and year; an empty cell is missing, never 0.',
  columns: {
    ...OF_COUNCIL,
    ...amounts(OUTTURN_LINES),
  },
  primaryKey: ['e_code', 'financial_year'],
  time: 'financial_year',
  places: ['e_code'],
})

export const OUTTURN_TOTALS = declareTable({
  name: 'totals',
  title: 'Totals',
  description: 'Totals as printed, and class O where the edition prints none.',
  columns: {
    ...OF_TOTAL,
    ...amounts(OUTTURN_LINES),
  },
  primaryKey: ['financial_year', 'area'],
  time: 'financial_year',
})

export const SPENDING_BREAKS = declareTable({
  name: 'breaks',
  title: 'Breaks',
  description: 'Changes in what a line contains.',
  columns: {
    basis: required(oneOf(['outturn', 'budget', 'population'], 'Which series')),
    line: required(text('Line whose content changes')),
    from: required(financialYears('First year of the new content')),
    note: required(noteIds('Short name of the break')),
    text: required(text('What changes')),
    source: required(text('Where it can be seen')),
  },
  primaryKey: ['basis', 'line', 'from'],
})

/** A change in what a line contains: from `from` on, the line is not comparable with the years before. */
export type SeriesBreak = RowOf<typeof SPENDING_BREAKS>

export const SPENDING_REMARKS = declareTable({
  name: 'remarks',
  title: 'Remarks',
  description: 'Changes in what single councils book to a line.',
  columns: {
    e_code: E_CODE,
    account: required(oneOf(['outturn', 'budget'], 'Which account')),
    line: required(text('Line whose content changes')),
    from: required(financialYears('First year of the new content')),
    note: required(noteIds('Short name of the remark')),
    text: required(text('What a reader of the figures must know')),
    source: required(text('Where it can be seen')),
  },
  primaryKey: ['e_code', 'account', 'line', 'note'],
})

/** A change in what one council books to a line: its figures from `from` on are not comparable with those before. */
export type SpendingRemark = RowOf<typeof SPENDING_REMARKS>

export const BUDGETS = declareTable({
  name: 'budgets',
  title: 'Budgets by council',
  description: 'One row a council and year; an empty cell is missing, never 0.',
  columns: {
    ...OF_COUNCIL,
    ...amounts(BUDGET_LINES),
  },
  primaryKey: ['e_code', 'financial_year'],
  time: 'financial_year',
  places: ['e_code'],
})

export const BUDGET_TOTALS = declareTable({
  name: 'totals',
  title: 'Totals',
  description: 'Totals as printed, and class O where the edition prints none.',
  columns: {
    ...OF_TOTAL,
    ...amounts(BUDGET_LINES),
  },
  primaryKey: ['financial_year', 'area'],
  time: 'financial_year',
})
