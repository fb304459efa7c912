import { wardFeatures } from 'wardstick/geography'
import { wardMap } from 'wardstick/charts'
import { loadBoundaries } from 'wardstick/data'
import { loadWardData } from 'wardstick/data'

const { wards } = await loadWardData()
const rows = wards.register.wardsOf('E06000031').map(({ ward_code, ward_name }) => {
  const share = wards.deprivation(ward_code).find(({ edition }) => edition === 2010)?.income_share ?? null
  return { ward_code, ward_name, value: share === null ? null : share * 100, status: 'modelled' as const }
})
const boundaries = Object.entries(await loadBoundaries()).filter(([district]) => district === 'E06000031')
const [most] = [...rows].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
const text = `${most?.ward_name}: ${most?.value?.toFixed(1)} %`

export default wardMap(
  { wards: boundaries.flatMap(([, topology]) => wardFeatures(topology)), rows, suffix: ' %', decimals: 1 },
  {
    title: `In which ward of Peterborough was the largest share of residents income-deprived? ${text}`,
    unit: 'residents in income-deprived families, per cent, Indices of Deprivation 2010',
    place: 'the wards of Peterborough (E06000031), WD13',
    source:
      'Department for Communities and Local Government, Indices of Deprivation 2010; boundaries: Ordnance ' +
      'Survey and ONS, WD13.',
    alt: `Map of ${rows.length} wards in three classes of equal number. The highest share is that of ${text}.`,
    notes: ['Means of the small areas of each ward, weighted by their residents of mid-2015.'],
  },
)
