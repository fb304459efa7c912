import type { WardCodeRow } from '../../model/code.js'
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

/**
 * The rows of the table `ward-codes`: every code with the years whose lists have it, named as in the latest of them.
 */
export function wardCodeRows(
  files: CrosswalkFiles,
  features2013: readonly WardFeature[],
  districtNames: ReadonlyMap<string, string>,
): WardCodeRow[] {
  const listed = (year: number, wards: ReadonlyMap<string, ListedWard>): DatedWard[] =>
    [...wards.values()].map((ward) => ({ year, ward }))
  const drawn = (year: number, features: readonly WardFeature[], nameOf: (ward: WardFeature) => string): DatedWard[] =>
    features.map((feature) => ({
      year,
      ward: {
        ward_code: feature.properties.ward_code,
        ward_name: feature.properties.ward_name,
        district_code: feature.properties.district_code,
        district_name: nameOf(feature),
      },
    }))
  const ofAll = files.allCodes.wards
  const dated = [
    ...listed(2011, files.wards2011.wards),
    ...drawn(2013, features2013, ({ properties }) => districtNames.get(properties.district_code) ?? ''),
    ...listed(2015, files.wards2015.wards),
    ...listed(2016, files.wards2016.wards),
    ...listed(2019, files.wards2019.wards),
    ...listed(2024, files.wards2024.wards),
    ...drawn(
      2025,
      files.boundaries2025.features,
      ({ properties }) => ofAll.get(properties.ward_code)?.more['LADNM_ACTIVE'] ?? '',
    ),
    ...[...ofAll.values()]
      .map((ward) => ({ year: Number(ward.more['SOURCEFILE']), ward }))
      .filter(({ year }) => !COMPLETE.includes(year)),
  ].sort((a, b) => a.year - b.year)
  const byCode = new Map<string, { readonly years: Set<number>; ward: DatedWard['ward'] }>()
  for (const { year, ward } of dated) {
    const before = byCode.get(ward.ward_code)
    if (before === undefined) byCode.set(ward.ward_code, { years: new Set([year]), ward })
    else {
      before.years.add(year)
      before.ward = ward
    }
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
