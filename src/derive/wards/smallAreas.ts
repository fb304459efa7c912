import type { Opener } from '../opener.js'
import type { WardGeography } from './geography.js'
import { type PlacedLsoa, placeLsoas } from './lsoas.js'
import { type DividedPeople, type PopulatedPiece, populatedPieces, type Residents, wardsOfLsoa2021 } from './populations.js'
import { readAreas, readResidents } from './read.js'

/**
 * The small areas with their wards of 2013 and residents: what the datasets of wards and of crosswalks are both made
 * from.
 */
export interface SmallAreas {
  readonly areas: Awaited<ReturnType<typeof readAreas>>
  readonly residents: Awaited<ReturnType<typeof readResidents>>
  readonly placed: readonly PlacedLsoa[]
  /** The ward of 2013 of each LSOA of 2011. */
  readonly wardOf: ReadonlyMap<string, string>
  /** What the LSOAs of 2011 and 2021 share, with the residents of mid-2022. */
  readonly pieces: readonly PopulatedPiece[]
  readonly mid2020: ReadonlyMap<string, Residents>
  readonly mid2022: DividedPeople
}

/** Reads the small areas and puts them into the wards of 2013. */
export async function readSmallAreas(opener: Opener, geography: WardGeography): Promise<SmallAreas> {
  const areas = await readAreas(opener)
  const residents = await readResidents(opener)
  const placed = placeLsoas(areas.centres.byLsoa, geography)
  const wardOf = new Map(placed.map(({ lsoa_code, ward_code }) => [lsoa_code, ward_code]))
  const people2022 = new Map([...residents.mid2022.byLsoa].map(([code, { people }]) => [code, people]))
  const mid2020 = residents.mid2020.residents
  const pieces = populatedPieces(people2022, areas.lsoa2021.successions, mid2020)
  return { areas, residents, placed, wardOf, pieces, mid2020, mid2022: wardsOfLsoa2021(pieces, wardOf) }
}
