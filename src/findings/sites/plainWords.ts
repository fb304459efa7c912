import type { PlaceTold, SiteKind, SiteTold, SiteWording, WardTold } from '../../indicators/sites/siteKind.js'
import { nearMetres } from '../../indicators/sites/siteTerms.js'
import type { Noun } from '../../model/indicator.js'
import { type IsoDate, periodLabel } from '../../model/period.js'
import type { Value } from '../../model/value.js'
import { digitsOf, writeNumber } from '../../values/rounding.js'
import { isAnything, listInWords, sentenceCase } from '../../values/words.js'

/** A change of less than so many per cent of a distance is told as none. */
const BARELY = 5

/** What residents of a ward can reach, of any kind of sites that has no words of its own. */
export function plainWard(kind: SiteKind): SiteWording<WardTold> {
  const { plain, near } = kind.words
  const within = `within ${nearMetres(kind) / 1000} km`
  return {
    headline: ({ ward, days: [base], claim }) => distanceHeadline(ward, near, base ?? claim, claim),
    question: ({ ward }) => `Which ${plain.many} could residents of ${ward.name} reach, before and after?`,
    sentence: ({ ward, england, days, claim }) => {
      const [before, after] = ends(days, claim, (day) => ward.value(kind.near, day))
      const [first, second] = ends(days, claim, (day) => england.value(kind.near, day))
      return (
        `${stockSentence(ward, plain, days, claim)} ` +
        (isUnknown(before) || isUnknown(after)
          ? `How many of its residents lived ${within} of one is not known.`
          : sentenceCase(`${shareInWords(before)} of its residents lived ${within} of one on `) +
            `${periodLabel(days[0] ?? claim)} and ${shareInWords(after)} on ${periodLabel(claim)} ` +
            `(England: ${shareInWords(first)} and ${shareInWords(second)}).`)
      )
    },
    method: ['sites-open', kind.near, 'mean-distance'],
    figures: [
      { of: 'ward', measures: ['sites-open', kind.near, 'mean-distance'], when: 'days' },
      { of: 'england', measures: [kind.near], when: 'days' },
    ],
  }
}

/** What became of the stock in a council and in England, of any kind of sites that has no words of its own. */
export function plainWider(kind: SiteKind): SiteWording<SiteTold> {
  const { plain } = kind.words
  return {
    headline: ({ council, days: [base], claim }) => stockHeadline(council, plain, base ?? claim, claim),
    question: ({ council }) => `How many ${plain.many} closed and opened in ${council.name} and in England?`,
    sentence: ({ council, england, days, claim }) => {
      const [own, all] = [council, england].map((place) => turnoverTo(place, claim))
      return own === undefined || all === undefined
        ? `What closed and opened in ${council.name} by ${periodLabel(claim)} is not known.`
        : `From ${periodLabel(days[0] ?? claim)} to ${periodLabel(claim)} ${countOf(own.gross, plain)} closed and ` +
            `${count(own.opened)} opened in ${council.name} (England: ${count(all.gross)} and ${count(all.opened)}).`
    },
    method: ['sites-open', 'closings-gross', 'closings-replaced', 'opened', 'net-change'],
    figures: (['council', 'england'] as const).flatMap((of) => [
      { of, measures: ['sites-open'], when: 'days' },
      { of, measures: ['closings-gross', 'closings-replaced', 'opened', 'net-change'], when: 'intervals' },
    ]),
  }
}

/** What else is told of a ward: the average distance on every day, and since when anything is known. */
export const plainWardDetail = ({ ward, days }: WardTold, { words: { plain } }: SiteKind): string[] => [
  `The average distance of its residents to the nearest ${plain.one}: ` +
    `${listInWords(days.map((day) => `${kilometres(ward.value('mean-distance', day))} on ${periodLabel(day)}`))}.`,
  `Open in the ward: ${listInWords(days.map((day) => `${stockOn(ward, day, plain)} on ${periodLabel(day)}`))}.`,
]

/** What closed and opened in the council and in England up to every day. */
export const plainWiderDetail = ({ council, england }: SiteTold, { words: { plain } }: SiteKind): string[] =>
  [council, england].flatMap((place) =>
    place.turnovers.map(
      ({ interval, found }) =>
        `${place.name}, ${periodLabel(interval.since)} to ${periodLabel(interval.until)}: ` +
        `${countOf(found.gross, plain)} closed, ${count(found.replaced)} of them replaced; ${count(found.opened)} ` +
        `opened, ${count(found.reopened)} reopened.`,
    ),
  )

/** Since when a kind of sites is known, where that is after the first cuts. */
export function knownSince({ days, words }: SiteKind): string[] {
  return days.first <= '2010-04-01'
    ? []
    : [
        `The ${words.plain.many} are known only since ${periodLabel(days.first)}: no figure here shows what changed ` +
          `before.`,
      ]
}

/** What counts as replaced. */
export const PLAIN_REPLACED = 'Replaced: another one opened within 12 months and 2 km; one may replace several.'

function distanceHeadline(ward: PlaceTold, near: string, base: IsoDate, claim: IsoDate): string {
  const [before, after] = [ward.value('mean-distance', base), ward.value('mean-distance', claim)]
  if (before.value === null || after.value === null)
    return `How far residents of ${ward.name} lived from ${near} is not known`
  const change = before.value === 0 ? 0 : ((after.value - before.value) / before.value) * 100
  const [low, high] = change < 0 ? [after, before] : [before, after]
  const isOpen = (low.bounds?.upper ?? low.value ?? 0) > (high.bounds?.lower ?? high.value ?? 0)
  const verb =
    Math.abs(change) < BARELY
      ? 'barely changed'
      : isOpen
        ? `perhaps ${change < 0 ? 'fell' : 'rose'}`
        : `${change < 0 ? 'fell' : 'rose'} by ${digitsOf(Math.abs(change), 0)}%`
  return `${possessive(ward.name)} average distance to ${near} ${verb} by ${monthOf(claim)}`
}

function stockHeadline(council: PlaceTold, plain: Noun, base: IsoDate, claim: IsoDate): string {
  const [before, after] = [council.value('sites-open', base), council.value('sites-open', claim)]
  if (before.value === null || after.value === null)
    return `How many ${plain.many} ${council.name} had by ${monthOf(claim)} is not known`
  if (before.value === 0 && after.value === 0 && !isOpenEnded(before) && !isOpenEnded(after))
    return `${council.name} had no ${plain.one} in ${yearOf(base)} or ${yearOf(claim)}`
  if (isOpenEnded(before) || isOpenEnded(after))
    return (
      `${council.name} had ${stock(before, plain)} in ${yearOf(base)}, ` +
      `${stock(after, { one: '', many: '' }).trim()} by ${monthOf(claim)}`
    )
  const change = after.value - before.value
  if (change === 0) return `${council.name} had ${stock(before, plain)} in ${yearOf(base)} and in ${yearOf(claim)}`
  return (
    `${council.name} had ${count(Math.abs(change))} ${change < 0 ? 'fewer' : 'more'} ` +
    `${Math.abs(change) === 1 ? plain.one : plain.many} by ${monthOf(claim)}`
  )
}

/** How many sites a ward had before and after; where it never had one, how far the nearest was. */
function stockSentence(ward: PlaceTold, plain: Noun, days: readonly IsoDate[], claim: IsoDate): string {
  const [before, after] = ends(days, claim, (day) => ward.value('sites-open', day))
  const [base] = days
  if (ward.series('sites-open').every((value) => value.value === 0 && !isOpenEnded(value))) {
    const distance = ward.value('mean-distance', claim)
    const nearest =
      distance.value === null ? '' : `; the nearest was ${kilometres(distance)} from its residents on average`
    return `There was no ${plain.one} in ${ward.name} in ${yearOf(base ?? claim)} or ${yearOf(claim)}${nearest}.`
  }
  const [first, last] = [stock(before, plain), stock(after, plain)]
  return first === last
    ? `${ward.name} had ${first} in ${yearOf(base ?? claim)} and in ${yearOf(claim)}.`
    : `${ward.name} had ${first} in ${yearOf(base ?? claim)} and ${last} by ${monthOf(claim)}.`
}

const ends = (days: readonly IsoDate[], claim: IsoDate, of: (day: IsoDate) => Value): [Value, Value] => [
  of(days[0] ?? claim),
  of(claim),
]

const isUnknown = (value: Value): boolean => value.value === null || isAnything(value)
const isOpenEnded = ({ bounds, status }: Value): boolean => bounds !== undefined || status === 'partial'

/** A share in whole per cent, with what dates and places leave open: `19% (19% to 90%)`, `at least 40%`. */
function shareInWords(value: Value): string {
  if (value.value === null || isAnything(value)) return 'an unknown share'
  const [own, lower, upper] = [value.value, value.bounds?.lower, value.bounds?.upper].map((each) =>
    each === undefined ? undefined : `${digitsOf(each, 0)}%`,
  )
  const range = lower === undefined || lower === upper ? '' : ` (${lower} to ${upper ?? ''})`
  return `${value.status === 'partial' ? 'at least ' : ''}${own ?? ''}${range}`
}

/** How many sites are open: `no library`, `one library`, `2 libraries`, `2 or 3 libraries`, `at least 2 libraries`. */
function stock({ value, bounds, status }: Value, noun: Noun): string {
  if (value === null) return `an unknown number of ${noun.many}`
  if (bounds !== undefined && bounds.lower !== bounds.upper)
    return `${bounds.lower} ${bounds.upper === bounds.lower + 1 ? 'or' : 'to'} ${bounds.upper} ${noun.many}`
  if (status === 'partial') return `at least ${countOf(value, noun)}`
  return countOf(value, noun)
}

const stockOn = (place: PlaceTold, day: IsoDate, noun: Noun): string => stock(place.value('sites-open', day), noun)

const turnoverTo = ({ turnovers }: PlaceTold, day: IsoDate) =>
  turnovers.find(({ interval }) => interval.until === day)?.found

const countOf = (number: number, { one, many }: Noun): string =>
  number === 0 ? `no ${one}` : number === 1 ? `one ${one}` : `${writeNumber(number, 0)} ${many}`
const count = (number: number): string => (number === 0 ? 'none' : number === 1 ? 'one' : writeNumber(number, 0))
const kilometres = ({ value }: Value): string => (value === null ? 'not known' : `${digitsOf(value, 1)} km`)
const yearOf = (day: IsoDate): string => day.slice(0, 4)
const monthOf = (day: IsoDate): string => periodLabel(day).replace(/^\d+ /, '')

/** A name in the genitive: `Aspley’s`, `St Ann’s`, `Isles of Scilly’s`, `Broomfields’`. */
function possessive(name: string): string {
  if (/[’']s$/.test(name)) return name
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}
