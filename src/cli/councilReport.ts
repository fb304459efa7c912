import type { Council } from '../geography/council.js'
import type { NoteId } from '../model/notes.js'
import { type CouncilProfile } from '../study/index.js'
import { amountInWords } from '../values/words.js'
import { type Grid, toText } from '../tables/print.js'
import { fold } from './fold.js'

const CLASS_NAMES: Readonly<Record<Council['class'], string>> = {
  UA: 'unitary authority',
  MD: 'metropolitan district',
  LB: 'London borough',
  SC: 'shire county',
  SD: 'shire district',
}

/** A council's profile as a person reads it in a terminal. */
export function councilReport(profile: CouncilProfile): string {
  const { council, county, predecessors, successors, indicators, notes, prices } = profile
  const life = [
    ...(council.start_date === null ? [] : [`made on ${council.start_date} from ${predecessors.join(', ')}`]),
    ...(council.end_date === null
      ? []
      : [`ended on ${council.end_date}, its area passing to ${successors.join(', ')}`]),
  ]
  return [
    [
      `${council.name}: ${CLASS_NAMES[council.class]}, ${council.region}`,
      `GSS code ${council.gss_code ?? 'none'}, e-code ` +
        `${council.e_code}${county === null ? '' : `, in the county of ${county}`}`,
      ...life.map((text) => fold(text)),
    ].join('\n'),
    ...indicators.map(({ indicator, years }) => {
      const grid: Grid = {
        columns: ['', 'nominal', `real (${prices.of})`, 'real per head', ''],
        rows: years.map(({ year, nominal, real, perHead }) => [
          year,
          amountInWords(nominal),
          amountInWords(real),
          amountInWords(perHead),
          marks(perHead, nominal),
        ]),
      }
      return `${indicator.title.replace(' (budget)', '')} (${indicator.account})\n${toText(grid)}`
    }),
    ['Notes', ...notes.map((note) => fold(`- ${note}`, 2))].join('\n'),
  ].join('\n\n')
}

type Marked = CouncilProfile['indicators'][number]['years'][number]['nominal']

/** What a reader of a row must know, from the notes and statuses of its figures. */
function marks(perHead: Marked, nominal: Marked): string {
  const has = (note: NoteId): boolean => perHead.notes.includes(note) || nominal.notes.includes(note)
  return [
    nominal.value === null
      ? missingMark(nominal)
      : perHead.value === null
        ? has('population-missing')
          ? 'no population'
          : 'per head not known'
        : '',
    populationMark(perHead),
    nominal.basis === 'derived-positive-only' && nominal.value !== null ? 'negative amounts dropped' : '',
    perHead.comparable || nominal.value === null || nominal.basis === 'derived-positive-only' ? '' : 'after a break',
    has('sum-of-predecessors') ? 'sum of predecessors' : '',
    has('both-tiers-added') && perHead.value !== null ? 'per head with the county' : '',
    has('one-tier-alone') && perHead.value !== null ? 'one tier alone' : '',
    has('uncertified-return') ? 'return not certified' : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** What must be known of the population that a figure per head was divided by. */
function populationMark({ value, notes }: Marked): string {
  const said = [
    ...(notes.includes('population-interpolated') ? ['interpolated'] : []),
    ...(notes.includes('population-superseded') ? ['replaced since'] : []),
  ]
  return value === null || said.length === 0 ? '' : `population ${said.join(', ')}`
}

const MISSING_MARKS: Readonly<Record<string, string>> = {
  'not-in-the-form': 'no such line',
  'predecessor-divided': 'predecessor divided',
  'negative-zero-or-not-returned': 'negative, zero or not returned',
}

function missingMark({ notes }: Marked): string {
  return notes.map((note) => MISSING_MARKS[note]).find(Boolean) ?? 'not returned'
}
