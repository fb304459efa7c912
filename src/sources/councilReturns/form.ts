import { type FinancialYear, startOfFinancialYear } from '../../model/period.js'
import type { Account, BudgetLine, OutturnLine } from '../../model/spending.js'

/** First and last year in which the form of an account has a line; one that is not here it has in every year. */
const IN_FORM: Readonly<Record<Account, Readonly<Record<string, { readonly from?: number; readonly to?: number }>>>> = {
  outturn: {
    court: { to: 2008 },
    children_social_care: { from: 2011 },
    adult_social_care: { from: 2011 },
    public_health: { from: 2013 },
  },
  budget: {
    young_people: { from: 2011 },
    children_social_care: { from: 2012 },
    sure_start: { from: 2014 },
  },
}

/** Whether the form of a year has a line, so that its file must have a column of it. */
export function isInForm(account: Account, line: OutturnLine | BudgetLine, year: FinancialYear): boolean {
  const start = startOfFinancialYear(year)
  const { from = 0, to = 9999 } = IN_FORM[account][line] ?? {}
  return start >= from && start <= to
}
