import { VOLUNTARY_RETURNS } from '../../model/voluntaryProvision.js'
import { declareTable, number, oneOf, required, type RowOf, text, whole } from '../declare.js'
import { COUNCIL_NAME, E_CODE, FINANCIAL_YEAR, GSS_CODE } from './columns.js'
import { SPENDING_BREAKS } from './spending.js'

const GBP = 'GBP, nominal'
/** Spending by who provides. */
const AMOUNTS = {
  voluntary: number('Spending through voluntary organisations', GBP),
  private: number('Spending through private providers', GBP),
  public: number(
    'Spending by public bodies, the council’s own included: as printed in 2008-09, later the sum of the next two',
    GBP,
  ),
  own: number('Spending by the council itself; not told apart in 2008-09', GBP),
  other_public: number('Spending by other public bodies; not told apart in 2008-09', GBP),
  total_expenditure: number(
    'All children’s and young people’s services before income, without capital expenditure from revenue',
    GBP,
  ),
}

export const PROVISION = declareTable({
  name: 'provision',
  title: 'Provision by council',
  description: 'One row a council and year; an empty cell is missing, never 0.',
  columns: {
    e_code: E_CODE,
    gss_code: GSS_CODE,
    name: COUNCIL_NAME,
    dfe_number: required(text('Number of the local authority at the Department for Education')),
    financial_year: FINANCIAL_YEAR,
    lines: required(whole('Detail lines of the year’s form that have a column for voluntary provision')),
    voluntary_return: required(
      oneOf(
        VOLUNTARY_RETURNS,
        'amount: at least one amount other than 0; reported_zero: a printed 0 in every line; none: no ' +
          'figure, which is not 0',
      ),
    ),
    ...AMOUNTS,
  },
  primaryKey: ['e_code', 'financial_year'],
  time: 'financial_year',
  places: ['e_code'],
})

/**
 * A council’s children’s services in a financial year: one row of the table `provision` of the dataset `voluntary-
 * provision`.
 */
export type VoluntaryProvisionRow = RowOf<typeof PROVISION>

export const PROVISION_TOTALS = declareTable({
  name: 'totals',
  title: 'England',
  description: 'One row a year, summed over the councils; no edition prints a total.',
  columns: {
    financial_year: FINANCIAL_YEAR,
    area: required(oneOf(['ENGLAND'], 'England')),
    origin: required(oneOf(['summed'], 'summed over the councils; no edition prints a total for England')),
    councils_amount: required(whole('Councils that returned an amount of voluntary provision')),
    councils_reported_zero: required(whole('Councils that printed 0 in every line')),
    councils_none: required(whole('Councils that returned no figure')),
    ...AMOUNTS,
    total_expenditure_where_returned: number(
      'Total expenditure of the councils that returned a figure of voluntary provision, 0 included',
      GBP,
    ),
  },
  primaryKey: ['financial_year', 'area'],
  time: 'financial_year',
})

/** England in a financial year: one row of the table `totals`. No edition prints a total for England. */
export type VoluntaryProvisionTotal = RowOf<typeof PROVISION_TOTALS>

export const PROVISION_BREAKS_TABLE = declareTable({
  name: 'breaks',
  title: 'Breaks',
  description: 'Changes in what the return holds.',
  columns: { ...SPENDING_BREAKS.columns, basis: required(oneOf(['section-251'], 'Which series')) },
  primaryKey: ['basis', 'line', 'from'],
})

/** A change in what the return holds: one row of the table `breaks`. */
export type ProvisionBreak = RowOf<typeof PROVISION_BREAKS_TABLE>

/** Spending by who provides, pounds, nominal, before income; null where no figure was returned. */
export type ProvisionAmounts = RowOf<{ columns: typeof AMOUNTS }>
