import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { WardFeature, WardTopology } from '../model/boundary.js'
import { requireRecord } from '../model/given.js'

/**
 * The wards of a topology as GeoJSON features with their polygons, in the order of the topology.
 *
 * @param topology one district of the boundaries as published, or the simplified map of England.
 * @example
 * import { wardFeatures } from 'wardstick/geography'
 * const properties = { ward_code: 'E05000001', ward_name: 'Square', district_code: 'E06000001' }
 * const wards = wardFeatures({
 *   type: 'Topology',
 *   transform: { scale: [0.5, 0.5], translate: [-1, 52] },
 *   arcs: [
 *     [
 *       [0, 0],
 *       [2, 0],
 *       [0, 2],
 *       [-2, 0],
 *       [0, -2],
 *     ],
 *   ],
 *   objects: { wards: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], properties }] } },
 * })
 * wards[0]?.geometry.coordinates // => [[[-1, 52], [0, 52], [0, 53], [-1, 53], [-1, 52]]]
 */
export function wardFeatures(topology: WardTopology): WardFeature[] {
  requireRecord('boundaries of a district', topology, 'a topology, as loadBoundaries gives for the code of a district')
  // topojson-client declares mutable types but writes nothing.
  const shared = topology as unknown as Topology<{ wards: GeometryCollection }>
  return feature(shared, shared.objects.wards).features as unknown as WardFeature[]
}
