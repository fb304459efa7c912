import { AUSTERITY_YEARS, deflator, measureSpending, spendingIndicator, startOfFinancialYear } from 'wardstick'
import { timeSeries } from 'wardstick/charts'
import { loadCouncilData } from 'wardstick/data'

const { accounts, register, deflators } = await loadCouncilData()
const prices = { by: deflator(deflators, 'hmt-2025-12'), of: '2023-24' } as const
const years = accounts.years('outturn').filter((year) => year <= '2017-18')
const cities = ['Nottingham', 'Leeds', 'Newcastle upon Tyne'].map((name) => register.resolve(name))

const lines = cities.map(({ name, e_code }) => {
  const figures = years.map((year) =>
    measureSpending(
      accounts,
      spendingIndicator('culture'),
      { place: e_code, year, base: '2009-10' },
      { prices, perHead: true },
    ),
  )
  const base = figures[years.indexOf('2009-10')]?.value ?? NaN
  const points = figures.map(({ value, status }, i) => {
    const year = years[i] ?? '2009-10'
    return {
      at: startOfFinancialYear(year),
      when: year,
      status,
      value: value === null ? null : (value / base) * 100,
      told: value === null ? 'no figure' : `£${value.toFixed(2)} a head`,
    }
  })
  return { name, points }
})
const last = lines.map(({ name, points }) => `${name} ${points.at(-1)?.value?.toFixed(0) ?? 'no figure'}`)

export default timeSeries(
  {
    lines,
    axis: 'financial years',
    reference: 100,
    bands: [{ ...AUSTERITY_YEARS, label: 'years called austerity (from 2010-11)' }],
    events: [
      { at: '2010-06-22', label: 'Budget of June 2010' },
      { at: '2013-06-26', label: 'Spending Round 2013' },
      { at: '2015-11-25', label: 'Spending Review 2015' },
    ],
  },
  {
    title: 'How did spending on culture a head change in three core cities, 2009-10 = 100?',
    unit: 'Net current expenditure on cultural and related services a head in real terms, index',
    place: cities.map(({ name, gss_code, e_code }) => `${name} (${gss_code ?? e_code})`).join('; '),
    source:
      'Revenue Outturn, Ministry of Housing, Communities and Local Government; ONS mid-year populations; HM ' +
      'Treasury GDP deflator (hmt-2025-12). Open Government Licence v3.0.',
    alt:
      `Three lines of an index with 100 in 2009-10, from ${years[0]} to ${years.at(-1)}. In ${years.at(-1)}: ` +
      `${last.join(', ')}.`,
    notes: [
      'The band labels years and claims no cause. To 2017-18, as the outturn of the three years after is ' +
        'without negative amounts. Hollow: the population is interpolated between two ONS estimates.',
    ],
  },
)
