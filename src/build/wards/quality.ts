import { groupBy } from '../../geography/groupBy.js'
import type { WardRow } from '../../model/ward.js'
import type { LsoaSuccession, QualityEntry } from '../../sources/index.js'
import { noted } from '../opener.js'
import type { PlacedLsoa } from './lsoas.js'
import type { DividedPeople } from './populations.js'
import { DEPRIVATION_SOURCES, RESIDENT_SOURCES, WARD_SOURCES } from './sources.js'

/** What the quality report tells of. */
export interface Findings {
  readonly wards: readonly WardRow[]
  readonly placed: readonly PlacedLsoa[]
  readonly bridge: readonly LsoaSuccession[]
  readonly mid2022: DividedPeople
  /** Income scores of 2019, per cent. */
  readonly incomePercents: readonly number[]
}

/** The quality report of the dataset. */
export const wardQuality = ({ wards, placed, bridge, mid2022, incomePercents }: Findings): QualityEntry[] => [
  ...withoutLsoa(wards),
  ...withoutClass(wards),
  ...outsideEveryWard(placed),
  ...withoutPredecessor(placed, bridge),
  ...ofSeveralPredecessors(bridge),
  ...mislabelled(mid2022),
  ...divided(mid2022),
  ...withNoise(incomePercents),
]

const withoutLsoa = (wards: readonly WardRow[]): QualityEntry[] =>
  wards
    .filter(({ lsoas }) => lsoas === 0)
    .flatMap(({ ward_code, ward_name }) =>
      noted(WARD_SOURCES.boundaries, 'ward-without-lsoa', 'kept in the table wards; its people and deprivation are missing', { column: 'WD13CD', value: `${ward_code} ${ward_name}` }),
    )

/** One entry a district: whole districts were redrawn between 2011 and 2013. */
const withoutClass = (wards: readonly WardRow[]): QualityEntry[] =>
  [...groupBy(wards.filter(({ rural_urban_code }) => rural_urban_code === null), ({ district_code, district_name }) => `${district_code} ${district_name}`)].flatMap(([district, missing]) =>
    noted(WARD_SOURCES.ruralUrban, 'ward-not-of-2011', 'the class of these wards is missing: their codes are not among those of 2011', { column: 'ward11_code', value: district, count: missing.length }),
  )

const outsideEveryWard = (placed: readonly PlacedLsoa[]): QualityEntry[] =>
  placed
    .filter(({ metres }) => metres > 0)
    .flatMap(({ lsoa_code, ward_code, metres }) =>
      noted(WARD_SOURCES.centres, 'centre-outside-every-ward', `placed in the nearest ward, ${ward_code}, ${metres < 10 ? metres.toFixed(1) : metres.toFixed(0)} m away`, { column: 'X, Y', value: lsoa_code }),
    )

function withoutPredecessor(placed: readonly PlacedLsoa[], bridge: readonly LsoaSuccession[]): QualityEntry[] {
  const known = new Set(bridge.map(({ to }) => to))
  return placed
    .filter(({ lsoa_code }) => !known.has(lsoa_code))
    .flatMap(({ lsoa_code }) => noted(WARD_SOURCES.lsoa2001, 'no-predecessor', 'its deprivation before 2015 is missing', { column: 'LSOA11CD', value: lsoa_code }))
}

function ofSeveralPredecessors(bridge: readonly LsoaSuccession[]): readonly QualityEntry[] {
  const merged = [...groupBy(bridge, ({ to }) => to).values()].filter((predecessors) => predecessors.length > 1)
  return noted(DEPRIVATION_SOURCES.imd2010, 'several-predecessors', 'given the plain mean of the LSOAs of 2001 that it was made from, in the editions of 2004, 2007 and 2010', {
    column: 'lsoa01_code',
    count: merged.length,
  })
}

const mislabelled = ({ people }: DividedPeople): readonly QualityEntry[] =>
  noted(RESIDENT_SOURCES.mid2022, 'mislabelled-edition', 'kept under its right name: its total is the ONS estimate of mid-2022, not of Census 2021', {
    column: 'population',
    value: String([...people.values()].reduce((a, b) => a + b, 0)),
  })

const divided = ({ divided }: DividedPeople): QualityEntry[] =>
  divided.flatMap(({ lsoa_2021, parts }) =>
    noted(RESIDENT_SOURCES.mid2022, 'lsoa-in-several-wards', `divided by mid-2020 people: ${[...parts].map(([ward, people]) => `${ward} ${people}`).join(', ')}`, { column: 'lsoacd', value: lsoa_2021 }),
  )

/** `56.89999999999999` for 56.9: the trace of somebody’s multiplication by 100. */
function withNoise(percents: readonly number[]): readonly QualityEntry[] {
  const noisy = percents.filter((percent) => percent !== Number(percent.toFixed(1)))
  return noted(DEPRIVATION_SOURCES.income2019, 'arithmetic-noise', 'per cent with noise in the last digits rounded to the tenth that was published', { column: 'income_score', count: noisy.length })
}
