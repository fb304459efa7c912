import type { Council } from '../geography/councilRegister.js'
import { type CouncilProfile, amountInWords } from '../study/index.js'
import { type Grid, toText } from '../table/print.js'
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
    ...(council.end_date === null ? [] : [`ended on ${council.end_date}, its area passing to ${successors.join(', ')}`]),
  ]
  return [
    [
      `${council.name}: ${CLASS_NAMES[council.class]}, ${council.region}`,
      `GSS code ${council.gss_code ?? 'none'}, e-code ${council.e_code}${county === null ? '' : `, in the county of ${county}`}`,
      ...life.map((text) => fold(text)),
    ].join('\n'),
    ...indicators.map(({ indicator, years }) => {
      const grid: Grid = {
        columns: ['', 'nominal', `real (${prices.of})`, 'real per head', ''],
        rows: years.map(({ year, nominal, real, perHead }) => [year, amountInWords(nominal), amountInWords(real), amountInWords(perHead), marks(perHead, nominal)]),
      }
      return `${indicator.title} (${indicator.account})\n${toText(grid)}`
    }),
    ['Notes', ...notes.map((note) => fold(`- ${note}`, 2))].join('\n'),
  ].join('\n\n')
}

type Marked = CouncilProfile['indicators'][number]['years'][number]['nominal']

function marks(perHead: Marked, nominal: Marked): string {
  return [
    perHead.status === 'modelled' ? 'population interpolated' : '',
    nominal.basis === 'derived-positive-only' ? 'negative amounts dropped' : '',
    nominal.value === null ? 'not known' : perHead.value === null ? 'no population' : '',
    perHead.comparable || nominal.basis === 'derived-positive-only' ? '' : 'after a break',
    nominal.notes.includes('sum-of-predecessors') ? 'sum of predecessors' : '',
  ]
    .filter(Boolean)
    .join(', ')
}
