import { deflator, measureSpending, spendingIndicator } from 'wardstick'
import { type OutturnLine } from 'wardstick/tables'
import { waterfall } from 'wardstick/charts'
import { loadCouncilData } from 'wardstick/data'

const SERVICES: Partial<Record<OutturnLine, string>> = {
  social_care: 'Social care (adults and children)',
  highways_and_transport: 'Highways and transport',
  environmental_and_regulatory: 'Environment and regulation',
  cultural_and_related: 'Culture',
  housing: 'Housing (not the rents account)',
  planning_and_development: 'Planning and development',
  central: 'Central services',
  other: 'Other services',
}
const { accounts, register, deflators } = await loadCouncilData()
const { e_code, gss_code, name } = register.resolve('Nottingham')
const prices = { by: deflator(deflators, 'hmt-2025-12'), of: '2023-24' } as const
const all = spendingIndicator('comparable-services')
const spent = (lines: readonly OutturnLine[], year: '2009-10' | '2014-15') =>
  measureSpending(accounts, { ...all, lines }, { place: e_code, year, base: '2009-10' }, { prices, perHead: true })

const [before, after] = [spent(all.lines as OutturnLine[], '2009-10'), spent(all.lines as OutturnLine[], '2014-15')]
const rows = Object.entries(SERVICES)
  .map(([line, label]) => {
    const [first, last] = [spent([line as OutturnLine], '2009-10').value, spent([line as OutturnLine], '2014-15').value]
    return { label, change: first === null || last === null ? null : last - first }
  })
  .sort((a, b) => (a.change ?? 0) - (b.change ?? 0))
const pounds = (value: number | null) =>
  value === null ? 'no figure' : `£${Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: 0 })}`
const fell = rows.filter(({ change }) => change !== null && change < 0)

export default waterfall(
  {
    before: { label: '2009-10', value: before.value ?? NaN, status: before.status },
    rows,
    after: { label: '2014-15', value: after.value ?? NaN, status: after.status },
    prefix: '£',
    decimals: 0,
  },
  {
    title:
      `${name}: ${pounds(before.value)} a head in 2009-10, ${pounds(after.value)} in 2014-15; less on ` +
      `${fell.length} of ${rows.length} services`,
    unit: 'Net current expenditure on comparable services, pounds a head, prices of 2023-24',
    place: `${name} (${gss_code})`,
    source:
      'Revenue Outturn, Ministry of Housing, Communities and Local Government; ONS mid-year populations; HM ' +
      'Treasury GDP deflator (hmt-2025-12). Open Government Licence v3.0.',
    alt:
      `From ${pounds(before.value)} a head in 2009-10 to ${pounds(after.value)} in 2014-15 by service. ` +
      `${rows.map(({ label, change }) => `${label}: ${(change ?? 0) < 0 ? '−' : '+'}${pounds(change)}`).join('; ')}.`,
    notes: [
      'Without education, public health, police and fire. Sure Start and youth services leave education for ' +
        'social care in 2014-15, and stand in it from then on.',
    ],
  },
)
