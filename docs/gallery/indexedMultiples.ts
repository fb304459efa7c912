import {
  deflator,
  type FinancialYear,
  measureSpending,
  quantile,
  spendingIndicator,
  startOfFinancialYear,
} from 'wardstick'
import { existsOn } from 'wardstick/geography'
import { type OutturnLine } from 'wardstick/tables'
import { indexedMultiples } from 'wardstick/charts'
import { loadCouncilData } from 'wardstick/data'

const SERVICES = {
  social_care: 'Social care',
  highways_and_transport: 'Highways and transport',
  environmental_and_regulatory: 'Environment',
  cultural_and_related: 'Culture',
  housing: 'Housing',
  planning_and_development: 'Planning',
  central: 'Central services',
} as const
const BASE = '2009-10'
const { accounts, register, deflators } = await loadCouncilData()
const { e_code, gss_code, name } = register.resolve('Nottingham')
const prices = { by: deflator(deflators, 'hmt-2025-12'), of: '2023-24' } as const
const years = accounts.years('outturn').filter((year) => year <= '2017-18')
const councils = register.councils.filter(
  (council) => ['UA', 'MD', 'LB'].includes(council.class) && existsOn(council, '2014-04-01'),
)
const spent = (place: string, line: OutturnLine, year: FinancialYear) =>
  measureSpending(
    accounts,
    { ...spendingIndicator('comparable-services'), lines: [line] },
    { place, year, base: BASE },
    { prices, perHead: true },
  )

const lines = Object.entries(SERVICES) as [OutturnLine, string][]
const rows = lines.flatMap(([line, service]) =>
  years.map((year) => ({
    panel: service,
    at: startOfFinancialYear(year),
    when: year,
    value: spent(e_code, line, year).value,
    status: spent(e_code, line, year).status,
  })),
)
const behind = lines.flatMap(([line, service]) =>
  years.map((year) => {
    const known = councils.flatMap((council) => spent(council.e_code, line, year).value ?? [])
    return {
      panel: service,
      line: 'median',
      at: startOfFinancialYear(year),
      value: known.length === 0 ? null : quantile(known, 0.5),
    }
  }),
)
const index = (service: string, year: FinancialYear) => {
  const of = (when: FinancialYear) => rows.find((row) => row.panel === service && row.when === when)?.value ?? NaN
  return (of(year) / of(BASE)) * 100
}
const below = lines.filter(([, service]) => index(service, '2014-15') < 100)

export default indexedMultiples(
  {
    rows,
    behind,
    base: startOfFinancialYear(BASE),
    behindLabel: `median spending of ${councils.length} single-tier councils`,
  },
  {
    title: `${name} spent less a head in 2014-15 than in ${BASE} on ${below.length} of ${lines.length} services`,
    unit: `Net current expenditure a head in real terms, index, ${BASE} = 100`,
    place: `${name} (${gss_code})`,
    source:
      'Revenue Outturn, Ministry of Housing, Communities and Local Government; ONS mid-year populations; HM ' +
      'Treasury GDP deflator (hmt-2025-12). Open Government Licence v3.0.',
    alt:
      `A panel for each service. Index in 2014-15: ` +
      `${lines.map(([, service]) => `${service} ${index(service, '2014-15').toFixed(0)}`).join(', ')}.`,
    notes: [
      '“Other services” are left out. To 2017-18, as the outturn of the three years after is without negative ' +
        'amounts. Each year’s median is that of the councils with a figure. Sure Start and youth services ' +
        'leave education for social care in 2014-15 and stand in it from then on.',
    ],
  },
)
