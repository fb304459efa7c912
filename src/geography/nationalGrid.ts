import proj4 from 'proj4'
import { badValue } from '../errors.js'
import type { Point } from '../model/ward.js'
import { datumShift } from './datumShift.js'
import { requireRecord } from '../model/given.js'

/**
 * The projection of the British National Grid (EPSG:27700), but on the ellipsoid of ETRS89; OSTN15 gives the shift from
 * there.
 */
const PROJECTION =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=GRS80 +units=m +no_defs'

/** The area of the grid, metres. */
const EXTENT = { easting: 700_000, northing: 1_300_000 } as const

/** Whether two numbers are a place of the grid; a missing one is none, and never 0. */
const isOnGrid = (easting: unknown, northing: unknown): boolean =>
  isUpTo(easting, EXTENT.easting) && isUpTo(northing, EXTENT.northing)
const isUpTo = (metres: unknown, most: number): boolean => typeof metres === 'number' && metres >= 0 && metres <= most

/** Made when first used: making it takes a tenth of a second. */
let projection: proj4.Converter | undefined

/**
 * The longitude and latitude of a place on the British National Grid.
 *
 * The datum is ETRS89, which is the WGS84 of British data; from what a satellite receiver shows today it differs by
 * under a metre. The projection is exact to a millimetre; the shift of datum comes from every tenth node of the
 * Ordnance Survey's OSTN15, which puts a place within 0.29 m of where the whole of OSTN15 has it everywhere on land in
 * England (0.03 m in the mean), and within 0.40 m in Great Britain. North of northing 1,250,000, where OSTN15 ends, the
 * shift is that of its edge.
 *
 * Source: Ordnance Survey, "A guide to coordinate systems in Great Britain", sections 5 and 6.
 *
 * @param easting metres east of the grid's false origin, 0 to 700,000.
 * @param northing metres north of it, 0 to 1,300,000.
 * @throws InputError `bad-value` for a place outside the grid.
 * @example
 * import { fromNationalGrid } from 'wardstick/geography'
 * const { longitude, latitude } = fromNationalGrid(530_624.974, 178_388.464)
 * longitude.toFixed(4) // => '-0.1199'
 * latitude.toFixed(4) // => '51.4894'
 * fromNationalGrid(52.954, -1.15) // throws 'bad-value'
 */
export function fromNationalGrid(easting: number, northing: number): Point {
  if (!isOnGrid(easting, northing))
    throw badValue(
      'British National Grid easting, northing',
      `${easting}, ${northing}`,
      'easting 0 to 700,000 and northing 0 to 1,300,000 metres',
    )
  projection ??= proj4(PROJECTION)
  const [longitude, latitude] = projection.inverse(unshifted(easting, northing))
  return { longitude, latitude }
}

/**
 * The place on ETRS89 whose shift leads to a place of the grid. The shift changes by about a centimetre in the hundred
 * metres that it is long, and each repetition multiplies what is missing by a ten-thousandth: two leave less than a
 * micrometre.
 */
function unshifted(easting: number, northing: number): [easting: number, northing: number] {
  let { east, north } = datumShift(easting, northing)
  for (let repetition = 0; repetition < 2; repetition += 1)
    ({ east, north } = datumShift(easting - east, northing - north))
  return [easting - east, northing - north]
}

/** A place on the British National Grid, metres. */
export interface GridPlace {
  readonly easting: number
  readonly northing: number
}

/**
 * The place of a point on the British National Grid: metres in a plane, in which maps of England are drawn. The datum
 * and the accuracy are those of {@link fromNationalGrid}, which it undoes to less than a millimetre.
 *
 * @throws InputError `bad-value` for a point outside the grid.
 * @example
 * import { toNationalGrid } from 'wardstick/geography'
 * const { easting, northing } = toNationalGrid({ longitude: -0.12, latitude: 51.4894 })
 * Math.round(easting) // => 530620
 * Math.round(northing) // => 178392
 * toNationalGrid({ longitude: 2.35, latitude: 48.86 }) // throws 'bad-value'
 */
export function toNationalGrid(point: Point): GridPlace {
  requireRecord('point', point, 'longitude and latitude')
  const { longitude, latitude } = point
  projection ??= proj4(PROJECTION)
  const [x, y] =
    Number.isFinite(longitude) && Number.isFinite(latitude)
      ? projection.forward([longitude, latitude])
      : [Number.NaN, Number.NaN]
  const { east, north } = datumShift(x, y)
  const [easting, northing] = [x + east, y + north]
  if (!isOnGrid(easting, northing))
    throw badValue('longitude, latitude', `${longitude}, ${latitude}`, 'a point of Great Britain, in degrees')
  return { easting, northing }
}
