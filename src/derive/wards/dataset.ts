import {
  type LsoaBridgeRow,
  LSOAS,
  LSOA_BRIDGE,
  LSOA_DEPRIVATION,
  LSOA_POPULATIONS,
  WARDS,
  WARD_DEPRIVATION,
  WARD_POPULATIONS,
} from '../../tables/declared/wards.js'
import type { LsoaSuccession } from '../../sources/index.js'
import { type Opener, quality, table } from '../opener.js'
import { type BuiltDataset, type BuiltDocument, LICENCES } from '../package.js'
import { type DeprivationScores, lsoaDeprivationRows, onLsoa2011, wardDeprivationRows } from './deprivation.js'
import type { WardGeography } from './geography.js'
import { lsoaRows } from './lsoas.js'
import { lsoaPopulationRows, wardPopulationRows } from './populations.js'
import { wardQuality } from './quality.js'
import { describeSources, readDeprivation } from './read.js'
import { classesOfNewWards } from './ruralUrban.js'
import type { SmallAreas } from './smallAreas.js'
import { simplifiedWards } from './simplify.js'
import { DEPRIVATION_SOURCES, RESIDENT_SOURCES, WARD_SOURCES } from './sources.js'
import { wardRows } from './wards.js'

/** The dataset `wards`: the wards of England of 2013, their small areas, residents, deprivation and boundaries. */
export async function wardDataset(
  opener: Opener,
  geography: WardGeography,
  { areas, residents, placed, mid2020, mid2022 }: SmallAreas,
): Promise<BuiltDataset> {
  const deprivation = await readDeprivation(opener)
  const years = { 2015: residents.mid2015.residents, 2017: residents.mid2017.residents, 2020: mid2020 }
  const bridge = areas.lsoa2001.successions
  const scores = deprivationScores(deprivation, bridge)
  const { boundaries, features } = geography
  const published = areas.ruralUrban.classes
  const newClasses = classesOfNewWards(placed, { published, ward2011Of: areas.wards2011.areaOf, bridge })
  const classes = new Map([...published, ...newClasses])
  const wards = wardRows({
    features,
    oldCodes: boundaries.oldCodes,
    districts: areas.districts.districts,
    classes,
    placed,
    mid2015: years[2015],
  })
  const incomePercents = [...column(deprivation.income2019.byLsoa, 'incomePercent').values()]
  return {
    name: 'wards',
    title: 'Wards of England of 2013: small areas, residents, deprivation and boundaries',
    description:
      'The 7,681 wards of 2013, the frame on which wardstick measures neighbourhoods. LSOAs of 2011 belong to ' +
      'the ward that their population-weighted centre lies in; ' +
      'everything by ward is summed or averaged from its LSOAs. Deprivation in the editions of 2004 to 2019, ' +
      'which compare by rank only; the edition of 2025 is left out, ' +
      'as its income domain is not comparable with theirs (the income-deprived share of Aspley would go from ' +
      '.348 to .565). ' +
      'The boundaries are those published, generalised by their publisher; each district was moved as a whole ' +
      'by 0.1 to 4.7 m to where the Ordnance Survey’s OSTN15 has it (its notice is in data/LICENCES.md). A ' +
      'simplified copy is for maps alone.',
    licences: [LICENCES.ogl3, LICENCES.ccBy4],
    sources: [
      ...describeSources(opener, WARD_SOURCES, { boundaries, ...areas }),
      ...describeSources(opener, RESIDENT_SOURCES, residents),
      ...describeSources(opener, DEPRIVATION_SOURCES, deprivation),
    ],
    tables: [
      table(WARDS, wards),
      table(WARD_POPULATIONS, wardPopulationRows(placed, years, mid2022)),
      table(WARD_DEPRIVATION, wardDeprivationRows(placed, scores, years[2015])),
      table(LSOAS, lsoaRows(placed)),
      table(LSOA_POPULATIONS, lsoaPopulationRows(placed, years)),
      table(LSOA_DEPRIVATION, lsoaDeprivationRows(placed, scores)),
      table(LSOA_BRIDGE, bridgeRows(bridge)),
      quality(
        wardQuality({ moved: geography.moved, features, wards, newClasses, placed, bridge, mid2022, incomePercents }),
      ),
    ],
    documents: boundaryDocuments(geography),
  }
}

const column = <Name extends string>(
  byLsoa: ReadonlyMap<string, Readonly<Record<Name, number>>>,
  name: Name,
): Map<string, number> => new Map([...byLsoa].map(([code, numbers]) => [code, numbers[name]]))

function deprivationScores(
  { imd2004, imd2007, imd2010, imd2015, imd2019, income2019 }: Awaited<ReturnType<typeof readDeprivation>>,
  bridge: readonly LsoaSuccession[],
): DeprivationScores {
  return {
    imd: {
      2004: onLsoa2011(column(imd2004.byLsoa, 'imd'), bridge),
      2007: onLsoa2011(column(imd2007.byLsoa, 'imd'), bridge),
      2010: onLsoa2011(column(imd2010.byLsoa, 'imd'), bridge),
      2015: column(imd2015.byLsoa, 'imd'),
      2019: column(imd2019.byLsoa, 'imd'),
    },
    income: {
      2010: onLsoa2011(column(imd2010.byLsoa, 'income'), bridge),
      2019: new Map(
        [...income2019.byLsoa].map(([code, { incomePercent }]) => [code, Number((incomePercent / 100).toFixed(3))]),
      ),
    },
  }
}

const bridgeRows = (bridge: readonly LsoaSuccession[]): LsoaBridgeRow[] =>
  bridge
    .map(({ from, to, change }) => ({ lsoa_2001: from, lsoa_2011: to, change }))
    .sort((a, b) => (`${a.lsoa_2001}${a.lsoa_2011}` < `${b.lsoa_2001}${b.lsoa_2011}` ? -1 : 1))

const boundaryDocuments = ({ boundaries, features }: WardGeography): BuiltDocument[] => [
  {
    name: 'boundaries',
    title: 'Ward boundaries of 2013, each district moved onto OSTN15',
    description:
      'An object of one TopoJSON topology a district by district code; object wards, properties ward_code, ' +
      'ward_name, district_code. Each district was moved as a whole by 0.1 to 4.7 m, to where OSTN15 has it. ' +
      'Points are located by these.',
    format: 'topojson',
    content: boundaries.topologies,
  },
  {
    name: 'boundaries-simplified',
    title: 'Ward boundaries of 2013, simplified for maps',
    description:
      'One TopoJSON topology of England; object wards, properties ward_code, ward_name, district_code. ' +
      'Borders have moved by up to some hundred metres: for maps of England or a region, not for locating points.',
    format: 'topojson',
    content: simplifiedWards(features),
  },
]
