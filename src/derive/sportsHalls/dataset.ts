import type { WardLocator } from '../../geography/wardLocator.js'
import { sportsHallReader } from '../../sources/index.js'
import { qualityEntriesOf, rowCountsOf } from '../../sources/readReport.js'
import { HALLS } from '../../tables/declared/sportsHalls.js'
import { type Opener, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import { ACTIVE_PLACES, POOLS_AS_OF } from '../pools/sources.js'
import { type NumberedHall, buildHalls } from './sportsHalls.js'

const CARD = { title: 'Active Places: sports halls, England', file: 'pools/sportshalls.csv', ...ACTIVE_PLACES } as const

/** The dataset `sports-halls`. */
export async function sportsHallDataset(opener: Opener, wards: WardLocator): Promise<BuiltDataset> {
  const registered: NumberedHall[] = []
  const report = await sportsHallReader.read(await opener.open(CARD), {
    sink: (hall, row) => void registered.push({ ...hall, row }),
  })
  const built = buildHalls({ file: CARD.file, asOf: POOLS_AS_OF }, registered, wards)
  return {
    name: 'sports-halls',
    title: 'Sports halls of England, open and closed',
    description:
      'Every sports hall of the Active Places register, edition of July 2024: public or not, of any size ' +
      'and status, with the year of building and the day of closing, placed in wards of 2013. The register ' +
      'keeps closed halls, but one state of each: access and management are the last known ones. Most ' +
      'years of building come without a day. Closings before 2005 are all but absent (22 of 2,673); those ' +
      'of 2016 and 2017 (498) are twice as many as in the years around, and may be older ones entered ' +
      'then. Smaller halls are listed where sport is played in them, so their number is that of the ' +
      'register, not of England.',
    licences: [LICENCES.ogl3],
    sources: [opener.describe(CARD, rowCountsOf(report))],
    tables: [table(HALLS, built.halls), quality([...qualityEntriesOf(report), ...built.quality])],
  }
}
