import { deflator, measureSpending, spendingIndicator } from 'wardstick'
import { existsOn } from 'wardstick/geography'
import { gradient } from 'wardstick/charts'
import { loadCouncilData, loadWardData } from 'wardstick/data'

const [{ accounts, register, deflators }, { wards }] = await Promise.all([loadCouncilData(), loadWardData()])
const prices = { by: deflator(deflators, 'hmt-2025-12'), of: '2023-24' } as const
const spent = (place: string, year: '2009-10' | '2014-15') =>
  measureSpending(
    accounts,
    spendingIndicator('comparable-services'),
    { place, year, base: '2009-10' },
    { prices, perHead: true },
  )

/**
 * Residents of a council in income-deprived families by IMD 2010, per cent: the mean of its wards, weighted by
 * residents.
 */
function incomeDeprived(district: string): number | null {
  const known = wards.register.wardsOf(district).flatMap(({ ward_code }) => {
    const share = wards.deprivation(ward_code).find(({ edition }) => edition === 2010)?.income_share ?? null
    const people = wards.homesOfWard(ward_code).reduce((sum, home) => sum + home.people, 0)
    return share === null ? [] : [{ share, people }]
  })
  const people = known.reduce((sum, ward) => sum + ward.people, 0)
  return people === 0 ? null : (known.reduce((sum, ward) => sum + ward.share * ward.people, 0) / people) * 100
}

const scilly = register.resolve('Isles of Scilly').e_code
const councils = register.councils.filter(
  (council) => ['UA', 'MD'].includes(council.class) && existsOn(council, '2014-04-01') && council.e_code !== scilly,
)
const rows = councils.map(({ e_code, gss_code, name }) => {
  const [before, after] = [spent(e_code, '2009-10'), spent(e_code, '2014-15')]
  return {
    label: name,
    deprivation: gss_code === null ? null : incomeDeprived(gss_code),
    before: before.value,
    after: after.value,
    beforeStatus: before.status,
    afterStatus: after.status,
  }
})
const ranked = rows
  .filter(({ deprivation }) => deprivation !== null)
  .sort((a, b) => (a.deprivation ?? 0) - (b.deprivation ?? 0))
const pounds = (value: number | null | undefined) =>
  value == null ? 'no figure' : `£${value.toLocaleString('en-GB', { maximumFractionDigits: 0 })}`
const inWords = (row: (typeof rows)[number] | undefined) =>
  `${row?.label}: ${pounds(row?.before)} a head in 2009-10, ${pounds(row?.after)} in 2014-15`

export default gradient(
  {
    rows,
    before: '2009-10',
    after: '2014-15',
    areas: 'councils',
    step: { size: 1, name: 'percentage point of residents in income-deprived families' },
    ends: ['← least deprived', 'most deprived →'],
    prefix: '£',
    slopeUnit: ' a head',
    decimals: 0,
  },
  {
    title: 'How did spending a head change along the deprivation of councils?',
    unit:
      'Net current expenditure on comparable services, pounds a head, prices of 2023-24, by per cent of ' +
      'residents in income-deprived families (IMD 2010)',
    place: `${rows.length} unitary and metropolitan councils of England that existed on 1 April 2014`,
    source:
      'Revenue Outturn and English Indices of Deprivation 2010, MHCLG; ONS mid-year populations and residents ' +
      'of mid-2015; HM Treasury GDP deflator (hmt-2025-12). Open Government Licence v3.0.',
    alt:
      `A mark for each of ${rows.length} councils in both years, with a straight line for each year. The least ` +
      `deprived, ${inWords(ranked[0])}. The most deprived, ${inWords(ranked.at(-1))}.`,
    notes: [
      'Without the Isles of Scilly (fewer than 3,000 residents); without education, public health, police and ' +
        'fire. Sure Start and youth services leave education in 2014-15 and stand in it from then on.',
      'Squares (modelled): the population of the year is interpolated between two ONS estimates.',
    ],
  },
)
