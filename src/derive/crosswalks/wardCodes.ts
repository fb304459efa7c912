import type { WardCodeRow } from '../../tables/declared/crosswalks.js'
import type { WardFeature } from '../../model/boundary.js'
import type { ListedWard } from '../../sources/index.js'
import type { CrosswalkFiles } from './read.js'

/** A list of wards and the year that it is of. */
interface DatedWard {
  readonly year: number
  readonly ward: Omit<ListedWard, 'more'>
}

/**
 * Years of which there is a complete list: a code that the list of all codes dates to one of them and that is not in it
 * is no ward of that year.
 */
const COMPLETE = [2011, 2013, 2016, 2019, 2025]

const listed = (year: number, wards: ReadonlyMap<string, ListedWard>): DatedWard[] =>
  [...wards.values()].map((ward) => ({ year, ward }))

/** The wards of a file of borders, with the name that each one’s district has elsewhere. */
const drawn = (
  year: number,
  features: readonly WardFeature[],
  districtNameOf: (properties: WardFeature['properties']) => string,
): DatedWard[] =>
  features.map(({ properties }) => {
    const { ward_code, ward_name, district_code } = properties
    return { year, ward: { ward_code, ward_name, district_code, district_name: districtNameOf(properties) } }
  })

/** The wards of the list of all codes, but for those that it dates to a year of which there is a complete list. */
const ofOtherYears = (wards: ReadonlyMap<string, ListedWard>): DatedWard[] =>
  [...wards.values()]
    .map((ward) => ({ year: Number(ward.more['SOURCEFILE']), ward }))
    .filter(({ year }) => !COMPLETE.includes(year))

/**
 * The rows of the table `ward-codes`: every code with the years whose lists have it, named as in the latest of them.
 */
export function wardCodeRows(
  files: CrosswalkFiles,
  features2013: readonly WardFeature[],
  districtNames: ReadonlyMap<string, string>,
): WardCodeRow[] {
  const ofAll = files.allCodes.wards
  const activeDistrict = ({ ward_code }: WardFeature['properties']): string =>
    ofAll.get(ward_code)?.more['LADNM_ACTIVE'] ?? ''
  return rowsOf([
    ...listed(2011, files.wards2011.wards),
    ...drawn(2013, features2013, ({ district_code }) => districtNames.get(district_code) ?? ''),
    ...listed(2015, files.wards2015.wards),
    ...listed(2016, files.wards2016.wards),
    ...listed(2019, files.wards2019.wards),
    ...listed(2024, files.wards2024.wards),
    ...drawn(2025, files.boundaries2025.features, activeDistrict),
    ...ofOtherYears(ofAll),
  ])
}

/** One row a code, by code. */
function rowsOf(dated: readonly DatedWard[]): WardCodeRow[] {
  const byCode = new Map<string, { readonly years: Set<number>; readonly ward: DatedWard['ward'] }>()
  for (const { year, ward } of [...dated].sort((a, b) => a.year - b.year)) {
    const { years } = byCode.get(ward.ward_code) ?? { years: new Set<number>() }
    byCode.set(ward.ward_code, { years: years.add(year), ward })
  }
  return [...byCode.values()]
    .map(({ years, ward: { ward_code, ward_name, district_code, district_name } }) => ({
      ward_code,
      ward_name,
      district_code,
      district_name,
      lists: [...years].join(' '),
    }))
    .sort((a, b) => (a.ward_code < b.ward_code ? -1 : 1))
}
