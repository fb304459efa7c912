import type { PoolRow } from '../../tables/declared/pools.js'
import { periodLabel } from '../../model/period.js'
import { units } from '../../model/unit.js'
import { boundedInWords, figureInWords, listInWords, numberInWords } from '../../values/words.js'
import { poolAmenity } from './poolAmenity.js'
import { POOL_TERMS } from './poolTerms.js'
import type { PlaceTold, SiteClause, SiteKind, SiteTold, SiteWording, WardTold } from './siteKind.js'
import { REPLACED } from './siteSentences.js'

const SITES = units.count('site', 'sites')
const PUBLIC_POOL =
  'A public pool is one of access type “Pay and Play” in Sport England’s register; a pool known by the year ' +
  'built alone counts from 1 January of the year after, and on the day of its closing it is no longer open.'

const WARD: SiteWording<WardTold> = {
  headline: ({ ward }) => {
    const nearer = ward.direction('mean-distance', { less: 'nearer', same: 'as near', more: 'further' })
    const fewer = ward.direction('units-near-centre', { less: 'fewer', same: 'as many', more: 'more' })
    return `Public pools around ${ward.name}: ${nearer}, ${fewer}`
  },
  question: ({ ward }) => `Which pools could residents of ${ward.name} reach, before and after?`,
  sentence: ({ ward, england }) =>
    `Of ${ward.name}’s residents ${ward.course('share-2km')} lived within 2 km of a public pool ` +
    `(England: ${england.numbers('share-2km', ' %')}); ` +
    `within 4 km of the ward’s centre there were ` +
    `${ward.numbers('units-near-centre', ' open pools')}, with ` +
    `${ward.numbers('water-near-centre', ' m² of water')}.`,
  method: ['share-2km', 'units-near-centre', 'water-near-centre'],
  figures: [
    { of: 'ward', measures: ['share-2km', 'units-near-centre', 'water-near-centre'], when: 'days' },
    { of: 'england', measures: ['share-2km'], when: 'days' },
  ],
}

const WIDER: SiteWording<SiteTold> = {
  headline: ({ england, days, claim }) => {
    const last = days.at(-1) ?? claim
    return (
      `England’s public pools: sites ${england.change('sites-open', last)}, water area ` +
      england.change('water-open', last)
    )
  },
  question: () => 'How many public pools did England have, and how large?',
  sentence: ({ england, council, days, claim }) => {
    const last = days.at(-1) ?? claim
    const at = (day: (typeof days)[number]): string =>
      `${figureInWords(england.value('units-open', day))} on ` +
      `${boundedInWords(england.value('sites-open', day))} with ` +
      `${figureInWords(england.value('water-open', day))} on ${periodLabel(day)}`
    return (
      `England had ${listInWords(days.map(at))}: to ${periodLabel(claim)} ` +
      `${england.change('sites-open', claim)} in sites and ${england.change('water-open', claim)} ` +
      `in water area, to ${periodLabel(last)} ${england.change('sites-open', last)} and ` +
      `${england.change('water-open', last)}; in ${council.name} there were ` +
      `${council.numbers('sites-open', ' sites')}.`
    )
  },
  method: ['sites-open', 'units-open', 'water-open'],
  figures: [
    { of: 'england', measures: ['units-open', 'sites-open', 'water-open'], when: 'days' },
    { of: 'council', measures: ['sites-open'], when: 'days' },
  ],
}

function stockInWard(ward: PlaceTold): string {
  return ward.series('sites-open').every(({ value }) => value === 0)
    ? `No public pool stood in ${ward.name} itself in any year from 2008 to 2023.`
    : `In ${ward.name} itself public pools stood on ${ward.numbers('sites-open', ' sites')}.`
}

/** What a reader must know of the register of pools. */
function aboutRegister({ amenity }: SiteTold): string[] {
  return [
    'The register keeps the last access type of a pool alone: one that changed from public to members’ use ' +
      'counts as it was last.',
    ...amenity.keptDespite.filter(({ rows }) => rows > 0).map(({ reason, rows }) => `Counted in: ${rows} ${reason}.`),
  ]
}

const CLAUSES: readonly SiteClause[] = [
  {
    id: 'distances',
    form: 'ward',
    place: 'detail first',
    measures: ['mean-distance', 'distance-from-centre', 'sites-near-centre', 'sites-4km', 'units-4km', 'water-4km'],
    say: ({ ward }) => [
      `The mean distance to the nearest was ${ward.course('mean-distance')}; from the ward’s centre ` +
        `${ward.numbers('distance-from-centre', ' km')}. Sites within 4 km of the centre: ` +
        `${ward.numbers('sites-near-centre')}; within 4 km of a resident, on average, ` +
        `${ward.numbers('sites-4km', ' sites')} with ${ward.numbers('units-4km', ' pools')} ` +
        `and ${ward.numbers('water-4km', ' m²')}.`,
    ],
  },
  {
    id: 'stock',
    form: 'ward',
    place: 'detail first',
    measures: ['sites-open'],
    say: ({ ward }) => [stockInWard(ward)],
  },
  {
    id: 'three-questions',
    form: 'ward',
    place: 'caveat last',
    measures: [],
    say: () => [
      'How near, how many and how large are three questions: a ward may be better off in one and worse in another.',
    ],
  },
  { id: 'public-pool', form: 'ward', place: 'caveat last', measures: [], say: () => [PUBLIC_POOL] },
  { id: 'register', form: 'ward', place: 'caveat last', measures: [], say: aboutRegister },
  {
    id: 'names',
    form: 'ward',
    place: 'caveat last',
    measures: [],
    say: ({ nameSources }) =>
      nameSources.length === 0
        ? []
        : [`The register of pools has no names; these are from: ${nameSources.join('; ')}.`],
  },
  {
    id: 'turnover',
    form: 'wider',
    place: 'detail first',
    measures: ['closings-gross', 'closings-replaced', 'opened', 'reopened', 'net-change'],
    say: ({ england, days }) =>
      england.turnovers.map(
        ({ interval, found }) =>
          `${periodLabel(days[0] ?? interval.since)} to ${periodLabel(interval.until)}: ${found.gross} sites closed, ` +
          `${found.replaced} of them replaced, ${found.opened} opened, ${found.reopened} reopened, net ` +
          `${numberInWords({ value: found.net, unit: SITES }, 'signed')}.`,
      ),
  },
  { id: 'public-pool', form: 'wider', place: 'caveat first', measures: [], say: () => [PUBLIC_POOL] },
  {
    id: 'count-and-capacity',
    form: 'wider',
    place: 'caveat first',
    measures: ['sites-open', 'units-open', 'water-open'],
    say: () => ['Count and capacity can move apart: both are given.'],
  },
  { id: 'replaced', form: 'wider', place: 'caveat first', measures: ['closings-replaced'], say: () => [REPLACED] },
  { id: 'register', form: 'wider', place: 'caveat last', measures: [], say: aboutRegister },
]

/** Public pools: sites of Sport England’s register with at least one pool of access type “Pay and Play”. */
export const POOLS = {
  ...POOL_TERMS,
  documentation: {
    description: 'Swimming pools that anybody can use: where they stand, since when and until when, and their water.',
    keyFacts: [
      'Public is the access type “Pay and Play” of Sport England’s register of July 2024.',
      'The register keeps the last access type alone: a pool that stopped admitting the public is missed.',
      'A pool known by the year built alone counts from 1 January of the year after, with bounds.',
      'A site may hold several pools; it is open while one of them is.',
    ],
    processing: 'Pools of one site counted together; placed in wards of 2013 by their coordinates.',
    cannotSay: 'It does not know prices, timetables or travel by road.',
    otherwise: 'bring a later copy of Active Places',
  },
  tables: { pools: { dataset: 'pools', table: 'pools' } },
  amenity: (rows) => poolAmenity(rows('pools') as readonly PoolRow[]),
  wordings: { ward: WARD, wider: WIDER },
  clauses: CLAUSES,
} as const satisfies SiteKind
