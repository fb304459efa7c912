import { deflator, measureSpending, spendingIndicator } from 'wardstick'
import { existsOn } from 'wardstick/geography'
import { heatMap } from 'wardstick/charts'
import { loadCouncilData } from 'wardstick/data'
import { noteInWords } from 'wardstick/tables'

const { accounts, register, deflators } = await loadCouncilData()
const prices = { by: deflator(deflators, 'hmt-2025-12'), of: '2023-24' } as const
const spent = (place: string, year: (typeof years)[number]) =>
  measureSpending(accounts, spendingIndicator('culture'), { place, year, base: '2009-10' }, { prices, perHead: true })
const years = accounts.years('outturn').filter((year) => year >= '2009-10')
const councils = register.councils.filter((council) => council.class === 'MD' && existsOn(council, '2023-04-01'))
const met = new Map<string, Set<string>>()
const rows = [...councils, register.resolve('Nottingham')].flatMap(({ e_code, name }) => {
  const base = spent(e_code, '2009-10').value
  return years.map((year) => {
    const { value, status, notes } = spent(e_code, year)
    for (const note of notes) met.set(note, (met.get(note) ?? new Set()).add(year))
    return {
      label: name,
      year: Number(year.slice(0, 4)),
      value: value === null || base === null ? null : (value / base) * 100,
      status,
    }
  })
})
const breaks = [{ note: 'negatives-dropped', from: '2018-19' }, ...accounts.breaks]
  .filter(({ note }) => met.has(note))
  .map(({ note, from }, i) => ({ note, year: Number(from.slice(0, 4)), mark: `(${'abcdef'.charAt(i)})` }))
const small = spent(register.resolve('Wigan').e_code, '2009-10').value ?? Number.NaN
const last = rows.filter(({ year, value }) => year === 2014 && value !== null)
const below = last.filter(({ value }) => (value ?? 0) < 95)

export default heatMap(
  {
    rows,
    axis: 'financial years',
    around: { polarity: 'none', reference: 100, within: 5 },
    decimals: 0,
    emphasis: ['Nottingham'],
    seriesBreaks: breaks,
  },
  {
    title:
      `Culture: ${below.length} of ${last.length} councils spent under 95 % of their 2009-10 figure a head in ` +
      `2014-15`,
    unit: 'net current expenditure on cultural and related services a head in real terms, index, 2009-10 = 100',
    place: 'Metropolitan districts of England, and Nottingham',
    source:
      'Revenue Outturn, Ministry of Housing, Communities and Local Government; ONS mid-year populations; HM ' +
      'Treasury GDP deflator (hmt-2025-12).',
    alt:
      `A line of cells for each of ${councils.length + 1} councils, a cell a year. In 2014-15 ${below.length} ` +
      `of ${last.length} were below 95.`,
    notes: [
      `Wigan’s index stands on £${small.toFixed(2)} a head in 2009-10: its rise is one from next to nothing.`,
      ...[...met].map(
        ([note, found]) =>
          `${breaks.find((each) => each.note === note)?.mark ?? [...found].join(', ')}: ` +
          noteInWords(note, accounts.breaks),
      ),
    ],
  },
)
