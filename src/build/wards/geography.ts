import { wardFeatures } from '../../geography/wardFeatures.js'
import { type WardLocator, wardLocator } from '../../geography/wardLocator.js'
import type { WardFeature } from '../../model/boundary.js'
import { type WardBoundaries, readWardBoundaries } from '../../sources/index.js'
import type { Opener } from '../opener.js'
import { WARD_SOURCES } from './sources.js'

/** The wards of 2013 as places: what every dataset of points is located by. */
export interface WardGeography extends WardLocator {
  readonly boundaries: WardBoundaries
  readonly features: readonly WardFeature[]
}

/** Reads the ward boundaries and makes the locator of the build. */
export async function readWardGeography(opener: Opener): Promise<WardGeography> {
  const boundaries = await readWardBoundaries(await opener.open(WARD_SOURCES.boundaries))
  const features = Object.values(boundaries.topologies).flatMap(wardFeatures)
  return { boundaries, features, ...wardLocator(features) }
}
