import { GDP_DEFLATOR } from '../../tables/declared/deflators.js'
import { readCalendarDeflator, readGrowthDeflator } from '../../sources/index.js'
import { DEFLATOR_SOURCES } from '../catalogue.js'
import { type Opener, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'

/** The last financial year of the September 2019 deflator that is no forecast: 2018-19. */
const LAST_OUTTURN_OF_2019 = 2018

/** The dataset `deflators`. */
export async function deflatorDataset(opener: Opener): Promise<BuiltDataset> {
  const latest = readCalendarDeflator(await opener.open(DEFLATOR_SOURCES.december2025))
  const second = readGrowthDeflator(await opener.open(DEFLATOR_SOURCES.september2019), LAST_OUTTURN_OF_2019)
  const rows = [
    ...latest.levels.map((row) => ({ series: 'hmt-2025-12', ...row })),
    ...second.levels.map((row) => ({ series: 'hmt-2019-09', ...row })),
  ]
  return {
    name: 'deflators',
    title: 'GDP deflators by financial year',
    description:
      'The price level of each financial year in two editions of HM Treasury’s GDP deflator, which are never ' +
      'spliced. December 2025 (the default): 3/4 of calendar year Y and 1/4 of Y + 1. September 2019: chained ' +
      'growth, without its forecasts.',
    licences: [LICENCES.ogl3],
    sources: [
      opener.describe(DEFLATOR_SOURCES.december2025, latest.counts),
      opener.describe(DEFLATOR_SOURCES.september2019, second.counts),
    ],
    tables: [
      table(
        GDP_DEFLATOR,
        rows.map(({ series, year, level }) => ({ series, financial_year: year, level })),
      ),
      quality([...latest.quality, ...second.quality]),
    ],
  }
}
