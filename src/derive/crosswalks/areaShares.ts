import { internal } from '../../errors.js'
import { ringsOf } from '../../geography/edges.js'
import { wardLocator } from '../../geography/wardLocator.js'
import type { WardFeature } from '../../model/boundary.js'
import type { WardAreaShareRow } from '../../tables/declared/crosswalks.js'

/** A ward is measured on a grid of so many points each way over the box around it. */
const STEPS = 100

/** Shares below this are the width of a generalised border, not ground. */
const LEAST = 0.01

/**
 * In which wards of another list some wards lie, by area: the share of the points of a grid. Points that lie in no ward
 * of the other list, at the coast, and slivers below a hundredth are left out, and the rest comes to 1.
 */
export function areaShares(
  wards: readonly WardFeature[],
  list: WardAreaShareRow['list'],
  others: readonly WardFeature[],
  otherList: WardAreaShareRow['list'],
): WardAreaShareRow[] {
  const { wardAt } = wardLocator(others)
  return wards.flatMap((ward) => {
    const counts = new Map<string, number>()
    for (const point of gridIn(ward)) {
      const other = wardAt(point)
      if (other !== null) counts.set(other, (counts.get(other) ?? 0) + 1)
    }
    const all = [...counts.values()].reduce((a, b) => a + b, 0)
    const kept = [...counts].filter(([, count]) => count >= LEAST * all).sort(([a], [b]) => (a < b ? -1 : 1))
    const sum = kept.reduce((total, [, count]) => total + count, 0)
    if (sum === 0) throw internal(`${ward.properties.ward_code} lies in no ward of ${otherList}`)
    return kept.map(([other_ward_code, count]): WardAreaShareRow => ({
      list,
      ward_code: ward.properties.ward_code,
      other_list: otherList,
      other_ward_code,
      share: count / sum,
    }))
  })
}

/** Points inside a ward, in equal steps of longitude and latitude. */
function gridIn(ward: WardFeature): { readonly longitude: number; readonly latitude: number }[] {
  const { wardAt } = wardLocator([ward])
  const positions = ringsOf(ward).flat()
  const [longitudes, latitudes] = [stepsOver(positions.map(([x]) => x)), stepsOver(positions.map(([, y]) => y))]
  const points = latitudes.flatMap((latitude) => longitudes.map((longitude) => ({ longitude, latitude })))
  return points.filter((point) => wardAt(point) !== null)
}

/** The middles of equal steps from the least to the greatest of some numbers. */
function stepsOver(values: readonly number[]): number[] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  return Array.from({ length: STEPS }, (_, i) => least + ((greatest - least) * (i + 0.5)) / STEPS)
}
