import { join } from 'node:path'
import { badFile } from '../errors.js'
import type { WardTopologies, WardTopology } from '../model/boundary.js'
import { BUILT_IN_DATA, type DataLocation, loadDescriptor } from './dataset.js'
import { readPacked } from './packed.js'

/**
 * Loads the boundaries of the wards of 2013 as published (generalised by the publisher, not by wardstick): what points are
 * located by. One topology a district, by the district's code.
 *
 * The bytes are checked against the sha256 of the descriptor before they are parsed.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`, naming the file.
 * @example
 * import { loadBoundaries } from 'wardstick/data'
 * import { wardFeatures, wardLocator } from 'wardstick'
 * const boundaries = await loadBoundaries()
 * Object.keys(boundaries).length // => 326
 * const { wardAt } = wardLocator(wardFeatures(boundaries.E06000018))
 * wardAt({ longitude: -1.1988, latitude: 52.9728 }) // => 'E05001823'
 */
export const loadBoundaries = async (location: DataLocation = {}): Promise<WardTopologies> => (await loadDocument('boundaries', location)) as WardTopologies

/**
 * Loads the simplified boundaries of the wards of 2013 as one topology, for maps of England or a region: object `wards`,
 * properties `ward_code`, `ward_name` and `district_code`. Its borders have moved by up to some hundred metres: locate points,
 * and draw maps of one district, by {@link loadBoundaries}.
 *
 * The bytes are checked against the sha256 of the descriptor before they are parsed.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`, naming the file.
 * @example
 * import { loadBoundaryMap } from 'wardstick/data'
 * const map = await loadBoundaryMap()
 * map.objects.wards.geometries.length // => 7681
 * const spec = { data: { values: map, format: { type: 'topojson', feature: 'wards' } }, mark: 'geoshape' }
 */
export const loadBoundaryMap = async (location: DataLocation = {}): Promise<WardTopology> => (await loadDocument('boundaries-simplified', location)) as WardTopology

async function loadDocument(name: string, { folder = BUILT_IN_DATA }: DataLocation): Promise<unknown> {
  const { documents = [] } = await loadDescriptor('wards', { folder })
  const document = documents.find((each) => each.name === name)
  if (document === undefined) throw badFile(join(folder, 'wards', 'datapackage.json'), `names no document ${name}`, 'Install wardstick again.')
  return JSON.parse((await readPacked(join(folder, 'wards', document.path), document.hash)).toString('utf8'))
}
