import { requireRecord } from '../../model/given.js'
import type { Noun } from '../../model/indicator.js'
import type { IsoDate } from '../../model/period.js'
import { sentenceCase } from '../../values/words.js'
import type { Amenity } from './amenity.js'
import type { SiteKind, SiteRows } from './siteKind.js'
import type { AmenityMeasureId } from './siteMeasures.js'
import type { SiteTerms, SiteWords } from './siteTerms.js'

/** What is said of a kind of sites to declare it; all else has a default that fits anything that opens and closes. */
export interface DeclaredSites extends Partial<Omit<SiteKind, 'id' | 'words' | 'days' | 'amenity'>> {
  /** First part of the ids of its figures and findings: lower-case letters, digits and hyphens. */
  readonly id: string
  /** What people say for one and for many: `sports hall`, `sports halls`. */
  readonly one: string
  readonly many: string
  /** Words for it where the two are not enough. */
  readonly words?: Partial<SiteWords>
  /** The first and the last day on which its stock is counted. */
  readonly days: SiteTerms['days']
  /** The dataset that its figures are from, and whose they are. */
  readonly source: string
  readonly publisher: string
  /** Its sites, made from the rows of its tables. */
  readonly amenity: (rows: SiteRows, terms: SiteTerms) => Amenity
}

/**
 * Declares a kind of sites: anything that opens and closes at a place. It is measured, compared, told, drawn and
 * printed as pools and libraries are.
 *
 * @example
 * import { datedSites, siteKind } from 'wardstick'
 * const pubs = siteKind({
 *   id: 'pubs',
 *   one: 'pub',
 *   many: 'pubs',
 *   days: { first: '2010-04-01', last: '2023-12-31' },
 *   source: 'my-pubs',
 *   publisher: 'A list of pubs',
 *   amenity: (_, terms) => datedSites(terms, []),
 * })
 * pubs.words.near // => 'a pub'
 * pubs.widerFinding // => 'pubs-wider'
 */
export function siteKind<const Id extends string>(
  given: DeclaredSites & { readonly id: Id },
): SiteKind & { readonly id: Id } {
  requireRecord('kind of sites', given, 'id, one, many, days, source, publisher and amenity')
  const { id, one, many, amenity, words, ...own } = given
  const noun: Noun = { one, many }
  const unit = own.unit ?? null
  const near = own.near ?? 'share-2km'
  const terms: SiteTerms = {
    counted: noun,
    aspects: unit === null ? [] : ['units'],
    compared: compared(unit !== null),
    charted: [near],
    told: [near, 'mean-distance', 'sites-2km'],
    texts: textsOf(noun, unit),
    profileDays: profileDays(given.days),
    transfersFrom: null,
    opensBy: 'date',
    hasNames: true,
    belongsBy: 'ward',
    mayLackPlace: false,
    wider: 'council',
    widerFinding: `${id}-wider`,
    licence: null,
    notes: { timeline: [], stock: [] },
    ...own,
    id,
    words: wordsOf(noun, words),
    unit,
    near,
  }
  return {
    tables: {},
    wordings: {},
    clauses: [],
    documentation: {
      description: `${terms.words.title}: where they stand, since when and until when.`,
      keyFacts: [],
      processing: 'As given.',
      cannotSay: 'Its author says nothing of it.',
    },
    ...own,
    ...terms,
    id,
    amenity: (rows) => amenity(rows, terms),
  }
}

function wordsOf(noun: Noun, words: Partial<SiteWords> = {}): SiteWords {
  const near = `${/^[aeiou]/i.test(noun.one) ? 'an' : 'a'} ${noun.one}`
  return {
    short: noun.many,
    title: sentenceCase(noun.many),
    plain: noun,
    full: noun,
    site: noun,
    register: `list of ${noun.many}`,
    near,
    nearInFull: words.near ?? near,
    ...words,
  }
}

const compared = (hasUnits: boolean): readonly AmenityMeasureId[] => [
  'share-1km',
  'share-2km',
  'share-4km',
  'mean-distance',
  'sites-2km',
  'sites-4km',
  ...(hasUnits ? (['units-4km'] as const) : []),
]

/** The days of a profile that the kind covers: before the cuts, at the claim’s day, and the last. */
function profileDays({ first, last }: SiteTerms['days']): readonly IsoDate[] {
  const usual: readonly IsoDate[] = ['2010-04-01', '2015-03-31', '2023-04-01']
  const within = usual.filter((day) => day > first && day <= last)
  return within.length === usual.length ? within : [first, ...within]
}

/** The measures whose title or rule names what is counted. */
function textsOf({ many }: Noun, unit: Noun | null): SiteTerms['texts'] {
  const units = unit?.many ?? many
  const within = (distance: string) => ({ title: `Open ${units} within ${distance}`, method: 'Mean over residents.' })
  return {
    'sites-open': { title: `Open ${many}`, method: `${sentenceCase(many)} open on the day.` },
    'units-open': { title: `Open ${units}`, method: `${sentenceCase(units)} of the ${many} open on the day.` },
    'units-1km': within('1 km'),
    'units-2km': within('2 km'),
    'units-4km': within('4 km'),
    transferred: {
      title: 'Passed to another operator',
      method: 'Run by another body from then on, and open.',
    },
    'lost-from-sight': {
      title: 'Lost from sight',
      method: 'Open in a list; later lists do not tell what became of it.',
    },
  }
}
