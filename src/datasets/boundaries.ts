import { join } from 'node:path'
import { badFile, badValue } from '../errors.js'
import { requireRecord } from '../model/given.js'
import type { WardTopologies, WardTopology } from '../model/boundary.js'
import { BUILT_IN_DATA, type DataLocation, loadDescriptor, requireLocation } from './dataset.js'
import { readPacked } from './packed.js'
import type { DatasetName } from '../tables/declared/index.js'

/** Which boundaries, and where they are loaded from. */
export interface BoundaryLoading extends DataLocation {
  /** The list of wards: `WD13` (the default), all of England; `WD25`, Nottingham and Peterborough alone. */
  readonly vintage?: 'WD13' | 'WD25' | undefined
}

/**
 * Loads the boundaries of wards, generalised by their publisher and not by wardstick: what points are located by. One
 * topology a district, by the district's code; those of 2013 moved by up to 5 m, a district as a whole, to where OSTN15
 * has them. Of the wards of 2025 those of the study cities come with wardstick; all of them are read by
 * `readWardBoundaries2025` of `wardstick/sources` from the archive that its descriptor names.
 *
 * The bytes are checked against the sha256 of the descriptor before they are parsed.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`, naming the file.
 * @example
 * import { loadBoundaries } from 'wardstick/data'
 * import { wardFeatures, wardLocator } from 'wardstick/geography'
 * const boundaries = await loadBoundaries()
 * Object.keys(boundaries).length // => 326
 * const { wardAt } = wardLocator(wardFeatures(boundaries['E06000018']!))
 * wardAt({ longitude: -1.1988, latitude: 52.9728 }) // => 'E05001823'
 * const ofToday = await loadBoundaries({ vintage: 'WD25' })
 * const today = wardLocator(wardFeatures(ofToday['E06000018']!))
 * today.wardAt({ longitude: -1.1988, latitude: 52.9728 }) // => 'E05012270'
 */
export async function loadBoundaries(loading: BoundaryLoading = {}): Promise<WardTopologies> {
  // A caller without types may write the vintage alone, which would otherwise be passed over.
  requireRecord('what boundaries to load', loading, "vintage, such as { vintage: 'WD25' }")
  const { vintage = 'WD13', ...location } = loading
  const dataset = DATASET_OF[vintage] as DatasetName | undefined
  if (dataset === undefined) throw badValue('vintage of boundaries', vintage, Object.keys(DATASET_OF).join(', '))
  return (await loadDocument(dataset, 'boundaries', location)) as WardTopologies
}

const DATASET_OF = { WD13: 'wards', WD25: 'wards-2025' } as const

/**
 * Loads the simplified boundaries of the wards of 2013 as one topology, for maps of England or a region: object
 * `wards`, properties `ward_code`, `ward_name` and `district_code`. Its borders have moved by up to some hundred
 * metres: locate points, and draw maps of one district, by {@link loadBoundaries}.
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
export async function loadBoundaryMap(location: DataLocation = {}): Promise<WardTopology> {
  requireLocation(location)
  return (await loadDocument('wards', 'boundaries-simplified', location)) as WardTopology
}

async function loadDocument(
  dataset: DatasetName,
  name: string,
  { folder = BUILT_IN_DATA }: DataLocation,
): Promise<unknown> {
  const { documents = [] } = await loadDescriptor(dataset, { folder })
  const document = documents.find((each) => each.name === name)
  if (document === undefined)
    throw badFile(join(folder, dataset, 'datapackage.json'), `names no document ${name}`, 'Install wardstick again.')
  return JSON.parse((await readPacked(join(folder, dataset, document.path), document.hash)).toString('utf8'))
}
