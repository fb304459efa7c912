import { periodLabel } from '../model/period.js'
import type { Value } from '../model/value.js'
import { type Comparison, type IndicatorResult, type StudyResult, findingsOf } from '../study/index.js'
import { amountInWords, percentInWords } from '../values/words.js'
import { type Grid, toText } from '../tables/print.js'
import { amenityReport } from './amenityReport.js'
import { fold } from './fold.js'

const LEGEND = [
  'm  modelled: a population is interpolated, or the ONS has replaced the estimate since',
  'b  not comparable: what is counted changes between the two years, see the notes',
  '–  not known, never 0',
]

/**
 * A study as a person reads it in a terminal: what it says, then the tables behind it, then what must be known of them.
 */
export function studyReport(result: StudyResult): string {
  const { study, council } = result
  const findings = findingsOf(result)
  const notes = [...new Set(findings.flatMap(({ caveats }) => caveats))]
  return [
    study.title,
    ...findings.map(
      ({ sentence, caveats: [first] }, i) =>
        `${String(i + 1).padStart(2)}. ` +
        [sentence, ...(first === undefined ? [] : [first])].map((text) => fold(text, 4)).join('\n    '),
    ),
    [`Spending a head, real terms (prices of ${study.prices.of})`, ...comparisonTables(result, 'plain')].join('\n'),
    ...sinceTables(result),
    [
      `Spending a head, real terms (prices of ${study.prices.of}): means of years`,
      ...comparisonTables(result, 'window'),
    ].join('\n'),
    `${council.name}’s own total: nominal amounts, and the change since the base year in real ` +
      `terms\n${toText(sinceTable(result))}`,
    [
      `Rank 1 is the deepest cut among the ${study.comparators.label} with a figure; the middle half lies ` +
        `between the quartiles.`,
      ...study.groups.map(({ label }) => `${label}: the median of its members, ${council.name} left out`),
      'England: all councils together',
      ...LEGEND,
    ].join('\n'),
    ...amenityReport(result),
    [
      'More figures',
      ...findings.flatMap(({ detail }, i) => detail.map((text) => fold(`${String(i + 1).padStart(2)}. ${text}`, 4))),
    ].join('\n'),
    ['Notes', ...notes.map((note) => fold(`- ${note}`, 2))].join('\n'),
  ].join('\n\n')
}

/** The tables of lines that begin too late for the claim, of which only what came since can be said. */
function sinceTables(result: StudyResult): string[] {
  const late = result.indicators.filter(({ comparisons }) => comparisons.every(({ kind }) => kind !== 'plain'))
  if (late.length === 0) return []
  const heading =
    `Spending a head, real terms (prices of ${result.study.prices.of}): since ${result.study.claimYear}, of ` +
    `lines without an earlier figure`
  return [[heading, ...comparisonTables({ ...result, indicators: late }, 'since')].join('\n')]
}

/**
 * A table for what was spent and for what was planned, and for each pair of periods: a line that begins later has its
 * own.
 */
function comparisonTables(result: StudyResult, kind: Comparison['kind']): string[] {
  const tables = new Map<string, ReturnType<typeof comparisonsOf>>()
  for (const each of comparisonsOf(result, kind, 'real per head')) {
    const { before, after } = each.comparison.own
    const heading =
      `${each.indicator.account === 'outturn' ? 'Spent' : 'Planned (budgets)'}, ${periodLabel(before.period)} → ` +
      periodLabel(after.period)
    tables.set(heading, [...(tables.get(heading) ?? []), each])
  }
  return [...tables].flatMap(([heading, shown]) => [`\n${heading}`, toText(comparisonGrid(result, shown))])
}

function comparisonGrid({ council, study }: StudyResult, shown: ReturnType<typeof comparisonsOf>): Grid {
  const withCounty = shown.some(({ comparison }) => comparison.own.change.notes.includes('both-tiers-added'))
  return {
    columns: [
      '',
      withCounty ? `${council.name} + county` : council.name,
      '',
      'change',
      '',
      'rank',
      'of',
      'median',
      'middle half',
      'England',
      ...study.groups.map(({ label }) => label),
    ],
    rows: shown.map(({ indicator, comparison: { own, placement, england, groups } }) => [
      shortTitle(indicator),
      amountInWords(own.before),
      amountInWords(own.after),
      percentInWords(own.change.value),
      marks(own.change),
      placement.rank,
      placement.distribution?.n ?? null,
      percentInWords(placement.distribution?.median ?? null),
      placement.distribution === null
        ? null
        : `${percentInWords(placement.distribution.lower)} to ${percentInWords(placement.distribution.upper)}`,
      percentInWords(england.change.value),
      ...groups.map(({ median }) => percentInWords(median)),
    ]),
  }
}

/** An indicator's title where its account is named beside it. */
const shortTitle = ({ title }: IndicatorResult['indicator']): string => title.replace(' (budget)', '')

function sinceTable(result: StudyResult): Grid {
  const years = [...new Set([result.study.claimYear, ...result.study.since])].sort()
  return {
    columns: ['', 'base', 'then', ...years.flatMap((year) => [`in ${year}`, 'change'])],
    rows: result.indicators.map(({ indicator, base, series, comparisons }) => {
      const nominal = (year: string): string => {
        const found = series.find((each) => each.year === year && each.measure === 'nominal')
        return found === undefined ? '–' : amountInWords(found.own)
      }
      const real = (year: string): string => {
        if (year === base) return 'base'
        const change = comparisons.find(({ measure, own }) => measure === 'real' && own.after.period === year)?.own
          .change
        return change === undefined ? '–' : [percentInWords(change.value), marks(change)].filter(Boolean).join(' ')
      }
      return [indicator.title, base, nominal(base), ...years.flatMap((year) => [nominal(year), real(year)])]
    }),
  }
}

function comparisonsOf(
  { indicators }: StudyResult,
  kind: Comparison['kind'],
  measure: Comparison['measure'],
): { indicator: IndicatorResult['indicator']; comparison: Comparison }[] {
  return indicators.flatMap(({ indicator, comparisons }) =>
    comparisons
      .filter((each) => each.kind === kind && each.measure === measure)
      .map((comparison) => ({ indicator, comparison })),
  )
}

const marks = ({ value, status, comparable }: Value): string =>
  value === null ? '' : [status === 'modelled' ? 'm' : '', comparable ? '' : 'b'].join('')
