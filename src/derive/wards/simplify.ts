import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, quantile, simplify } from 'topojson-simplify'
import type { Objects, Topology } from 'topojson-specification'
import type { WardFeature, WardProperties, WardTopology } from '../../model/boundary.js'

/** The map keeps this share of the points, those that make the largest triangles with their neighbours. */
const KEPT = 0.12
/**
 * Steps of a position over the extent of England: about 30 m. It also joins the borders of districts, each of which is
 * published on a grid of its own.
 */
const STEPS = 2e4

/** One topology of all the wards, their borders simplified together so that neighbours still share them. */
export function simplifiedWards(features: readonly WardFeature[]): WardTopology {
  const collection = { type: 'FeatureCollection', features } as unknown as FeatureCollection<Polygon | MultiPolygon>
  const weighted = presimplify(topology({ wards: collection }, STEPS) as Topology<Objects<WardProperties>>)
  const simplified = quantize(simplify(weighted, quantile(weighted, KEPT)), STEPS)
  return simplified as unknown as WardTopology
}

/** Published positions have five decimals of a degree. */
const DECIMALS = 1e-5

/** One topology of some wards, their borders where they were published. */
export function topologyOf(features: readonly WardFeature[]): WardTopology {
  const collection = { type: 'FeatureCollection', features } as unknown as FeatureCollection<Polygon | MultiPolygon>
  const exact = topology({ wards: collection }) as Topology<Objects<WardProperties>>
  const [west = 0, south = 0] = exact.bbox ?? []
  const grid = (degrees: number): number => Math.round(degrees / DECIMALS) * DECIMALS
  return quantize(exact, {
    scale: [DECIMALS, DECIMALS],
    translate: [grid(west), grid(south)],
  }) as unknown as WardTopology
}
