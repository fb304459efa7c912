import { deflator, measureSpending, spendingIndicator } from 'wardstick'
import { existsOn } from 'wardstick/geography'
import { slope } from 'wardstick/charts'
import { loadCouncilData } from 'wardstick/data'

const { accounts, register, deflators } = await loadCouncilData()
const prices = { by: deflator(deflators, 'hmt-2025-12'), of: '2023-24' } as const
const culture = (place: string, year: '2009-10' | '2014-15') =>
  measureSpending(accounts, spendingIndicator('culture'), { place, year, base: '2009-10' }, { prices, perHead: true })
const councils = register.councils.filter(
  (council) => ['UA', 'MD'].includes(council.class) && existsOn(council, '2014-04-01'),
)
const coreCities = [
  'Birmingham',
  'Bristol',
  'Leeds',
  'Liverpool',
  'Manchester',
  'Newcastle upon Tyne',
  'Nottingham',
  'Sheffield',
].map((name) => register.resolve(name).e_code)

const rows = councils.map(({ e_code, name }) => {
  const [before, after] = [culture(e_code, '2009-10'), culture(e_code, '2014-15')]
  return {
    label: name,
    emphasis: coreCities.includes(e_code),
    before: before.value,
    after: after.value,
    beforeStatus: before.status,
    afterStatus: after.status,
  }
})
const cities = rows.filter(({ emphasis }) => emphasis)
const fell = cities.filter(({ before, after }) => before !== null && after !== null && after < before)

export default slope(
  {
    rows,
    before: '2009-10',
    after: '2014-15',
    polarity: 'none',
    others: 'other unitary and metropolitan councils',
    prefix: '£',
    decimals: 0,
  },
  {
    title: `Culture: ${fell.length} of ${cities.length} core cities spent less a head in 2014-15 than in 2009-10`,
    unit: 'Net current expenditure on cultural and related services, pounds a head, prices of 2023-24',
    place: 'Unitary and metropolitan councils of England that existed on 1 April 2014',
    source:
      'Revenue Outturn, Ministry of Housing, Communities and Local Government; ONS mid-year populations; HM ' +
      'Treasury GDP deflator (hmt-2025-12). Open Government Licence v3.0.',
    alt:
      `A line for each core city from 2009-10 to 2014-15. ` +
      `${cities.map((city) => `${city.label}: £${city.before?.toFixed(0)} to £${city.after?.toFixed(0)}`).join('; ')}.`,
    notes: ['Modelled: populations between two ONS estimates are interpolated.'],
  },
)
