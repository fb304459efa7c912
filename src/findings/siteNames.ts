import type { Amenity } from '../indicators/sites/amenity.js'
import type { StudyTerms } from './studyTerms.js'

/** Names sites: as the study file does, else as the list does, else by the site's id. */
export function siteNamer({ sites }: Amenity, { amenities }: StudyTerms): (site: number) => string {
  const names = new Map(amenities?.siteNames.map(({ site, name }) => [site, name]))
  return (site) => {
    const { id, name } = sites[site] ?? { id: String(site), name: null }
    return names.get(id) ?? name ?? `site ${id}`
  }
}
