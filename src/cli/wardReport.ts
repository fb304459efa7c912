import { digitsOf, writeNumber } from '../values/rounding.js'
import { declaredKind } from '../indicators/sites/siteKinds.js'
import type { SiteTerms } from '../indicators/sites/siteTerms.js'
import { periodLabel } from '../model/period.js'
import { type WardAmenity, type WardProfile } from '../study/index.js'
import { boundedInWords, noteInWords } from '../values/words.js'
import { type Grid, toText } from '../tables/print.js'
import { boundedNumberInWords } from '../values/words.js'
import { fold } from './fold.js'

const SHOWN = [
  'sites-open',
  'share-1km',
  'share-2km',
  'share-4km',
  'mean-distance',
  'sites-4km',
  'units-4km',
  'water-4km',
] as const
const labelsOf = ({ counted, unit }: SiteTerms): Readonly<Record<(typeof SHOWN)[number], string>> => ({
  'sites-open': 'open in the ward',
  'share-1km': 'residents within 1 km',
  'share-2km': 'residents within 2 km',
  'share-4km': 'residents within 4 km',
  'mean-distance': 'mean distance to the nearest',
  'sites-4km': `${counted.many} within 4 km of a resident, mean`,
  'units-4km': `${(unit ?? counted).many} within 4 km of a resident, mean`,
  'water-4km': 'water within 4 km of a resident, mean',
})

/** A ward's profile as a person reads it in a terminal. */
export function wardReport(profile: WardProfile): string {
  const { ward, place, amenities, wardsRanked } = profile
  const notes = [...new Set(amenities.flatMap(({ values }) => values.flatMap(({ value }) => value.notes)))]
  return [
    [
      `${ward.ward_name}: ward of ` +
        `${ward.district_name}${ward.county_name === null ? '' : `, ${ward.county_name}`}, ${ward.region_name}`,
      `${place.code} (${place.vintage})` +
        (ward.old_code === null ? '' : `, old code ${ward.old_code}`) +
        (ward.rural_urban === null ? '' : `; ${ward.rural_urban}`) +
        `; ${ward.lsoas} ${ward.lsoas === 1 ? 'LSOA' : 'LSOAs'} of 2011`,
      ...(ward.lsoas === 0
        ? [fold('No LSOA lies in the ward by best fit: its residents, deprivation and access are not known.')]
        : []),
    ].join('\n'),
    ...(ward.lsoas === 0
      ? []
      : [
          `Residents, middle of the year\n${toText(residentsGrid(profile))}`,
          `Deprivation: means of its LSOAs weighted by residents; rank 1 is the most deprived of ` +
            `${writeNumber(wardsRanked, 0)} wards with residents\n${toText(deprivationGrid(profile))}`,
        ]),
    ...amenities.map(amenityText),
    [
      'Notes',
      ...[
        'Residents of mid-2022 follow Census 2021: they are not one series with those before. Ages are not ' +
          'published in the file of 2022.',
        'Editions of the Indices of Deprivation compare by rank only.',
        'Distances to single sites are from the ward’s population-weighted centre.',
        ...notes.map((note) => noteInWords(note, [])),
        `What the council spent: wardstick council "${ward.district_name}".`,
      ].map((note) => fold(`- ${note}`, 2)),
    ].join('\n'),
  ].join('\n\n')
}

function residentsGrid({ populations }: WardProfile): Grid {
  return {
    columns: ['', 'all', '0 to 15', '16 to 59', '60 and over', ''],
    rows: populations.map((row) => [
      `${row.year}${row.year === 2015 ? ' without prisoners' : ''}`,
      count(row.people),
      count(row.aged_0_15),
      count(row.aged_16_59),
      count(row.aged_60_plus),
      row.status === 'modelled' ? 'modelled' : '',
    ]),
  }
}

function deprivationGrid({ deprivation }: WardProfile): Grid {
  return {
    columns: ['', 'IMD score', 'rank', 'income-deprived', 'rank'],
    rows: deprivation.map((row) => [
      String(row.edition),
      row.imd_score === null ? null : digitsOf(row.imd_score, 1),
      row.imd_rank,
      row.income_share === null ? null : `${digitsOf(row.income_share * 100, 1)} %`,
      row.income_rank,
    ]),
  }
}

const count = (people: number | null): string | null => (people === null ? null : writeNumber(people, 0))

/** Counts of what the label of their row names. */
const COUNTS: readonly string[] = ['sites-open', 'sites-4km', 'units-4km']

function amenityText({ kind, days, values, sites, unplaced }: WardAmenity): string {
  const labels = days.map(periodLabel)
  const declared = declaredKind(kind)
  const measureLabels = labelsOf(declared)
  const measures: Grid = {
    columns: [declared.words.title, ...labels],
    rows: SHOWN.filter((measure) => values.some((each) => each.measure === measure)).map((measure) => [
      measureLabels[measure],
      ...days.map((day) => {
        const found = values.find((each) => each.measure === measure && each.value.period === day)?.value
        if (found === undefined) return null
        return COUNTS.includes(measure) ? boundedNumberInWords(found) : boundedInWords(found)
      }),
    ]),
  }
  const list: Grid = {
    columns: ['Nearby (* in the ward)', 'km', ...labels, ''],
    rows: sites.map(({ id, name, metres, inWard, openOn, history }) => [
      `${name ?? `site ${id}`}${inWard ? ' *' : ''}`,
      Number.isFinite(metres) ? digitsOf(metres / 1000, 1) : null,
      ...openOn.map((open) => (open ? 'open' : 'not open')),
      history.join('; '),
    ]),
  }
  const missing =
    unplaced.length === 0
      ? []
      : [fold(`Of the council, and open on one of these days, but of unknown place: ${someOf(unplaced)}.`)]
  return [toText(measures), ...missing, ...(sites.length === 0 ? [] : [toText(list)])].join('\n\n')
}

const MOST_NAMES = 6

/** As many names as a reader takes in, and how many more there are. */
const someOf = (names: readonly string[]): string =>
  names.length <= MOST_NAMES
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
