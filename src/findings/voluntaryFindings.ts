import { units } from '../model/unit.js'
import { digitsOf } from '../values/rounding.js'
import { voluntaryPair } from './figures.js'
import type { Finding } from './finding.js'
import type { StudyResult } from './studyResult.js'
import { inheritance } from './spendingFindings.js'
import type { VoluntaryYear } from './voluntaryResult.js'
import { amountInWords, listInWords } from '../values/words.js'

/** What the council's returns say of children's services through voluntary providers. */
export function voluntaryFinding(result: StudyResult): Finding[] {
  const { voluntary } = result
  const [first, last] = [voluntary?.years[0], voluntary?.years.at(-1)]
  if (voluntary === null || first === undefined || last === undefined) return []
  const { council, years, breaks } = voluntary
  const changed = years.find(({ year }) => breaks.some(({ from }) => from === year))
  const from = years.filter(({ year }) => breaks.some((each) => each.from === year)).at(-1) ?? first
  const shown = years.filter((each) => each === first || each === last || each === changed)
  const zero = years.filter(({ returned }) => returned === 'reported_zero').map(({ year }) => year)
  const ofYear = (each: (typeof years)[number]): string =>
    `${inWords(each)} in ${each.year}${each === changed ? ' (from when the return holds more)' : ''}`
  return [
    {
      id: 'voluntary-provision',
      headline:
        `Children’s services through voluntary providers, ${from.year} to ${last.year}: ${council.name} ` +
        `${change(from, last, 'own')}, England ${change(from, last, 'england')}`,
      question: `What did ${council.name} return as children’s services through voluntary providers?`,
      sentence:
        `For children’s services through voluntary providers ${council.name} returned ` +
        `${listInWords(shown.map(ofYear))}, in pounds of the year and as a share of what it spent on ` +
        `children’s services; ` +
        `in England the share was ${listInWords(shown.map(share))}.`,
      detail: [
        `By year: ${listInWords(years.map((each) => `${each.year} ${inWords(each)}`))}.`,
        `Councils of England that returned 0: ` +
          `${listInWords(years.map(({ year, councils }) => `${councils.reported_zero} in ${year}`))}.`,
      ],
      method: [
        'Sum of the detail lines of a council’s Section 251 return in the column of voluntary provision, ' +
          'before income, in pounds of the year; the share is of its total expenditure on children’s and ' +
          'young people’s services without capital from revenue. England is the sum of all councils.',
      ],
      figures: shown.flatMap(({ own, england }) => [own, england].flatMap(voluntaryPair)),
      rows: years.map(
        ({ year, councils }) =>
          `${year}: ${councils.amount} councils returned an amount, ${councils.reported_zero} a zero, ` +
          `${councils.none} nothing.`,
      ),
      caveats: [
        ...breaks.map(({ text, from }) => `From ${from}: ${text}`),
        ...(zero.length === 0
          ? []
          : [
              `${council.name} returned 0 in ${listInWords(zero)}: a reported zero, which is not the same as ` +
                `no voluntary provision, as councils book it differently.`,
            ]),
        'Children’s services alone; nothing is known of other services, or of the third sector before ' +
          '2008-09. Youth justice is in what was spent, though from 2011-12 on the return does not tell who ' +
          'provides it.',
        ...inheritance(result),
      ],
    },
  ]
}

function inWords({ own, returned }: VoluntaryYear): string {
  if (returned === 'none' || own.amount.value === null) return 'no figure'
  if (returned === 'reported_zero') return 'a reported zero'
  return (
    `${amountInWords({ value: own.amount.value / 1000, unit: units.thousandPounds() })} ` +
    `(${own.share.value === null ? 'share not known' : `${digitsOf(own.share.value, 2)} %`})`
  )
}

const share = ({ england }: VoluntaryYear): string =>
  england.share.value === null ? 'not known' : `${digitsOf(england.share.value, 2)} %`

function change(first: VoluntaryYear, last: VoluntaryYear, whose: 'own' | 'england'): string {
  const [before, after] = [first[whose].share.value, last[whose].share.value]
  if (before === null || after === null) return 'not known'
  return after < before ? 'down' : after > before ? 'up' : 'unchanged'
}
