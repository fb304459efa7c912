import type { LibraryEventRow, LibraryPlaceRow, LibraryRow } from '../../tables/declared/libraries.js'
import { periodLabel } from '../../model/period.js'
import { units } from '../../model/unit.js'
import type { Value } from '../../model/value.js'
import { writeNumber } from '../../values/rounding.js'
import { boundedInWords, figureInWords, listInWords, numberInWords } from '../../values/words.js'
import { lastSeenOpen } from '../libraryState.js'
import type { Turnover } from '../turnover.js'
import { libraryAmenity } from './libraryAmenity.js'
import { type LibraryEdition, HOURS_DAYS, withLibraryReports } from './libraryMeasures.js'
import { LIBRARY_TERMS } from './libraryTerms.js'
import type { PlaceTold, SiteClause, SiteKind, SiteTold, SiteWording, WardTold } from './siteKind.js'
import type { AmenityMeasureId } from './siteMeasures.js'
import { REPLACED } from './siteSentences.js'

const SITES = units.count('site', 'sites')
const DATES =
  'Libraries are the union of six lists of 2016 to 2025; most openings and closings are known by the year ' +
  'alone and count from its end. Numbers in brackets are the least and the most that dates and places leave open.'
const LOST_FROM_SIGHT = 'lost from sight: open in one list, and of unknown fate in the later ones'

/** What is in a count of closings and openings. */
const TURNOVER: readonly AmenityMeasureId[] = [
  'closings-gross',
  'closings-replaced',
  'closings-said-replaced',
  'closings-open-again',
  'closings-lasting',
  'opened',
  'lost-from-sight',
  'net-change',
]

/** What became of the libraries that closed: `3 replaced or said to be, 1 open again, 2 for good`. */
const kindsOfClosings = ({ replaced, saidReplaced, openAgain, lasting }: Turnover): string =>
  [
    `${replaced + saidReplaced} replaced or said to be`,
    ...(openAgain === 0 ? [] : [`${openAgain} open again`]),
    `${lasting} for good`,
  ].join(', ')

/** What closed around a ward up to the last day, and whether the first stock may have been larger. */
function closedIn({ ward, days }: WardTold) {
  const last = ward.turnovers.at(-1)
  if (last === undefined) return null
  const [before, after] = [days[0], days.at(-1)].map((day) => ward.value('sites-open', day ?? last.interval.since))
  return { ...last, known: (before?.bounds?.upper ?? 0) > (after?.value ?? 0) ? ' known to be' : '' }
}

const WARD: SiteWording<WardTold> = {
  headline: (told) => {
    const closed = closedIn(told)
    if (closed === null) return ''
    const { found, known } = closed
    return (
      `Libraries in ${told.ward.name}: ` +
      (found.gross === 0 ? `none${known} lost for good` : `${found.gross} closed`) +
      (found.temporary > 0 ? `, ${found.temporary} shut for a time` : '')
    )
  },
  question: ({ ward }) => `Which libraries could residents of ${ward.name} reach, before and after?`,
  sentence: (told) => {
    const { ward, england, least } = told
    const closed = closedIn(told)
    if (closed === null) return ''
    const { found, known, interval } = closed
    const leastShare =
      least === null ? '' : `, and ${figureInWords(least)} at the least (on ${periodLabel(least.period)}),`
    return (
      `${ward.name} had ${ward.course('sites-open')}: ` +
      (found.gross === 0 ? `none${known} closed for good` : `${found.gross} closed (${kindsOfClosings(found)})`) +
      `${found.lostFromSight === 0 ? '' : `, ${found.lostFromSight} of unknown fate`}, ` +
      `${found.temporary === 0 ? 'none' : found.temporary} closed for a time` +
      `${found.temporary === 0 ? '' : lostMonths(ward.value('lost-months', interval))}; ` +
      `of its residents ${ward.numbers('share-1km', ' %')}${leastShare} ` +
      `lived within 1 km of an open one (England: ${england.numbers('share-1km', ' %')}).`
    )
  },
  method: ['sites-open', 'share-1km', 'closings-gross', 'closings-temporary', 'lost-months'],
  figures: [
    { of: 'ward', measures: ['sites-open', 'share-1km'], when: 'days' },
    { of: 'ward', measures: ['share-1km'], when: 'least' },
    {
      of: 'ward',
      measures: ['closings-gross', 'closings-replaced', 'closings-temporary', 'lost-months'],
      when: 'last interval',
    },
    { of: 'england', measures: ['share-1km'], when: 'days' },
  ],
}

function lostMonths(lost: Value): string {
  const allowed =
    lost.bounds === undefined ? '' : `, ${lost.bounds.lower} to ${lost.bounds.upper} by what its dates allow`
  return ` (${figureInWords(lost)} lost${allowed})`
}

const WIDER: SiteWording<SiteTold> = {
  headline: ({ council }) => `Libraries in ${council.name} and in England, gross and net`,
  question: ({ council }) => `How many libraries closed in ${council.name} and in England?`,
  sentence: ({ council, england, days }) => {
    const first = days[0] ?? '2010-04-01'
    const summary = (place: PlaceTold): string =>
      `${place.name} had ${boundedInWords(place.value('sites-open', first))} ` +
      `on ${periodLabel(first)}; ${place.turnovers.map(turnoverInWords).join('; ')}`
    return `${summary(council)}. ${summary(england)}.`
  },
  method: ['sites-open', ...TURNOVER],
  figures: (['council', 'england'] as const).flatMap((of) => [
    { of, measures: ['sites-open'], when: 'base' },
    { of, measures: TURNOVER, when: 'intervals' },
  ]),
}

function turnoverInWords({ interval, found }: PlaceTold['turnovers'][number]): string {
  const closed =
    found.gross === 0 ? 'none had closed' : `${writeNumber(found.gross, 0)} had closed (${kindsOfClosings(found)})`
  const fate = found.lostFromSight === 0 ? '' : `, ${found.lostFromSight} were of unknown fate`
  return (
    `until ${periodLabel(interval.until)} ${closed}, ${found.opened === 0 ? 'none' : found.opened} ` +
    `opened${fate}, net ${numberInWords({ value: found.net, unit: SITES }, 'signed')}`
  )
}

/** What became of the libraries of a place up to the last day, beside closings for good. */
function besideClosings(place: PlaceTold, days: SiteTold['days']): string[] {
  const found = place.turnovers.at(-1)?.found
  if (found === undefined) return []
  return [
    `${place.name}, to ${periodLabel(days.at(-1) ?? '2023-04-01')}: closed for a time ` +
      `${found.temporary}, reopened ${found.reopened}, passed from the council to another operator ` +
      (found.transferred === null ? 'not known before July 2016' : `${found.transferred} (since July 2016)`) +
      `; of the closings ${found.replaced} replaced within 12 months and 2 km, ` +
      `${found.saidReplaced} said to be replaced without such a library` +
      `${found.lostFromSight === 0 ? '' : `; ${found.lostFromSight} ${LOST_FROM_SIGHT}`}.`,
  ]
}

const MEAN_HOURS = units.meanCount('hour a week', 'hours a week')
const hoursOn = (value: Value): string =>
  `${numberInWords({ ...value, unit: MEAN_HOURS })} on ${periodLabel(value.period)}` +
  (value.status === 'partial' ? ' (of those that print them)' : '')

function hours(place: PlaceTold): string[] {
  const known = place.series('staffed-hours').filter(({ value }) => value !== null)
  return known.length === 0
    ? []
    : [`Staffed hours a week of the open libraries in ${place.name}: ${listInWords(known.map(hoursOn))}.`]
}

const CLAUSES: readonly SiteClause[] = [
  {
    id: 'distance',
    form: 'ward',
    place: 'detail last',
    measures: ['mean-distance'],
    say: ({ ward }) => [`The mean distance to the nearest open library was ${ward.course('mean-distance')}.`],
  },
  {
    id: 'transferred',
    form: 'ward',
    place: 'detail last',
    measures: ['transferred'],
    say: (told) => {
      const transferred = closedIn(told)?.found.transferred ?? null
      return [
        `Passed from the council to another operator: ` +
          `${transferred === null ? 'not known before July 2016' : `${transferred} since July 2016`}.`,
      ]
    },
  },
  { id: 'hours', form: 'ward', place: 'detail last', measures: ['staffed-hours'], say: ({ ward }) => hours(ward) },
  {
    id: 'lost-months',
    form: 'ward',
    place: 'caveat first',
    measures: ['closings-temporary', 'lost-months'],
    say: (told) =>
      (closedIn(told)?.found.temporary ?? 0) > 0
        ? ['A library shut for rebuilding is no closing, and its lost months are no small matter: both are given.']
        : [],
  },
  { id: 'dates', form: 'ward', place: 'caveat first', measures: [], say: () => [DATES] },
  {
    id: 'beside-closings',
    form: 'wider',
    place: 'detail first',
    measures: ['closings-temporary', 'reopened', 'transferred', 'closings-said-replaced', 'lost-from-sight'],
    say: ({ council, england, days }) => [council, england].flatMap((place) => besideClosings(place, days)),
  },
  {
    id: 'hours',
    form: 'wider',
    place: 'detail first',
    measures: ['staffed-hours'],
    say: ({ council, england }) => [council, england].flatMap(hours),
  },
  { id: 'dates', form: 'wider', place: 'caveat first', measures: [], say: () => [DATES] },
  { id: 'replaced', form: 'wider', place: 'caveat first', measures: ['closings-replaced'], say: () => [REPLACED] },
  {
    id: 'net',
    form: 'wider',
    place: 'caveat first',
    measures: ['net-change'],
    say: () => [
      'Net is open libraries on the last day less those on the first: reopenings and closings for a time are in it.',
    ],
  },
  {
    id: 'static',
    form: 'wider',
    place: 'caveat last',
    measures: [],
    say: () => [
      'Static public libraries, whoever runs them; mobile, prison and archive libraries are left out. A ' +
        'library that passes to volunteers stays open here: its hours and staff may not be what they were.',
    ],
  },
]

/** Static public libraries: the union of six lists of 2016 to 2025. */
export const LIBRARIES = {
  ...LIBRARY_TERMS,
  documentation: {
    description: 'Static public libraries of England: where they stand, since when and until when, and who runs them.',
    keyFacts: [
      'The union of six lists of 2016 to 2025; before 1 April 2010 nothing is known.',
      'Most openings and closings are known by the year alone and count from its end, with bounds.',
      'A library that passes to volunteers stays open here.',
      'A library that moved stands where it stood on the day.',
      'Of some libraries only the neighbourhood is known: shares and distances have bounds.',
    ],
    processing: 'Rows of one library joined by name and postcode; placed in wards of 2013 by coordinates or postcode.',
    cannotSay: 'It does not know stock, staff or visits, and opening hours in three editions alone.',
    otherwise: 'bring a later edition of the basic dataset of Arts Council England',
  },
  editionDays: HOURS_DAYS,
  tables: {
    libraries: { dataset: 'libraries', table: 'libraries' },
    places: { dataset: 'libraries', table: 'places' },
    events: { dataset: 'libraries', table: 'events' },
    editions: {
      dataset: 'libraries',
      table: 'editions',
      columns: ['library_id', 'edition', 'state', 'staffed_hours'],
    },
  },
  amenity: (rows) => {
    const events = rows('events') as readonly LibraryEventRow[]
    const editions = rows('editions') as readonly LibraryEdition[]
    const libraries = libraryAmenity(
      rows('libraries') as readonly LibraryRow[],
      events,
      lastSeenOpen(editions),
      rows('places') as readonly LibraryPlaceRow[],
    )
    return withLibraryReports(libraries, events, editions)
  },
  wordings: { ward: WARD, wider: WIDER },
  clauses: CLAUSES,
} as const satisfies SiteKind
