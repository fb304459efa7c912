import type { NoteId } from '../model/notes.js'
import { periodLabel } from '../model/period.js'
import type { Value } from '../model/value.js'
import { quantile } from '../stats/distribution.js'
import type { Comparison } from './comparison.js'
import type { IndicatorResult, OutturnResult, StudyResult } from './studyResult.js'
import { amountInWords, changeInWords, listInWords, noteInWords, percentInWords } from '../values/words.js'
import type { Figure } from './figures.js'
import type { Finding } from './finding.js'

/** A base below this share of the comparators' median makes a change in per cent meaningless. */
const SMALL_BASE = 0.1
/** The notes that say why a figure is missing. */
const REASONS: ReadonlySet<string> = new Set<NoteId>([
  'not-returned',
  'negative-zero-or-not-returned',
  'council-ended',
  'no-edition',
  'not-in-the-form',
  'no-official-total',
  'predecessor-divided',
  'population-missing',
  'basis-differs',
  'through-zero',
])

/** That a ward has no spending of its own; nothing without a ward. */
export function inheritance({ ward, council, study }: StudyResult): string[] {
  if (ward === null) return []
  const later = study.ward?.laterCodes ?? []
  return [
    `No council publishes its spending by ward: ${ward.name} (${ward.code}, ` +
      `${ward.vintage}${later.length === 0 ? '' : `; later ${listInWords(later)}`}) inherits the figures of ` +
      `${council.name}, as every ward of the council does; they say nothing of how much of the spending, or ` +
      `of a cut, fell on the ward.`,
  ]
}

/**
 * The comparison that a finding speaks of first: real terms, per head, from the base year to the claim's; to the first
 * later year where the figures begin too late for the claim.
 */
export function headline(each: IndicatorResult, study: StudyResult['study']): Comparison | undefined {
  return (
    each.comparisons.find(({ kind, measure }) => kind === 'plain' && measure === 'real per head') ?? since(each, study)
  )
}

/** The comparison with the first year after the claim’s. */
function since({ comparisons }: IndicatorResult, { claimYear }: StudyResult['study']): Comparison | undefined {
  return comparisons.find(
    ({ kind, measure, own }) =>
      kind === 'since' &&
      measure === 'real per head' &&
      typeof own.after.period === 'string' &&
      own.after.period > claimYear,
  )
}

/** What became of the council’s spending on one indicator. */
export function spendingFinding(each: OutturnResult, result: StudyResult): Finding[] {
  const { indicator } = each
  const { council, study } = result
  const first = headline(each, study)
  if (first === undefined) return []
  const change = first.own.change.value
  const later = laterThan(first, each, study)
  return [
    {
      id: indicator.id,
      headline:
        `${indicator.title} in ${whoseFigure(first.own.change, result)}${sinceWords(first, study)}: ` +
        (change === null ? 'change not known' : `${changeInWords(change)} a head`),
      question: `What became of ${council.name}’s spending on ${indicator.inWords}?`,
      sentence: [...beginsLate(each, study), ownSentence(each, first, result), ...sinceSentence(later, result)].join(
        ' ',
      ),
      detail: [comparatorSentence(first, result), contextSentence(first)].filter(Boolean),
      caveats: [
        ...unlikeOthers(result),
        ...brokenBetween(first, result),
        ...brokenSince(first, later, result),
        ...inheritance(result),
        ...caveatsOf(each, first, result),
      ],
      method: methodOf([each], result),
      figures: [first, ...(later === undefined ? [] : [later])].flatMap((shown) => figuresOfChange(each, shown)),
      rows: rowsOf(each, first, result),
    },
  ]
}

/** The comparison that is said second: to the first year after the claim’s, where the claim’s own is said first. */
function laterThan(first: Comparison, each: IndicatorResult, study: StudyResult['study']): Comparison | undefined {
  return first.kind === 'since' ? undefined : since(each, study)
}

/** That a figure is not of the claim’s time. */
const sinceWords = ({ kind }: Comparison, { claimYear }: StudyResult['study']): string =>
  kind === 'since' ? ` since ${claimYear}` : ''

/** Why a line says nothing of the claim’s time. */
function beginsLate({ indicator, base, comparisons }: IndicatorResult, study: StudyResult['study']): string[] {
  if (comparisons.some(({ kind }) => kind === 'plain')) return []
  return [lateReason(`figure for ${indicator.inWords}`, { base, isFirst: base === indicator.availableFrom }, study)]
}

function lateReason(
  what: string,
  { base, isFirst }: { readonly base: string; readonly isFirst: boolean },
  { claimYear }: StudyResult['study'],
): string {
  const where = isFirst ? 'is in these tables' : 'is compared here'
  return `No ${what} before ${base} ${where}, so none shows a change to ${claimYear}.`
}

/** What came after the claim’s year. */
function sinceSentence(later: Comparison | undefined, { study }: StudyResult): string[] {
  if (later === undefined || later.own.change.value === null) return []
  const { own, placement } = later
  const median =
    placement.distribution === null
      ? ''
      : ` (median of ${placement.distribution.n} ${study.comparators.label} ` +
        `${percentInWords(placement.distribution.median)})`
  return [
    `Since: ${amountInWords(own.after)} in ${periodLabel(own.after.period)}, ` +
      `${changeInWords(later.own.change.value)} from ${periodLabel(own.before.period)}${median}.`,
  ]
}

/** What a smaller budget does not mean, line by line. */
const NOT_MEANT: Partial<Readonly<Record<string, string>>> = {
  'library-budget': 'a smaller budget for libraries is not a closed library',
  'open-spaces-budget': 'a smaller budget for parks is not a dirtier park',
  'recreation-budget': 'a smaller budget for sport is not a closed pool',
  'community-development-budget': 'a smaller budget for community development is not a group that ended',
  'young-people-budget': 'a smaller budget for young people is not a closed youth centre',
  'sure-start-budget': 'a smaller budget for Sure Start is not a closed children’s centre',
}

function plansOnly(budgets: readonly { readonly each: IndicatorResult }[]): string {
  const clauses = budgets.flatMap(({ each }) => NOT_MEANT[each.indicator.id] ?? [])
  return ['Budgets are plans made before the year, not what was spent', ...clauses].join('; ').concat('.')
}

/** One finding for all the budget lines of a study. */
export function budgetFinding(result: StudyResult): Finding[] {
  const { council, study } = result
  const budgets = result.indicators.flatMap((each) => {
    const first = each.indicator.account === 'budget' ? headline(each, study) : undefined
    return first === undefined ? [] : [{ each, first }]
  })
  const [leading] = budgets
  if (leading === undefined) return []
  const whose = whoseFigure(leading.first.own.change, result)
  const lines = listInWords(budgets.map(({ each }) => each.indicator.inWords))
  const allSince = budgets.every(({ first }) => first.kind === 'since')
  return [
    {
      id: 'budgets',
      headline: `Budgets of ${whose} for ${lines}${allSince ? sinceWords(leading.first, study) : ''}`,
      question: `What did ${council.name} plan to spend on ${lines}?`,
      sentence: budgetSentence(budgets, whose, result),
      detail: budgets.flatMap(({ each, first }) =>
        [
          comparatorSentence(first, result),
          contextSentence(first),
          ...sinceSentence(laterThan(first, each, study), result),
        ]
          .filter(Boolean)
          .map((text) => `${each.indicator.title}: ${text}`),
      ),
      caveats: [
        ...unlikeOthers(result),
        ...new Set(
          budgets.flatMap(({ each, first }) =>
            brokenBetween(first, result).map((text) => `${each.indicator.title}: ${text}`),
          ),
        ),
        plansOnly(budgets),
        ...inheritance(result),
        ...new Set(budgets.flatMap(({ each, first }) => caveatsOf(each, first, result))),
      ],
      method: methodOf(
        budgets.map(({ each }) => each),
        result,
      ),
      figures: budgets.flatMap(({ each, first }) => figuresOfChange(each, first)),
      rows: budgets.flatMap(({ each, first }) => rowsOf(each, first, result)),
    },
  ]
}

/** What was planned by the claim’s year; apart from it, and why, what can be said only since. */
function budgetSentence(
  budgets: readonly { readonly each: IndicatorResult; readonly first: Comparison }[],
  whose: string,
  result: StudyResult,
): string {
  const { study } = result
  const planned = (of: typeof budgets, begin: string): string[] =>
    of.length === 0
      ? []
      : [
          `${begin}${whose} planned to spend a head, in prices of ${study.prices.of}: ` +
            `${of.map(({ each, first }) => ownPhrase(each, first, result)).join('; ')}.`,
        ]
  const late = budgets.filter(({ first }) => first.kind === 'since')
  const reasons = late.map(({ each: { indicator, base } }) =>
    lateReason('budget', { base, isFirst: base === indicator.availableFrom }, study),
  )
  return [
    ...planned(
      budgets.filter(({ first }) => first.kind !== 'since'),
      '',
    ),
    ...new Set(reasons),
    ...planned(late, 'Since: '),
  ].join(' ')
}

/** Why the council studied is no like of those it is compared with, where the study file leaves it out for others. */
function unlikeOthers({ unlike, council, study }: StudyResult): string[] {
  return unlike === null ? [] : [`${council.name} is unlike the other ${study.comparators.label}: ${unlike}.`]
}

function methodOf(each: readonly IndicatorResult[], { study }: StudyResult): string[] {
  return [
    ...each.map(({ indicator }) => `${indicator.title}: ${indicator.method}`),
    `Net current expenditure as the council returned it, divided by the residents of the mid-year in which ` +
      `the financial year begins, and put into prices of ${study.prices.of} by one GDP deflator of HM ` +
      `Treasury (${study.prices.deflator}).`,
    'The change is the later figure by the earlier one, less one; the median and the quarters are of the ' +
      'comparators that have both figures.',
  ]
}

function figuresOfChange({ indicator }: IndicatorResult, { own, measure }: Comparison): Figure[] {
  return [own.before, own.after, own.change].map((value) => ({ indicator: indicator.id, measure, value }))
}

/** How many councils the comparison counts, and why others are not in it. */
function rowsOf(
  { indicator }: IndicatorResult,
  { own, placement, comparators }: Comparison,
  { study, breaks, leftOut }: StudyResult,
): string[] {
  const years = `${periodLabel(own.before.period)} and ${periodLabel(own.after.period)}`
  const counted =
    `${indicator.title}: of ${comparators.length} ${study.comparators.label} the ` +
    `${placement.distribution?.n ?? 0} with a figure per head in both ${years}`
  const reasons = placement.without.map(
    ({ place, notes }) => `${place.name} (${reasonOf(notes, breaks).replace(/\.$/, '')})`,
  )
  return [
    `${counted}${reasons.length === 0 ? '' : `; without: ${reasons.join('; ')}`}.`,
    ...(leftOut.length === 0
      ? []
      : [
          `Left out by the study file: ` +
            `${leftOut.map(({ council, reason }) => `${council.name} (${reason})`).join('; ')}.`,
        ]),
  ]
}

function ownPhrase({ indicator }: IndicatorResult, { own, placement }: Comparison, result: StudyResult): string {
  const [from, to] = [periodLabel(own.before.period), periodLabel(own.after.period)]
  const change = own.change.value
  if (change === null)
    return [
      `the change in ${indicator.inWords} from ${from} to ${to} is not known`,
      reasonOf(own.change.notes, result.breaks).replace(/\.$/, ''),
    ]
      .filter(Boolean)
      .join(': ')
  const { distribution } = placement
  const median =
    distribution === null
      ? ''
      : ` (median of ${distribution.n} ${result.study.comparators.label} ${percentInWords(distribution.median)})`
  return (
    `${amountInWords(own.before)} on ${indicator.inWords} in ${from} and ${amountInWords(own.after)} in ${to}, ` +
    `${changeInWords(change)}${median}`
  )
}

function ownSentence(each: IndicatorResult, plain: Comparison, result: StudyResult): string {
  const phrase = ownPhrase(each, plain, result)
  if (plain.own.change.value === null) return `${result.council.name}: ${phrase}.`
  return `${whoseFigure(plain.own.change, result)} spent, a head and in prices of ${result.study.prices.of}, ${phrase}.`
}

/** What changes in the content of the line between the two years. */
function brokenBetween({ own }: Comparison, { breaks }: StudyResult): string[] {
  const met = breaks.filter(({ note }) => own.change.notes.includes(note)).map(({ text }) => text)
  return met.length === 0 ? [] : [`The two years are not fully comparable: ${met.join(' ')}`]
}

/** What changes in the content of the line only in what came since. */
function brokenSince(first: Comparison, later: Comparison | undefined, { breaks }: StudyResult): string[] {
  if (later === undefined) return []
  const { change, after } = later.own
  const met = breaks.filter(({ note }) => change.notes.includes(note) && !first.own.change.notes.includes(note))
  if (met.length === 0) return []
  return [
    `To ${periodLabel(after.period)} the figures are not fully comparable: ${met.map(({ text }) => text).join(' ')}`,
  ]
}

/** Whose figure per head it is: a shire district's has its county's in it. */
export function whoseFigure({ notes }: Value, { council, county }: StudyResult): string {
  return notes.includes('both-tiers-added') && county !== null
    ? `${council.name} and its county, ${county.name}, together`
    : council.name
}

function comparatorSentence({ own, placement }: Comparison, result: StudyResult): string {
  const { study } = result
  const { distribution, rank, part } = placement
  if (distribution === null) return ''
  const spread =
    `Among ${distribution.n} ${study.comparators.label} the median change was ` +
    `${percentInWords(distribution.median)} and the middle half lay between ` +
    `${percentInWords(distribution.lower)} and ${percentInWords(distribution.upper)}`
  if (rank === null || own.change.value === null) return `${spread}.`
  const where = {
    'lowest quarter': 'in the quarter that fell most',
    'middle half': 'in the middle half',
    'highest quarter': 'in the quarter that fell least or rose',
  }[part ?? 'middle half']
  const are = own.change.notes.includes('both-tiers-added') ? 'are' : 'is'
  return `${spread}; ${whoseFigure(own.change, result)} ${are} ${where}, at rank ${rank} counted from the deepest cut.`
}

function contextSentence({ england, groups }: Comparison): string {
  const parts = [
    ...(england.change.value === null ? [] : [`all English councils together ${percentInWords(england.change.value)}`]),
    ...groups.flatMap(({ label, median, n }) =>
      median === null ? [] : [`the median of ${n} other ${label} ${percentInWords(median)}`],
    ),
  ]
  return parts.length === 0 ? '' : `Beside it: ${parts.join(', ')}.`
}

function caveatsOf(each: IndicatorResult, plain: Comparison, { breaks, leftOut, study }: StudyResult): string[] {
  const shown = each.comparisons.filter(({ kind, measure }) => kind !== 'since' && measure === 'real per head')
  const said = new Set(breaks.filter(({ note }) => plain.own.change.notes.includes(note)).map(({ note }) => note))
  const notes = [...new Set(shown.flatMap(({ own }) => own.change.notes))].filter((note) => !said.has(note))
  return [
    ...each.remarks.map(({ text, source }) => `${text} (${source})`),
    ...notes.map((note) => noteInWords(note, breaks)),
    ...smallBase(each, plain, study),
    ...shown.flatMap((comparison) =>
      withoutFigure(comparison, breaks).map(
        (text) =>
          `${each.indicator.title}, ${periodLabel(comparison.own.change.period)}: not among the ` +
          `${study.comparators.label} for want of a figure: ${text}`,
      ),
    ),
    ...(leftOut.length === 0
      ? []
      : [`Left out: ${leftOut.map(({ council, reason }) => `${council.name} (${reason})`).join('; ')}.`]),
    'The figures are of all councils, not of a sample: they carry no sampling error, but councils differ in ' +
      'how they book spending.',
  ]
}

/** A warning where the change in per cent is large for the base being small. */
function smallBase(
  { indicator }: IndicatorResult,
  { own, comparators }: Comparison,
  study: StudyResult['study'],
): string[] {
  const bases = comparators.flatMap(({ before }) => before.value ?? [])
  if (own.before.value === null || bases.length === 0) return []
  const typical = quantile(bases, 0.5)
  if (own.before.value <= 0 || own.before.value >= typical * SMALL_BASE) return []
  return [
    `${indicator.title}: the base of ${amountInWords(own.before)} a head is less than a tenth of the ` +
      `${study.comparators.label}’ median of ${amountInWords({ value: typical, unit: own.before.unit })}, so ` +
      `that its change in per cent means little.`,
  ]
}

/** Why a figure is missing, by its notes. */
function reasonOf(notes: readonly string[], breaks: StudyResult['breaks']): string {
  return notes
    .filter((note) => REASONS.has(note))
    .map((note) => noteInWords(note, breaks))
    .join(' ')
}

/** The places without a figure, by what their notes say. */
function withoutFigure({ placement }: Comparison, breaks: StudyResult['breaks']): string[] {
  const names = new Map<string, string[]>()
  for (const { place, notes } of placement.without) {
    const reason = reasonOf(notes, breaks)
    names.set(reason, [...(names.get(reason) ?? []), place.name])
  }
  return [...names].map(([reason, places]) => `${places.join(', ')}. ${reason}`)
}
