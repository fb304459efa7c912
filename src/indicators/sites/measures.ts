import type { MeasureDescription } from '../../model/indicator.js'
import { units } from '../../model/unit.js'
import type { AccessMeasureId, AmenityMeasureId, Distance } from './siteMeasures.js'

/** One measure of an amenity: what is counted, its unit and rule. */
export interface AmenityMeasure extends Omit<MeasureDescription, 'source' | 'availableFrom'> {
  readonly id: AmenityMeasureId
}

const [SITE, LIBRARY] = [units.count('site', 'sites'), units.count('library', 'libraries')]
const UNIT = units.count('unit', 'units')
const [CLOSINGS, OPENINGS] = [units.count('closing', 'closings'), units.count('opening', 'openings')]
const RESIDENTS = units.perCent('residents')
const STOCK = {
  kind: 'count',
  polarity: 'more is better',
  level: 'site',
  missingRule: 'A site of unknown opening or status is left out and counted.',
} as const
const ACCESS = {
  level: 'ward',
  missingRule:
    'Missing without residents; a site of which only the neighbourhood is known counts at its likeliest point, ' +
    'with bounds.',
} as const
const FLOW = {
  kind: 'count',
  polarity: 'none',
  level: 'site',
  missingRule: 'An event counts on the last day on which it can have happened.',
} as const
const NEAR_CENTRE =
  'Within 4 km of the ward’s population-weighted centre, as the crow flies: whole sites, but at a sharp edge; ' +
  'the means over residents have none.'
const AT_CENTRES = 'Residents of mid-2015 at the population-weighted centre of their LSOA, as the crow flies.'

/**
 * The measures of an amenity: its open stock on a day, how near it is to residents, what closed and opened between two
 * days, and the hours of libraries.
 */
export const AMENITY_MEASURES = {
  'sites-open': {
    id: 'sites-open',
    title: 'Open sites',
    unit: SITE,
    method: 'Sites with at least one open public pool, or open static libraries, on the day.',
    ...STOCK,
  },
  'units-open': {
    id: 'units-open',
    title: 'Open pools or libraries',
    unit: UNIT,
    method: 'A site may hold several pools; a library counts once.',
    ...STOCK,
  },
  'water-open': {
    id: 'water-open',
    title: 'Water area open',
    unit: units.squareMetres,
    method: 'Sum of the water areas of the open public pools.',
    ...STOCK,
    kind: 'amount',
  },
  ...accessMeasures(),
  'mean-distance': {
    id: 'mean-distance',
    title: 'Mean distance to the nearest',
    kind: 'rate',
    unit: units.meanKilometres,
    polarity: 'less is better',
    method: `Mean over residents of the distance to the nearest open site. ${AT_CENTRES}`,
    ...ACCESS,
  },
  'distance-from-centre': {
    id: 'distance-from-centre',
    title: 'Distance from the ward’s centre to the nearest',
    kind: 'rate',
    unit: units.kilometres,
    polarity: 'less is better',
    method: 'From the population-weighted centre of the ward, as the crow flies.',
    ...ACCESS,
  },
  'sites-near-centre': {
    id: 'sites-near-centre',
    title: 'Open sites within 4 km of the ward’s centre',
    kind: 'count',
    unit: SITE,
    polarity: 'more is better',
    method: NEAR_CENTRE,
    ...ACCESS,
  },
  'units-near-centre': {
    id: 'units-near-centre',
    title: 'Open pools or libraries within 4 km of the ward’s centre',
    kind: 'count',
    unit: UNIT,
    polarity: 'more is better',
    method: NEAR_CENTRE,
    ...ACCESS,
  },
  'water-near-centre': {
    id: 'water-near-centre',
    title: 'Water area within 4 km of the ward’s centre',
    kind: 'amount',
    unit: units.squareMetres,
    polarity: 'more is better',
    method: NEAR_CENTRE,
    ...ACCESS,
  },
  'closings-gross': {
    id: 'closings-gross',
    title: 'Closings, gross',
    unit: CLOSINGS,
    method: 'Sites that closed and were not meant to reopen; replaced ones included.',
    ...FLOW,
  },
  'closings-replaced': {
    id: 'closings-replaced',
    title: 'of them replaced',
    unit: CLOSINGS,
    method:
      'Another site of the kind opened within 12 months and 2 km, or the site itself reopened within 12 ' +
      'months; one new site may replace several.',
    ...FLOW,
  },
  'closings-said-replaced': {
    id: 'closings-said-replaced',
    title: 'of them said to be replaced',
    unit: CLOSINGS,
    method: 'The list says that another library takes its place; none is found within 12 months and 2 km.',
    ...FLOW,
  },
  'closings-open-again': {
    id: 'closings-open-again',
    title: 'of them open again',
    unit: CLOSINGS,
    method: 'Neither replaced nor said to be; the site itself is open on the last day.',
    ...FLOW,
  },
  'closings-lasting': {
    id: 'closings-lasting',
    title: 'of them for good',
    unit: CLOSINGS,
    method: 'Neither replaced nor said to be, and not open on the last day.',
    ...FLOW,
  },
  'closings-temporary': {
    id: 'closings-temporary',
    title: 'Temporary closings',
    unit: CLOSINGS,
    method: 'Closed for works or another reason that is meant to end.',
    ...FLOW,
  },
  transferred: {
    id: 'transferred',
    title: 'Passed from the council to another operator',
    unit: LIBRARY,
    method:
      'Run by a commissioned body, a community group or an independent one from then on, and open; known from ' +
      'July 2016 on, between the lists.',
    ...FLOW,
  },
  opened: {
    id: 'opened',
    title: 'Opened',
    unit: OPENINGS,
    method: 'Sites that opened for the first time.',
    ...FLOW,
  },
  reopened: {
    id: 'reopened',
    title: 'Reopened',
    unit: OPENINGS,
    method: 'Sites that opened again after a closing of any kind.',
    ...FLOW,
  },
  'lost-from-sight': {
    id: 'lost-from-sight',
    title: 'Lost from sight',
    unit: LIBRARY,
    method: 'Open in a list; later lists tell neither a closing nor an operator.',
    ...FLOW,
  },
  'net-change': {
    id: 'net-change',
    title: 'Net change of open sites',
    unit: SITE,
    method: 'Open sites on the last day less those on the first.',
    ...FLOW,
    polarity: 'more is better',
  },
  'lost-months': {
    id: 'lost-months',
    title: 'Library-months lost to temporary closings',
    unit: units.libraryMonths,
    method: 'Months for which libraries were temporarily closed between the two days, summed.',
    ...FLOW,
    kind: 'amount',
    polarity: 'less is better',
  },
  'staffed-hours': {
    id: 'staffed-hours',
    title: 'Staffed hours a week',
    unit: units.hoursAWeek,
    method: 'Sum of the staffed hours of the open static libraries that the edition prints.',
    ...STOCK,
    kind: 'amount',
  },
} as const satisfies Readonly<Record<string, AmenityMeasure>>

function accessMeasures(): Readonly<Record<AccessMeasureId, AmenityMeasure>> {
  const of = (distance: Distance) => {
    const words = distance.replace('km', ' km')
    return {
      [`share-${distance}`]: {
        id: `share-${distance}`,
        title: `Residents within ${words}`,
        kind: 'share',
        unit: RESIDENTS,
        polarity: 'more is better',
        method: `Share of residents with an open site within ${words}. ${AT_CENTRES}`,
        ...ACCESS,
      },
      [`sites-${distance}`]: {
        id: `sites-${distance}`,
        title: `Open sites within ${words}`,
        kind: 'rate',
        unit: units.meanCount('site', 'sites'),
        polarity: 'more is better',
        method: `Mean over residents. ${AT_CENTRES}`,
        ...ACCESS,
      },
      [`units-${distance}`]: {
        id: `units-${distance}`,
        title: `Open pools or libraries within ${words}`,
        kind: 'rate',
        unit: units.meanCount('unit', 'units'),
        polarity: 'more is better',
        method: `Mean over residents. ${AT_CENTRES}`,
        ...ACCESS,
      },
      [`water-${distance}`]: {
        id: `water-${distance}`,
        title: `Water area within ${words}`,
        kind: 'rate',
        unit: units.meanSquareMetres,
        polarity: 'more is better',
        method: `Mean over residents. ${AT_CENTRES}`,
        ...ACCESS,
      },
    }
  }
  return { ...of('1km'), ...of('2km'), ...of('4km') } as Readonly<Record<AccessMeasureId, AmenityMeasure>>
}
