import { internal } from '../../errors.js'
import { groupBy } from '../../tables/groupBy.js'
import type { WardFeature } from '../../model/boundary.js'
import type { SmallAreaPieceRow } from '../../tables/declared/crosswalks.js'
import type { WardRow } from '../../tables/declared/wards.js'
import type { DistrictPlace, ListedWard, RuralUrbanClass } from '../../sources/index.js'
import type { PlacedLsoa } from '../wards/lsoas.js'
import type { CrosswalkFiles } from './read.js'

/** What the rows of the wards of 2025 are made from. */
export interface Ward2025Parts {
  readonly files: CrosswalkFiles
  readonly pieces: readonly SmallAreaPieceRow[]
  readonly placed: readonly PlacedLsoa[]
  readonly classes: ReadonlyMap<string, RuralUrbanClass>
}

/** The rows of the table `wards` of 2025, in the order of their codes. */
export function ward2025Rows({ files, pieces, placed, classes }: Ward2025Parts): WardRow[] {
  const districts = districtsOf2025(files)
  const piecesOf = groupBy(pieces, ({ ward_2025 }) => ward_2025)
  const centres = new Map(placed.map(({ lsoa_code, centre }) => [lsoa_code, centre]))
  return files.boundaries2025.features.map(({ properties: { ward_code, ward_name, district_code } }): WardRow => {
    const district = districts.get(district_code)
    if (district === undefined) throw internal(`district ${district_code} of ward ${ward_code} is in no list of wards`)
    const own = piecesOf.get(ward_code) ?? []
    const people = own.reduce((sum, { people_2022 }) => sum + people_2022, 0)
    const mean = (of: 'longitude' | 'latitude'): number | null =>
      people === 0
        ? null
        : Number(
            (
              own.reduce(
                (sum, piece) => sum + (centres.get(piece.lsoa_2011)?.[of] ?? Number.NaN) * piece.people_2022,
                0,
              ) / people
            ).toFixed(6),
          )
    return {
      ward_code,
      ward_name,
      old_code: null,
      district_code,
      ...district,
      rural_urban_code: classes.get(ward_code)?.rural_urban_code ?? null,
      rural_urban: classes.get(ward_code)?.rural_urban ?? null,
      lsoas: new Set(own.map(({ lsoa_2021 }) => lsoa_2021)).size,
      longitude: mean('longitude'),
      latitude: mean('latitude'),
    }
  })
}

/**
 * The districts of 2025 with region and county; the county is that of 2019 of the district, or of the one whose code it
 * replaced.
 */
function districtsOf2025({ boundaries2025, allCodes, wards2019 }: CrosswalkFiles): ReadonlyMap<string, DistrictPlace> {
  const of2019 = new Map([...wards2019.wards.values()].map((ward) => [ward.district_code, ward]))
  const wardsOf = groupBy(boundaries2025.features, ({ properties }) => properties.district_code)
  return new Map(
    [...wardsOf].flatMap(([code, features]): [string, DistrictPlace][] => {
      const listed = features.flatMap(({ properties }) => allCodes.wards.get(properties.ward_code) ?? [])
      const [first] = listed
      if (first === undefined) return []
      const county = code.startsWith('E06')
        ? undefined
        : (of2019.get(code) ?? listed.map((ward) => of2019.get(ward.district_code)).find((ward) => ward !== undefined))
      return [
        [
          code,
          {
            district_name: first.more['LADNM_ACTIVE'] ?? '',
            ...countyOf(county),
            region_code: first.more['RGNCD'] ?? '',
            region_name: first.more['RGNNM'] ?? '',
          },
        ],
      ]
    }),
  )
}

const countyOf = (ward: ListedWard | undefined): Pick<DistrictPlace, 'county_code' | 'county_name'> => ({
  county_code: ward?.more['CTY19CD'] ?? null,
  county_name: ward?.more['CTY19NM'] ?? null,
})

/** The districts of the study cities: their wards of 2025 are kept as published. */
const STUDY_CITIES = ['E06000018', 'E06000031']

/** The wards of the study cities by district. */
export function studyCities(features: readonly WardFeature[]): [district: string, wards: readonly WardFeature[]][] {
  return STUDY_CITIES.map((district) => [
    district,
    features.filter(({ properties }) => properties.district_code === district),
  ])
}
