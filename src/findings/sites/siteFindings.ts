import { councilsFirst } from '../../indicators/sites/siteKinds.js'
import type { Finding } from '../finding.js'
import type { AmenityResult } from '../neighbourhood.js'
import type { StudyResult } from '../studyResult.js'
import { isKnownByTenth } from '../placeAmenity.js'
import { siteChange } from './siteChange.js'
import { siteGradient } from './siteGradient.js'
import { siteTurnover } from './siteTurnover.js'

/** What the sites of a study say: around the ward in the order of the study, then of the council and of England. */
export function siteFindings(result: StudyResult): { readonly ward: Finding[]; readonly wider: Finding[] } {
  const { neighbourhood } = result
  if (neighbourhood === null) return { ward: [], wider: [] }
  const { amenities } = neighbourhood
  const byTenth = amenities.filter(isKnownByTenth)
  const gradients = byTenth.length === 0 ? [] : [siteGradient(byTenth)]
  return {
    ward: amenities.flatMap((each) => siteChange(each, result)),
    wider: [...inWiderOrder(amenities).map((each) => siteTurnover(each, result)), ...gradients],
  }
}

/** The kinds of sites of a study, those first of which the council is told, then those of England alone. */
export const inWiderOrder = (amenities: readonly AmenityResult[]): AmenityResult[] =>
  councilsFirst(amenities, ({ declared }) => declared)
