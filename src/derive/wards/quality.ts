import { ringsOf } from '../../geography/edges.js'
import { groupBy } from '../../tables/groupBy.js'
import { touchesItself } from '../../geography/ringFaults.js'
import type { WardFeature } from '../../model/boundary.js'
import type { WardRow } from '../../tables/declared/wards.js'
import type { LsoaSuccession, QualityEntry, RuralUrbanClass } from '../../sources/index.js'
import { noted } from '../opener.js'
import type { PlacedLsoa } from './lsoas.js'
import type { DividedPeople } from './populations.js'
import { DEPRIVATION_SOURCES, RESIDENT_SOURCES, WARD_SOURCES } from './sources.js'

/** What the quality report tells of. */
export interface Findings {
  /** By how many metres the boundaries of each district were moved onto the datum of all other points. */
  readonly moved: readonly number[]
  readonly features: readonly WardFeature[]
  readonly wards: readonly WardRow[]
  /** Rural-urban classes told from the wards of 2011, by ward. */
  readonly newClasses: ReadonlyMap<string, RuralUrbanClass>
  readonly placed: readonly PlacedLsoa[]
  readonly bridge: readonly LsoaSuccession[]
  readonly mid2022: DividedPeople
  /** Income scores of 2019, per cent. */
  readonly incomePercents: readonly number[]
}

/** The quality report of the dataset. */
export const wardQuality = ({
  moved,
  features,
  wards,
  newClasses,
  placed,
  bridge,
  mid2022,
  incomePercents,
}: Findings): QualityEntry[] => [
  ...onOtherDatum(moved),
  ...invalid(features),
  ...withoutLsoa(wards),
  ...ofNewCode(wards, newClasses),
  ...outsideEveryWard(placed),
  ...withoutPredecessor(placed, bridge),
  ...ofSeveralPredecessors(bridge),
  ...mislabelled(mid2022),
  ...divided(mid2022),
  ...withNoise(incomePercents),
]

const onOtherDatum = (moved: readonly number[]): readonly QualityEntry[] =>
  noted(
    WARD_SOURCES.boundaries,
    'other-datum',
    `boundaries moved by ${Math.min(...moved).toFixed(1)} to ${Math.max(...moved).toFixed(1)} m, a district ` +
      `as a whole: they were turned into degrees by seven parameters that are right to 5 m, and now stand ` +
      `where OSTN15 has them, as all other points do`,
    { column: 'transform', count: moved.length },
  )

const invalid = (features: readonly WardFeature[]): QualityEntry[] =>
  features
    .filter((feature) => ringsOf(feature).some(touchesItself))
    .flatMap(({ properties: { ward_code, ward_name } }) =>
      noted(
        WARD_SOURCES.boundaries,
        'invalid-polygon',
        'kept as published: its border touches or crosses itself; points are located by the even-odd rule',
        { column: 'WD13CD', value: `${ward_code} ${ward_name}` },
      ),
    )

const withoutLsoa = (wards: readonly WardRow[]): QualityEntry[] =>
  wards
    .filter(({ lsoas }) => lsoas === 0)
    .flatMap(({ ward_code, ward_name }) =>
      noted(
        WARD_SOURCES.boundaries,
        'ward-without-lsoa',
        'kept in the table wards; its people and deprivation are missing',
        { column: 'WD13CD', value: `${ward_code} ${ward_name}` },
      ),
    )

/** Two entries a district at most: whole districts were redrawn between 2011 and 2013. */
function ofNewCode(wards: readonly WardRow[], newClasses: ReadonlyMap<string, RuralUrbanClass>): QualityEntry[] {
  const district = ({ district_code, district_name }: WardRow): string => `${district_code} ${district_name}`
  const told = groupBy(
    wards.filter(({ ward_code }) => newClasses.has(ward_code)),
    district,
  )
  const missing = groupBy(
    wards.filter(({ rural_urban_code }) => rural_urban_code === null),
    district,
  )
  const entries = (groups: typeof told, action: string): QualityEntry[] =>
    [...groups].flatMap(([value, each]) =>
      noted(WARD_SOURCES.ruralUrban, 'ward-not-of-2011', action, { column: 'ward11_code', value, count: each.length }),
    )
  return [
    ...entries(
      told,
      'given the one class of the wards of 2011 in which all their LSOAs lay: their own codes are not among ' +
        'those of 2011',
    ),
    ...entries(
      missing,
      'the class of these wards is missing: their codes are not among those of 2011, and their LSOAs lay in ' +
        'wards of several classes or of none',
    ),
  ]
}

const outsideEveryWard = (placed: readonly PlacedLsoa[]): QualityEntry[] =>
  placed
    .filter(({ metres }) => metres > 0)
    .flatMap(({ lsoa_code, ward_code, metres }) =>
      noted(
        WARD_SOURCES.centres,
        'centre-outside-every-ward',
        `placed in the nearest ward, ${ward_code}, ${metres < 10 ? metres.toFixed(1) : metres.toFixed(0)} m away`,
        { column: 'X, Y', value: lsoa_code },
      ),
    )

function withoutPredecessor(placed: readonly PlacedLsoa[], bridge: readonly LsoaSuccession[]): QualityEntry[] {
  const known = new Set(bridge.map(({ to }) => to))
  return placed
    .filter(({ lsoa_code }) => !known.has(lsoa_code))
    .flatMap(({ lsoa_code }) =>
      noted(WARD_SOURCES.lsoa2001, 'no-predecessor', 'its deprivation before 2015 is missing', {
        column: 'LSOA11CD',
        value: lsoa_code,
      }),
    )
}

function ofSeveralPredecessors(bridge: readonly LsoaSuccession[]): readonly QualityEntry[] {
  const merged = [...groupBy(bridge, ({ to }) => to).values()].filter((predecessors) => predecessors.length > 1)
  return noted(
    DEPRIVATION_SOURCES.imd2010,
    'several-predecessors',
    'given the plain mean of the LSOAs of 2001 that it was made from, in the editions of 2004, 2007 and 2010',
    {
      column: 'lsoa01_code',
      count: merged.length,
    },
  )
}

const mislabelled = ({ people }: DividedPeople): readonly QualityEntry[] =>
  noted(
    RESIDENT_SOURCES.mid2022,
    'mislabelled-edition',
    'kept under its right name: its total is the ONS estimate of mid-2022, not of Census 2021',
    {
      column: 'population',
      value: String([...people.values()].reduce((a, b) => a + b, 0)),
    },
  )

const divided = ({ divided }: DividedPeople): QualityEntry[] =>
  divided.flatMap(({ lsoa_2021, parts }) =>
    noted(
      RESIDENT_SOURCES.mid2022,
      'lsoa-in-several-wards',
      `divided by mid-2020 people: ${[...parts].map(([ward, people]) => `${ward} ${people}`).join(', ')}`,
      { column: 'lsoacd', value: lsoa_2021 },
    ),
  )

/** `56.89999999999999` for 56.9: the trace of somebody’s multiplication by 100. */
function withNoise(percents: readonly number[]): readonly QualityEntry[] {
  const noisy = percents.filter((percent) => percent !== Number(percent.toFixed(1)))
  return noted(
    DEPRIVATION_SOURCES.income2019,
    'arithmetic-noise',
    'per cent with noise in the last digits rounded to the tenth that was published',
    { column: 'income_score', count: noisy.length },
  )
}
