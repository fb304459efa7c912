import { wardFeatures } from '../../geography/wardFeatures.js'
import { type WardLocator, wardLocator } from '../../geography/wardLocator.js'
import type { WardFeature } from '../../model/boundary.js'
import { type WardBoundaries, readWardBoundaries } from '../../sources/index.js'
import type { Opener } from '../opener.js'
import { onDatum } from './datum.js'
import { WARD_SOURCES } from './sources.js'

/** The wards of 2013 as places: what every dataset of points is located by. */
export interface WardGeography extends WardLocator {
  readonly boundaries: WardBoundaries
  /** By how many metres each district was moved onto the datum of all other points. */
  readonly moved: readonly number[]
  readonly features: readonly WardFeature[]
}

/** Reads the ward boundaries and makes the locator of the build. */
export async function readWardGeography(opener: Opener): Promise<WardGeography> {
  const published = await readWardBoundaries(await opener.open(WARD_SOURCES.boundaries))
  const { topologies, metres } = onDatum(published.topologies)
  const features = Object.values(topologies).flatMap(wardFeatures)
  return { boundaries: { ...published, topologies }, moved: metres, features, ...wardLocator(features) }
}
