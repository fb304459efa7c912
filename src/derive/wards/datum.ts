import proj4 from 'proj4'
import { bbox } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { distanceInMetres } from '../../geography/distance.js'
import { fromNationalGrid } from '../../geography/nationalGrid.js'
import type { WardTopologies, WardTopology } from '../../model/boundary.js'
import type { Point } from '../../model/ward.js'

/**
 * The seven-parameter transformation, right to 5 m, by which the boundaries of 2013 were turned from the National Grid
 * into degrees.
 */
const SEVEN_PARAMETERS =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +units=m +no_defs'

/** Boundaries on the datum of all other points, and by how many metres their districts were moved. */
export interface MovedBoundaries {
  readonly topologies: WardTopologies
  readonly metres: readonly number[]
}

/**
 * Moves the boundaries of 2013 to where their places on the National Grid are by OSTN15, a district as a whole: at its
 * corners the two transformations differ from what they differ at its centre by less than half a metre in 281 of the
 * 326 districts, and by 1.7 m in Cornwall, the largest. That it was the seven parameters shows beside the boundaries of
 * 2025, which are off by this difference, in length and direction.
 */
export function onDatum(published: WardTopologies): MovedBoundaries {
  const grid = proj4(SEVEN_PARAMETERS, 'WGS84')
  const moved = Object.entries(published).map(([district, topology]) => {
    const before = centreOf(topology)
    const [easting, northing] = grid.inverse([before.longitude, before.latitude])
    const after = fromNationalGrid(easting, northing)
    return {
      district,
      topology: shifted(topology, after.longitude - before.longitude, after.latitude - before.latitude),
      metres: distanceInMetres(before, after),
    }
  })
  return {
    topologies: Object.fromEntries(moved.map(({ district, topology }) => [district, topology])),
    metres: moved.map(({ metres }) => metres),
  }
}

function centreOf(topology: WardTopology): Point {
  // topojson-client declares mutable types but writes nothing.
  const [west, south, east, north] = bbox(topology as unknown as Topology)
  return { longitude: (west + east) / 2, latitude: (south + north) / 2 }
}

function shifted(topology: WardTopology, east: number, north: number): WardTopology {
  const { scale, translate } = topology.transform
  return { ...topology, transform: { scale, translate: [translate[0] + east, translate[1] + north] } }
}
