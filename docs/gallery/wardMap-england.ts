import { quantile } from 'wardstick'
import { wardFeatures } from 'wardstick/geography'
import { wardMap } from 'wardstick/charts'
import { loadBoundaryMap } from 'wardstick/data'
import { loadWardData } from 'wardstick/data'

const { wards } = await loadWardData()
const rows = wards.register.wards.map(({ ward_code }) => {
  const share = wards.deprivation(ward_code).find(({ edition }) => edition === 2010)?.income_share ?? null
  return { ward_code, value: share === null ? null : share * 100, status: 'modelled' as const }
})
const shares = rows.flatMap(({ value }) => value ?? [])
const aspley = rows.find(({ ward_code }) => ward_code === 'E05001823')?.value ?? Number.NaN
const higher = shares.filter((share) => share > aspley).length

export default wardMap(
  { wards: wardFeatures(await loadBoundaryMap()), rows, suffix: ' %', decimals: 1, emphasis: 'E05001823' },
  {
    title:
      `Income deprivation in England’s wards: in ${higher} of ${shares.length.toLocaleString('en-GB')} it is ` +
      `higher than in Aspley, Nottingham`,
    unit: 'residents in income-deprived families, per cent, Indices of Deprivation 2010',
    place: 'the wards of England, WD13',
    source:
      'Department for Communities and Local Government, Indices of Deprivation 2010; boundaries: Ordnance ' +
      'Survey and ONS, WD13, simplified.',
    alt:
      `Map of England’s wards in three classes of equal number. The median ward has ` +
      `${quantile(shares, 0.5).toFixed(1)} per cent, Aspley ${aspley.toFixed(1)} per cent.`,
    notes: ['Means of the small areas of each ward, weighted by their residents of mid-2015.'],
  },
)
