import {
  type CouncilSpendingRow,
  BUDGETS,
  BUDGET_TOTALS,
  OUTTURN,
  OUTTURN_TOTALS,
  SPENDING_BREAKS,
  SPENDING_REMARKS,
} from '../../tables/declared/spending.js'
import type { CouncilRegister } from '../../geography/councilRegister.js'
import { BUDGET_LINES, OUTTURN_LINES } from '../../model/spending.js'
import { readDerivedOutturn } from '../../sources/index.js'
import { BUDGET_SOURCES, DERIVED_OUTTURN_SOURCE, OUTTURN_SOURCES } from '../catalogue.js'
import { type Opener, countsAt, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import { BREAKS } from './breaks.js'
import { REMARKS } from './remarks.js'
import { type NamedReturn, buildDerivedOutturn, buildSpending } from './spending.js'

/** The dataset `council-spending`. */
export async function spendingDataset(
  opener: Opener,
  outturn: readonly NamedReturn<(typeof OUTTURN_LINES)[number]>[],
  register: CouncilRegister,
): Promise<BuiltDataset> {
  const official = buildSpending(outturn, OUTTURN_LINES, 'outturn', register)
  const { card, years } = DERIVED_OUTTURN_SOURCE
  const derived = buildDerivedOutturn(readDerivedOutturn(await opener.open(card)), years, register, card.file)
  const rows = [...official.councils, ...derived.councils].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return {
    name: 'council-spending',
    title: 'Council spending by service, outturn, 2007-08 to 2023-24',
    description:
      'Net current expenditure (net of fees, charges and other income) by council, service and financial ' +
      'year, in thousands of pounds, nominal. ' +
      'Three years (2018-19 to 2020-21) come from a file without negative amounts and are marked so. Not ' +
      'covered: parish councils.',
    licences: [LICENCES.ogl3],
    sources: [
      ...OUTTURN_SOURCES.map((source, i) => opener.describe(source.card, countsAt(official.counts, i))),
      opener.describe(card, countsAt(derived.counts, 0)),
    ],
    tables: [
      table(OUTTURN, rows),
      table(OUTTURN_TOTALS, official.totals),
      table(SPENDING_BREAKS, BREAKS),
      table(SPENDING_REMARKS, REMARKS),
      quality([...official.quality, ...derived.quality]),
    ],
  }
}

/** The dataset `council-budgets`. */
export function budgetDataset(
  opener: Opener,
  budgets: readonly NamedReturn<(typeof BUDGET_LINES)[number]>[],
  register: CouncilRegister,
): BuiltDataset {
  const built = buildSpending(budgets, BUDGET_LINES, 'budget', register)
  return {
    name: 'council-budgets',
    title: 'Council budgets by line, 2010-11 to 2023-24',
    description:
      'Planned net current expenditure on libraries, open spaces, recreation and sport, community ' +
      'development, youth and Sure Start, with the totals around them, in thousands of pounds, nominal. ' +
      'Plans made before the year begins: never to be joined with outturn in one series. No edition for ' +
      '2020-21 and 2022-23.',
    licences: [LICENCES.ogl3],
    sources: BUDGET_SOURCES.map((source, i) => opener.describe(source.card, countsAt(built.counts, i))),
    tables: [table(BUDGETS, built.councils), table(BUDGET_TOTALS, built.totals), quality(built.quality)],
  }
}

const key = (row: CouncilSpendingRow<never>): string => `${row.e_code} ${row.financial_year}`
