import type { PeriodsCovered } from '../model/coverage.js'
import { type FinancialYear, startOfFinancialYear } from '../model/period.js'
import type { Account, BudgetLine, OutturnLine } from '../model/spending.js'
import { COVERAGE } from './coverage.js'

/** The years of the lines that an account does not have in every year. */
const COLUMNS: Readonly<Record<Account, Readonly<Record<string, PeriodsCovered>>>> = {
  outturn: COVERAGE['council-spending'].outturn.columns,
  budget: COVERAGE['council-budgets'].budgets.columns,
}

/**
 * Whether an account has a line in a year. Outturn: courts to 2008-09, children's and adult social care apart from
 * 2011-12 (their sum in every year), public health from 2013-14. Budgets: young people from 2011-12, children's social
 * care from 2012-13, Sure Start from 2014-15.
 *
 * @example
 * import { isCollected } from 'wardstick/tables'
 * isCollected('outturn', 'public_health', '2012-13') // => false
 * isCollected('budget', 'sure_start', '2014-15') // => true
 */
export function isCollected(account: Account, line: OutturnLine | BudgetLine, year: FinancialYear): boolean {
  startOfFinancialYear(year)
  const covered = COLUMNS[account][line]
  return covered === undefined || (year >= covered.from && year <= covered.to)
}
