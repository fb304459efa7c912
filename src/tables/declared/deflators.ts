import { anyFinancialYears, declareTable, number, required, type RowOf, text } from '../declare.js'

export const GDP_DEFLATOR = declareTable({
  name: 'gdp-deflator',
  title: 'GDP deflator',
  description: 'One row a series and financial year.',
  columns: {
    series: required(
      text('hmt-2025-12: HM Treasury, December 2025; hmt-2019-09: HM Treasury, September 2019, outturn years alone'),
    ),
    financial_year: required(anyFinancialYears('1 April to 31 March')),
    level: required(number('Price level; only ratios within one series mean anything', 'index')),
  },
  primaryKey: ['series', 'financial_year'],
  time: 'financial_year',
})

/** A price level: one row of the table `gdp-deflator`. */
export type PriceLevelRow = RowOf<typeof GDP_DEFLATOR>
