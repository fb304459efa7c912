import {
  OUTPUT_AREAS,
  SMALL_AREAS,
  WARDS_2025,
  WARDS_WITHOUT_LSOA,
  WARD_CODES,
} from '../../tables/declared/crosswalks.js'
import { groupBy } from '../../tables/groupBy.js'
import type { WardFeature } from '../../model/boundary.js'
import { type Opener, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import type { WardGeography } from '../wards/geography.js'
import { describeSources } from '../wards/read.js'
import { classesOfNewWards } from '../wards/ruralUrban.js'
import { topologyOf } from '../wards/simplify.js'
import type { SmallAreas } from '../wards/smallAreas.js'
import { RESIDENT_SOURCES, WARD_SOURCES } from '../wards/sources.js'
import { areaShares } from './areaShares.js'
import { outputAreaRows } from './outputAreas.js'
import { placedPieces, wardsOf2011 } from './pieces.js'
import { crosswalkQuality, ward2025Quality } from './quality.js'
import { readCrosswalkFiles } from './read.js'
import { CROSSWALK_SOURCES } from './sources.js'
import { wardCodeRows } from './wardCodes.js'
import { studyCities, ward2025Rows } from './wards2025.js'

/** The datasets `crosswalks` and `wards-2025`. */
export async function crosswalkDatasets(
  opener: Opener,
  geography: WardGeography,
  { areas, residents, placed, pieces: populated }: SmallAreas,
): Promise<BuiltDataset[]> {
  const files = await readCrosswalkFiles(opener)
  const { boundaries2025, wards2011, wards2024, wards2015, wards2016, wards2019, allCodes, outputAreas, postcodes } =
    files
  const bridge = areas.lsoa2001.successions
  const ward2011Of = wardsOf2011(placed, bridge, areas.wards2011.areaOf, new Set(wards2011.wards.keys()))
  const pieces = placedPieces({
    pieces: populated,
    placed,
    features2025: boundaries2025.features,
    bestFit2024: wards2024.bestFit,
    ward2011Of,
  })
  const shares = sharesOfEmptyWards(geography.features, boundaries2025.features, pieces, placed)
  const published = areas.ruralUrban.classes
  const classes = new Map([
    ...published,
    ...classesOfNewWards(
      pieces.map(({ lsoa_2011, ward_2025 }) => ({ lsoa_code: lsoa_2011, ward_code: ward_2025 })),
      { published, ward2011Of: areas.wards2011.areaOf, bridge },
    ),
  ])
  const wards = ward2025Rows({ files, pieces, placed, classes })
  const districtNames = new Map(
    [...areas.districts.districts].map(([code, { district_name }]) => [code, district_name]),
  )
  return [
    {
      name: 'crosswalks',
      title: 'Wards and small areas through time',
      description:
        'Which ground the lists of wards of 2011, 2013 and 2025 and the LSOAs of 2001, 2011 and 2021 share, ' +
        'and the ward codes of England since 2011. ' +
        'A ward whose code is in two lists is one and the same. LSOAs belong to wards by best fit, so that ' +
        'the shares of wards that changed are estimates; in Nottingham and Peterborough output areas are finer.',
      licences: [LICENCES.ogl3],
      sources: [
        ...describeSources(opener, CROSSWALK_SOURCES, {
          boundaries2025,
          wards2011,
          wards2015,
          wards2016,
          wards2019,
          wards2024,
          allCodes,
          outputAreas,
          postcodes,
        }),
        ...describeSources(opener, WARD_SOURCES, {
          boundaries: geography.boundaries,
          wards2011: areas.wards2011,
          centres: areas.centres,
          lsoa2001: areas.lsoa2001,
          lsoa2021: areas.lsoa2021,
        }),
        ...describeSources(opener, RESIDENT_SOURCES, { mid2020: residents.mid2020, mid2022: residents.mid2022 }),
      ],
      tables: [
        table(SMALL_AREAS, pieces),
        table(OUTPUT_AREAS, outputAreaRows(outputAreas.outputAreas, postcodes)),
        table(WARDS_WITHOUT_LSOA, shares),
        table(WARD_CODES, wardCodeRows(files, geography.features, districtNames)),
        quality([...boundaries2025.quality, ...allCodes.quality, ...crosswalkQuality(pieces, shares)]),
      ],
    },
    {
      name: 'wards-2025',
      title: 'Wards of England of 2025',
      description:
        'The 6,826 wards of 2025 with district, county, region and rural-urban class, and the borders of ' +
        'those of Nottingham and Peterborough as published.',
      licences: [LICENCES.ogl3],
      sources: [
        ...describeSources(opener, CROSSWALK_SOURCES, { boundaries2025, wards2019, wards2024, allCodes }),
        ...describeSources(opener, WARD_SOURCES, {
          wards2011: areas.wards2011,
          ruralUrban: areas.ruralUrban,
          centres: areas.centres,
          lsoa2001: areas.lsoa2001,
          lsoa2021: areas.lsoa2021,
        }),
        ...describeSources(opener, RESIDENT_SOURCES, { mid2020: residents.mid2020, mid2022: residents.mid2022 }),
      ],
      tables: [table(WARDS_2025, wards), quality([...boundaries2025.quality, ...ward2025Quality(wards)])],
      documents: [
        {
          name: 'boundaries',
          title: 'Ward boundaries of 2025 as published: Nottingham and Peterborough',
          description:
            'An object of one TopoJSON topology a district by district code; object wards, properties ' +
            'ward_code, ward_name, district_code.',
          format: 'topojson',
          content: Object.fromEntries(
            studyCities(boundaries2025.features).map(([district, own]) => [district, topologyOf(own)]),
          ),
        },
      ],
    },
  ]
}

/**
 * Where the wards lie in which no LSOA has its centre and whose code is in one list alone, from either list to the
 * other.
 */
function sharesOfEmptyWards(
  features2013: readonly WardFeature[],
  features2025: readonly WardFeature[],
  pieces: readonly { readonly ward_2025: string }[],
  placed: readonly { readonly ward_code: string }[],
) {
  const codeOf = ({ properties }: WardFeature): string => properties.ward_code
  const [codes2013, codes2025] = [new Set(features2013.map(codeOf)), new Set(features2025.map(codeOf))]
  const [with2013, with2025] = [
    groupBy(placed, ({ ward_code }) => ward_code),
    groupBy(pieces, ({ ward_2025 }) => ward_2025),
  ]
  const empty2013 = features2013.filter((ward) => !with2013.has(codeOf(ward)) && !codes2025.has(codeOf(ward)))
  const empty2025 = features2025.filter((ward) => !with2025.has(codeOf(ward)) && !codes2013.has(codeOf(ward)))
  return [
    ...areaShares(empty2013, 'WD13', features2025, 'WD25'),
    ...areaShares(empty2025, 'WD25', features2013, 'WD13'),
  ]
}
