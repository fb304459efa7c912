import { groupBy } from '../tables/groupBy.js'
import type { WardCodeRegister } from '../geography/wardCodes.js'
import { type WardRegister, wardRegister } from '../geography/wardRegister.js'
import { internal } from '../errors.js'
import type { Home } from '../model/ward.js'
import type { Point } from '../model/ward.js'
import type {
  LsoaDeprivationRow,
  LsoaPopulationRow,
  LsoaRow,
  WardDeprivationRow,
  WardRow,
} from '../tables/declared/wards.js'
import { quantileGroups } from '../stats/quantileGroups.js'

/** The rows that the residents of wards are made of: those of the dataset `wards`, without the populations by age. */
export interface WardResidentsRows {
  readonly wards: readonly WardRow[]
  readonly lsoas: readonly LsoaRow[]
  readonly lsoaPopulations: readonly Pick<LsoaPopulationRow, 'lsoa_code' | 'people_2015'>[]
  readonly lsoaDeprivation: readonly Pick<LsoaDeprivationRow, 'lsoa_code' | 'imd_2010' | 'income_2010'>[]
  readonly wardDeprivation: readonly WardDeprivationRow[]
  /** Every ward code since 2011, so that a code of another list is told by its name. */
  readonly codes?: WardCodeRegister | undefined
}

/** What is known of every ward of 2013: its residents where they live, and its deprivation. */
export interface WardResidents {
  readonly register: WardRegister
  /** The population-weighted centre of every LSOA. */
  readonly centres: readonly Point[]
  /** The residents of every LSOA, in the order of the centres. */
  readonly homes: readonly Home[]
  /** The residents of a ward. */
  homesOfWard(wardCode: string): readonly Home[]
  /** The residents of a district: those of its wards. */
  homesOfDistrict(districtCode: string): readonly Home[]
  deprivation(wardCode: string): readonly WardDeprivationRow[]
  /** Tenth of each LSOA by the income domain of IMD 2010, 1 the most deprived; null for LSOAs without a score. */
  readonly incomeTenths: readonly (number | null)[]
}

/**
 * The residents of wards over the tables of the dataset `wards`.
 *
 * Tenths are of LSOAs by their share of income-deprived residents in IMD 2010, as published in whole per cent; LSOAs of
 * one share are ordered by their overall score.
 *
 * @param rows the rows of the tables.
 * @throws InternalError when an LSOA lacks its population or lies in an unknown ward.
 * @example
 * import { loadWardData } from 'wardstick/data'
 * const { wards } = await loadWardData()
 * wards.homesOfWard('E05001823').length // => 10
 * wards.homesOfWard('E05001823').reduce((people, home) => people + home.people, 0) // => 18404
 */
export function wardResidents(rows: WardResidentsRows): WardResidents {
  const register = wardRegister(rows.wards, { codes: rows.codes })
  const people = new Map(rows.lsoaPopulations.map(({ lsoa_code, people_2015 }) => [lsoa_code, people_2015]))
  const homes = rows.lsoas.map(({ lsoa_code, ward_code }, origin): Home => {
    const count = people.get(lsoa_code)
    if (count === undefined) throw internal(`LSOA ${lsoa_code} has no population`)
    return { origin, lsoa_code, ward_code, people: count }
  })
  const byWard = groupBy(homes, ({ ward_code }) => ward_code)
  const deprivation = groupBy(rows.wardDeprivation, ({ ward_code }) => ward_code)
  const homesOfWard = (wardCode: string): readonly Home[] => byWard.get(wardCode) ?? []
  return {
    register,
    centres: rows.lsoas,
    homes,
    homesOfWard,
    homesOfDistrict: (districtCode) =>
      register.wardsOf(districtCode).flatMap(({ ward_code }) => homesOfWard(ward_code)),
    deprivation: (wardCode) => deprivation.get(wardCode) ?? [],
    incomeTenths: incomeTenths(homes, rows.lsoaDeprivation),
  }
}

function incomeTenths(homes: readonly Home[], rows: WardResidentsRows['lsoaDeprivation']): (number | null)[] {
  const scores = new Map(
    rows.flatMap(({ lsoa_code, income_2010, imd_2010 }) =>
      income_2010 === null || imd_2010 === null ? [] : [[lsoa_code, income_2010 * 1000 + imd_2010 / 1000] as const],
    ),
  )
  const known = homes.filter(({ lsoa_code }) => scores.has(lsoa_code))
  const groups =
    known.length < 10
      ? []
      : quantileGroups(
          known.map(({ lsoa_code }) => -(scores.get(lsoa_code) ?? 0)),
          10,
        )
  const tenthOf = new Map(known.map(({ lsoa_code }, i) => [lsoa_code, groups[i] ?? null]))
  return homes.map(({ lsoa_code }) => tenthOf.get(lsoa_code) ?? null)
}
