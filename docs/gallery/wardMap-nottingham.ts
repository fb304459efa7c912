import { accessMeter } from 'wardstick'
import { accessIndex, wardFeatures } from 'wardstick/geography'
import { wardMap } from 'wardstick/charts'
import { loadBoundaries } from 'wardstick/data'
import { loadWardData } from 'wardstick/data'

const {
  wards,
  sites: { pools },
} = await loadWardData()
const index = accessIndex(
  wards.centres,
  pools.sites.map(({ point }) => point),
  4000,
)
const [in2010, in2023] = (['2010-03-31', '2023-04-01'] as const).map((day) => accessMeter(index, pools.on(day), []))
const rows = wards.register.wardsOf('E06000018').map(({ ward_code }) => {
  const homes = wards.homesOfWard(ward_code)
  const [before, after] = [in2010?.(homes)?.meanDistance, in2023?.(homes)?.meanDistance]
  return {
    ward_code,
    value: before == null || after == null ? null : (after - before) / 1000,
    status: 'modelled' as const,
  }
})
const boundaries = Object.entries(await loadBoundaries()).filter(([district]) => district === 'E06000018')
const count = (holds: (change: number) => boolean) => rows.filter(({ value }) => value !== null && holds(value)).length
const [further, nearer] = [count((change) => change > 0.1), count((change) => change < -0.1)]

export default wardMap(
  {
    wards: boundaries.flatMap(([, topology]) => wardFeatures(topology)),
    rows,
    around: { polarity: 'less is better', within: 0.1 },
    suffix: ' km',
    decimals: 2,
    emphasis: 'E05001823',
  },
  {
    title:
      `Nearest public pool, 2010 to 2023: over 100 m further in ${further} of Nottingham’s ${rows.length} ` +
      `wards, over 100 m nearer in ${nearer}`,
    unit: 'change in the mean distance to the nearest open public pool, km, 31 March 2010 to 1 April 2023',
    place: 'the wards of Nottingham (E06000018), WD13',
    source: 'Sport England, Active Places; ONS, LSOA centroids; boundaries: Ordnance Survey and ONS, WD13.',
    alt:
      `Map of ${rows.length} wards: residents of ${further} live over 100 m further from a public pool on ` +
      `average, those of ${nearer} over 100 m nearer.`,
    notes: ['Mean over residents of mid-2015 at the centre of their LSOA, as the crow flies.'],
  },
)
