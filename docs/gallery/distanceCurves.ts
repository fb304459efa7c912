import { accessIndex } from 'wardstick/geography'
import { distanceCurves } from 'wardstick/charts'
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
const rowsOn = (day: '2010-03-31' | '2023-04-01', homes: typeof wards.homes) =>
  homes.map(({ origin, people }) => ({
    distance_m: index.nearest(origin, (site) => pools.on(day)[site]?.open != null)?.metres ?? null,
    residents: people,
  }))
const aspley = wards.homesOfWard('E05001823')
const lines = [
  { name: 'Aspley, 31 March 2010', rows: rowsOn('2010-03-31', aspley) },
  { name: 'Aspley, 1 April 2023', rows: rowsOn('2023-04-01', aspley) },
  { name: 'England, 1 April 2023', rows: rowsOn('2023-04-01', wards.homes) },
]
const within = lines.map(({ rows }) => {
  const people = (near: typeof rows) => near.reduce((sum, { residents }) => sum + residents, 0)
  return (
    (people(rows.filter(({ distance_m }) => distance_m !== null && distance_m <= 2000)) / people(rows)) *
    100
  ).toFixed(1)
})

export default distanceCurves(
  { lines, farthest: 6000 },
  {
    title: `Within 2 km of a public pool: ${within[0]} % of Aspley’s residents in 2010, ${within[1]} % in 2023`,
    unit: 'residents with an open public pool within a distance, per cent',
    place: 'Aspley (E05001823), WD13, and England',
    source: 'Sport England, Active Places; ONS, LSOA centroids and residents of mid-2015.',
    alt:
      `Three rising curves. Within 2 km live ` +
      `${lines.map(({ name }, i) => `${within[i]} per cent (${name})`).join(', ')}.`,
    notes: ['Residents of mid-2015 at the centre of their LSOA, as the crow flies.'],
  },
)
