import { type DataLocation, loadBoundaries } from '../datasets/index.js'
import { distanceInMetres } from '../geography/distance.js'
import { wardFeatures } from '../geography/wardFeatures.js'
import type { WardFeature } from '../model/boundary.js'
import type { StudyResult } from '../findings/studyResult.js'
import type { WardData } from '../datasets/wardData.js'

/**
 * How far beyond the sites that it shows the borders of a map are loaded, metres: wards of which the centre lies
 * further may still reach into it.
 */
const BEYOND = 12_000

/**
 * Loads the boundaries, as published, of the ward of a study and of the wards around it, for its maps; none without a
 * ward.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadWardsAround, parseStudy, runStudy } from 'wardstick/study'
 * import { loadStudyData } from 'wardstick/data'
 * import { readStudyText } from 'wardstick/data'
 * const data = await loadStudyData()
 * const { file, text } = await readStudyText('aspley')
 * const around = await loadWardsAround(runStudy(parseStudy(text, file), data), data)
 * around.some(({ properties }) => properties.ward_name === 'Bilborough') // => true
 */
export async function loadWardsAround(
  { neighbourhood }: StudyResult,
  { wards }: WardData,
  location: DataLocation = {},
): Promise<WardFeature[]> {
  const ward = neighbourhood?.ward ?? null
  const centre = centreOf(ward)
  if (ward === null || centre === null) return []
  const reach = Math.max(
    0,
    ...(neighbourhood?.amenities ?? []).flatMap(({ nearest }) =>
      nearest.flatMap(({ sites }) => sites.flatMap((found) => found?.metres ?? [])),
    ),
  )
  const near = new Set(
    wards.register.wards.flatMap((each) => {
      const point = centreOf(each)
      return point !== null && distanceInMetres(centre, point) <= reach + BEYOND ? [each.ward_code] : []
    }),
  )
  const districts = new Set(
    wards.register.wards.filter(({ ward_code }) => near.has(ward_code)).map(({ district_code }) => district_code),
  )
  const boundaries = await loadBoundaries(location)
  return [...districts].flatMap((district) => {
    const topology = boundaries[district]
    return topology === undefined
      ? []
      : wardFeatures(topology).filter(({ properties }) => near.has(properties.ward_code))
  })
}

function centreOf(
  ward: { readonly longitude: number | null; readonly latitude: number | null } | null,
): { readonly longitude: number; readonly latitude: number } | null {
  return ward?.longitude == null || ward.latitude === null
    ? null
    : { longitude: ward.longitude, latitude: ward.latitude }
}
