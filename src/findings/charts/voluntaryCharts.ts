import { digitsOf } from '../../values/rounding.js'
import type { ChartWords } from '../../charts/spec.js'
import { type TimePoint, timeSeries } from '../../charts/timeSeries.js'
import { startOfFinancialYear } from '../../model/period.js'
import { units } from '../../model/unit.js'
import type { StudyResult } from '../studyResult.js'
import type { VoluntaryYear } from '../voluntaryResult.js'
import { amountInWords, listInWords } from '../../values/words.js'
import { withMarkedBreaks } from './brokenChanges.js'
import { type StudyChart, inBothLayouts } from './studyChart.js'

/** The share of children's services that the council and England bought from voluntary providers, by year. */
export function voluntaryCharts({ voluntary, ward }: StudyResult): StudyChart[] {
  if (
    voluntary === null ||
    !voluntary.years.some(({ own, england }) => own.share.value !== null || england.share.value !== null)
  )
    return []
  const { council, years, breaks } = voluntary
  const [first, last] = [years[0]?.year ?? '', years.at(-1)?.year ?? '']
  const marks = breaks.map(({ from, text }, i) => ({
    at: startOfFinancialYear(from),
    from,
    mark: `(${'abcdefgh'[i] ?? '?'})`,
    text,
  }))
  const points = (whose: 'own' | 'england'): TimePoint[] =>
    years.map((year) => {
      const at = startOfFinancialYear(year.year)
      const { value, status } = year[whose].share
      return {
        at,
        when: year.year,
        value,
        status,
        segment: marks.filter((mark) => mark.at <= at).length,
        told: told(year, whose),
      }
    })
  const lines = [
    { name: ward === null ? council.name : `${council.name} (inherited by ${ward.name})`, points: points('own') },
    { name: 'England', points: points('england') },
  ]
  const zero = years.filter(({ returned }) => returned === 'reported_zero').map(({ year }) => year)
  const inherits = ward === null ? '' : `; its ward ${ward.name} (${ward.code}, ${ward.vintage}) inherits the figures`
  const ofYear = (year: (typeof years)[number]): string =>
    `${year.year}: ${council.name} ${told(year, 'own')}, England ${told(year, 'england')}`
  const plain: ChartWords = {
    title: `What did ${council.name} return as children’s services through voluntary providers?`,
    unit: 'Per cent of the expenditure on children’s and young people’s services',
    place: `${council.name} (${council.gss_code ?? council.e_code})${inherits}; England`,
    source: 'Section 251 returns, Department for Education. Open Government Licence v3.0.',
    alt: `Line chart, ${first} to ${last}. ` + `${years.map(ofYear).join('; ')}.`,
    notes: [
      ...(zero.length === 0
        ? []
        : [`${council.name} returned 0 in ${listInWords(zero)}: a reported zero, which is not the same as none.`]),
    ],
  }
  const words = withMarkedBreaks(plain, marks)
  return [
    {
      id: 'voluntary-provision',
      finding: 'voluntary-provision',
      words,
      specs: inBothLayouts((layout) =>
        timeSeries({ lines, axis: 'financial years', suffix: ' %', breaks: marks }, words, layout),
      ),
      table: {
        caption: `Children’s services through voluntary providers, ${council.name} and England`,
        grid: {
          columns: [
            'financial year',
            `${council.name}, £`,
            `${council.name}, % of expenditure`,
            'returned',
            'England, £',
            'England, % of expenditure',
          ],
          rows: years.map(({ year, own, england, returned }) => [
            year,
            own.amount.value,
            own.share.value,
            returned.replace('_', ' '),
            england.amount.value,
            england.share.value,
          ]),
        },
      },
    },
  ]
}

function told({ own, england, returned }: VoluntaryYear, whose: 'own' | 'england'): string {
  const { amount, share } = whose === 'own' ? own : england
  if (share.value === null) return 'no figure'
  if (whose === 'own' && returned === 'reported_zero') return 'a reported zero'
  const thousands = amount.value === null ? null : { value: amount.value / 1000, unit: units.thousandPounds() }
  return `${digitsOf(share.value, 2)} %${thousands === null ? '' : ` (${amountInWords(thousands)})`}`
}
