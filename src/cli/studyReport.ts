import { periodLabel } from '../model/period.js'
import type { Value } from '../model/value.js'
import { type Comparison, type IndicatorResult, type StudyResult, amountInWords, findingsOf, percentInWords } from '../study/index.js'
import { type Grid, toText } from '../table/print.js'
import { fold } from './fold.js'

const LEGEND = [
  'm  modelled: a population between two ONS estimates is interpolated',
  'b  not comparable: what is counted changes between the two years, see the notes',
  '–  not known, never 0',
]

/** A study as a person reads it in a terminal. */
export function studyReport(result: StudyResult): string {
  const { study } = result
  const notes = [...new Set(findingsOf(result).flatMap(({ id, caveats }) => (id === 'ward-inherits' ? [] : caveats)))]
  return [
    study.title,
    ...findingsOf(result)
      .filter(({ id }) => id === 'ward-inherits')
      .map(({ sentence, caveats }) => fold([sentence, ...caveats].join(' '))),
    section(`Per head, real terms (prices of ${study.prices.of}), to ${study.claimYear}`, comparisonTable(result, 'plain')),
    section('Per head, real terms: mean of the years after against mean of the years before (budgets: against their first year)', comparisonTable(result, 'window')),
    section(`${result.council.name}’s own total: nominal amounts, and the change since the base year in real terms`, sinceTable(result)),
    `Rank 1 is the deepest cut among the ${study.comparators.label} with a figure; the middle half lies between the quartiles.\n${LEGEND.join('\n')}`,
    ['What they say', ...findingsOf(result).map(({ sentence }) => fold(`- ${sentence}`, 2))].join('\n'),
    ['Notes', ...notes.map((note) => fold(`- ${note}`, 2))].join('\n'),
  ].join('\n\n')
}

function comparisonTable(result: StudyResult, kind: Comparison['kind']): Grid {
  const { council, study } = result
  const groups = study.groups.map(({ label }) => label)
  const whose = comparisonsOf(result, kind, 'real per head').some(({ comparison }) => comparison.own.change.notes.includes('both-tiers-added')) ? `${council.name} with its county` : council.name
  return {
    columns: ['', 'years', whose, '', 'change', '', 'rank', 'of', 'median', 'middle half', 'England', ...groups],
    rows: comparisonsOf(result, kind, 'real per head').map(({ indicator, comparison }) => {
      const { own, placement, england } = comparison
      const { distribution, rank } = placement
      return [
        indicator.title,
        `${shortPeriod(own.before)} → ${shortPeriod(own.after)}`,
        amountInWords(own.before),
        amountInWords(own.after),
        percentInWords(own.change.value),
        marks(own.change),
        rank,
        distribution?.n ?? null,
        percentInWords(distribution?.median ?? null),
        distribution === null ? null : `${percentInWords(distribution.lower)} to ${percentInWords(distribution.upper)}`,
        percentInWords(england.change.value),
        ...comparison.groups.map(({ median }) => percentInWords(median)),
      ]
    }),
  }
}

function sinceTable(result: StudyResult): Grid {
  const years = [...new Set([result.study.claimYear, ...result.study.since])].sort()
  return {
    columns: ['', 'base', 'then', ...years.flatMap((year) => [`in ${year}`, 'real change'])],
    rows: result.indicators.map(({ indicator, base, series, comparisons }) => {
      const nominal = (year: string): string => {
        const found = series.find((each) => each.year === year && each.measure === 'nominal')
        return found === undefined ? '–' : amountInWords(found.own)
      }
      const real = (year: string): string => {
        if (year === base) return 'base'
        const change = comparisons.find(({ measure, own }) => measure === 'real' && own.after.period === year)?.own.change
        return change === undefined ? '–' : [percentInWords(change.value), marks(change)].filter(Boolean).join(' ')
      }
      return [indicator.title, base, nominal(base), ...years.flatMap((year) => [nominal(year), real(year)])]
    }),
  }
}

function comparisonsOf({ indicators }: StudyResult, kind: Comparison['kind'], measure: Comparison['measure']): { indicator: IndicatorResult['indicator']; comparison: Comparison }[] {
  return indicators.flatMap(({ indicator, comparisons }) => comparisons.filter((each) => each.kind === kind && each.measure === measure).map((comparison) => ({ indicator, comparison })))
}

const section = (title: string, grid: Grid): string => `${title}\n${toText(grid)}`

const marks = ({ status, comparable }: Value): string => [status === 'modelled' ? 'm' : '', comparable ? '' : 'b'].join('')

function shortPeriod({ period }: Value): string {
  return typeof period === 'object' && 'from' in period ? `${period.from}..${period.to}` : periodLabel(period)
}
