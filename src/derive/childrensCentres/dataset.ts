import type { CouncilRegister } from '../../geography/councilRegister.js'
import {
  childrensCentreListReader,
  childrensCentreRegisterReader,
  childrensCentreUnionReader,
  collectRecords,
} from '../../sources/index.js'
import { qualityEntriesOf, rowCountsOf } from '../../sources/readReport.js'
import { CENTRE_LISTS, CENTRES } from '../../tables/declared/childrensCentres.js'
import { type Opener, quality, table } from '../opener.js'
import type { KnownPostcodes } from '../libraries/dataset.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import { buildCentres } from './childrensCentres.js'
import { centrePlacer } from './places.js'
import { CENTRE_SOURCES } from './sources.js'

/** The dataset `childrens-centres`. */
export async function childrensCentreDataset(
  opener: Opener,
  register: CouncilRegister,
  known: KnownPostcodes,
): Promise<BuiltDataset> {
  const cards = CENTRE_SOURCES
  const union = await collectRecords(childrensCentreUnionReader, await opener.open(cards.union))
  const lists = await collectRecords(childrensCentreListReader, await opener.open(cards.lists))
  const first = await collectRecords(childrensCentreRegisterReader, await opener.open(cards.first))
  const { centres, quality: met } = buildCentres(
    { file: cards.union.file, union: union.records, first: first.records },
    register,
    centrePlacer(known),
  )
  return {
    name: 'childrens-centres',
    title: 'Sure Start children’s centres of England that were ever listed open, August 2016 to August 2026',
    description:
      'Every children’s centre and linked site of the dated lists of Get Information About Schools, with ' +
      'the first and the last list that it is in and the first that it is absent from: it left between the ' +
      'two. Councils keep the register, and not all keep it well: on the list is listed open, not open, ' +
      'and a fall is a lower bound. Nothing is known before 4 August 2016: centres that closed earlier are ' +
      'absent, so opening dates make no stock. Places are those of postcodes in Nottingham and ' +
      'Peterborough and of libraries; others are known by their postcode sector or district, within the ' +
      'metres given.',
    licences: [LICENCES.ogl3],
    sources: [
      opener.describe(cards.union, rowCountsOf(union.report)),
      opener.describe(cards.lists, rowCountsOf(lists.report)),
      opener.describe(cards.first, rowCountsOf(first.report)),
      ...known.sources,
    ],
    tables: [
      table(CENTRES, centres),
      table(
        CENTRE_LISTS,
        [...lists.records].sort((a, b) => (a.list_date < b.list_date ? -1 : 1)),
      ),
      quality([...[union, lists, first].flatMap(({ report }) => qualityEntriesOf(report)), ...met]),
    ],
  }
}
