/**
 * Writes what the peer measures from, as columns of numbers: how far places are from the centres of LSOAs, what each
 * site is on the day of each year by rule, at the least and at the most, and what closed and opened.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { around } from 'geokdbush'
import KDBush from 'kdbush'
import { accessIndex, distanceInMetres } from '../../../dist/geography/index.js'
import { loadWardData } from '../../../dist/datasets/index.js'

export const KINDS = ['pools', 'libraries', 'sports-halls', 'childrens-centres']
export const DISTANCES = { '1km': 1000, '2km': 2000, '4km': 4000 }
export const FIRST_YEAR = 2007
export const YEARS = 16
/** How far the nearest is looked for where no site is open for certain on all days, in metres. */
const FARTHEST = 100_000

const CASES = ['open', 'least', 'most']
const dayOf = (year) => `${FIRST_YEAR + year + 1}-04-01`
const numberOf = (day) => Number(day.replaceAll('-', ''))

export async function writeHistories(folder) {
  const { wards, sites } = await loadWardData({ kinds: KINDS })
  const codes = wards.register.wards.map(({ ward_code }) => ward_code)
  const wardAt = new Map(codes.map((code, i) => [code, i]))
  const write = (name, columns) => {
    for (const [column, list] of Object.entries(columns)) writeFileSync(join(folder, `${name}.${column}`), list)
  }
  write('lsoas', {
    people: Float64Array.from(wards.homes, ({ people }) => people),
    ward: Int32Array.from(wards.homes, ({ ward_code }) => wardAt.get(ward_code)),
  })
  for (const kind of KINDS) {
    const amenity = sites[kind]
    const history = historyOf(amenity, wardAt)
    for (const [name, columns] of Object.entries(history)) write(`${kind}.${name}`, columns)
    write(`${kind}.pairs`, pairsOf(amenity, wards.centres))
  }
  const edges = Array.from({ length: YEARS + 1 }, (_, year) => numberOf(dayOf(year - 1)))
  const about = { wards: codes.length, years: YEARS, distances: DISTANCES, kinds: KINDS, edges }
  writeFileSync(join(folder, 'about.json'), JSON.stringify(about))
  return codes
}

const coveredYears = ({ covers }) =>
  Array.from({ length: YEARS }, (_, year) => year).filter(
    (year) => covers.from <= dayOf(year) && dayOf(year) <= covers.to,
  )

/** Columns of the rows of a list, as numbers of a type each. */
const columnsOf = (rows, types) =>
  Object.fromEntries(Object.entries(types).map(([name, type]) => [name, type.from(rows, (row) => row[name])]))

function historyOf(amenity, wardAt) {
  const perSite = new Uint16Array(amenity.sites.length)
  for (const { site } of amenity.places) perSite[site] += 1
  const states = coveredYears(amenity).flatMap((year) =>
    amenity.on(dayOf(year)).flatMap((state, site) =>
      CASES.flatMap((name, index) => {
        const capacity = state[name]
        if (capacity === null) return []
        const stands = index === 0 ? [state.place] : state.mayStandAt
        const { units, water } = capacity
        return stands.map((place) => ({ year, case: index, site, place, stands: stands.length, units, water }))
      }),
    ),
  )
  const held = amenity.places.flatMap(({ ward_code, possibleWards }, place) =>
    [...new Set([...(ward_code === null ? [] : [ward_code]), ...possibleWards])]
      .filter((code) => wardAt.has(code))
      .map((code) => ({ place, ward: wardAt.get(code), likeliest: Number(code === ward_code) })),
  )
  const changes = amenity.changes
    .filter(({ kind }) => kind === 'closed' || kind === 'opened')
    .map(({ site, day, kind }) => ({
      day: numberOf(day),
      ward: wardAt.get(amenity.places[amenity.placeOn(site, day)]?.ward_code) ?? -1,
      opened: Number(kind === 'opened'),
    }))
  const [I4, I1, F8] = [Int32Array, Int8Array, Float64Array]
  return {
    places: {
      within: F8.from(amenity.places, ({ within }) => within),
      loose: I1.from(amenity.places, ({ within, site }) => Number(within > 0 || perSite[site] > 1)),
    },
    states: columnsOf(states, { year: I4, case: I4, site: I4, place: I4, stands: I4, units: F8, water: F8 }),
    wards: columnsOf(held, { place: I4, ward: I4, likeliest: I1 }),
    changes: columnsOf(changes, { day: I4, ward: I4, opened: I1 }),
  }
}

/** The places within 4 km of each centre and, where no site open on all days is as near, all up to the nearest such. */
function pairsOf(amenity, centres) {
  const days = coveredYears(amenity).map((year) => amenity.on(dayOf(year)))
  const isAlwaysOpen = (place) => {
    const { site, within } = amenity.places[place]
    const standsThere = ({ least, mayStandAt }) => least !== null && mayStandAt.every((each) => each === place)
    return within === 0 && days.every((states) => standsThere(states[site]))
  }
  const always = amenity.places.map((_, place) => isAlwaysOpen(place))
  const index = accessIndex(
    centres,
    amenity.places.map(({ point }) => point),
    DISTANCES['4km'],
  )
  const located = amenity.places.flatMap(({ point }, place) => (point === null ? [] : [{ point, place }]))
  const tree = new KDBush(located.length)
  for (const { point } of located) tree.add(point.longitude, point.latitude)
  tree.finish()
  const widest = Math.max(...amenity.places.map(({ within }) => within))
  const [lsoa, place, metres] = [[], [], []]
  centres.forEach((centre, origin) => {
    const nearest = index.nearest(origin, (each) => always[each])?.metres ?? FARTHEST
    const limit = Math.max(DISTANCES['4km'], nearest)
    const kilometres = ((limit + widest) / 1000) * 1.01
    for (const i of around(tree, centre.longitude, centre.latitude, Number.POSITIVE_INFINITY, kilometres)) {
      const away = distanceInMetres(centre, located[i].point)
      if (away - amenity.places[located[i].place].within > limit) continue
      lsoa.push(origin)
      place.push(located[i].place)
      metres.push(away)
    }
  })
  return { lsoa: Int32Array.from(lsoa), place: Int32Array.from(place), metres: Float64Array.from(metres) }
}
