import { AMENITY_MEASURES } from '../amenityMeasures.js'
import type { AmenityMeasureId } from './siteMeasures.js'
import type { SiteTerms } from './siteTerms.js'

/** The title and the rule of a measure of a kind of sites: its own where it declares them. */
export function measureText(
  measure: AmenityMeasureId,
  { texts }: Pick<SiteTerms, 'texts'>,
): { readonly title: string; readonly method: string } {
  return texts[measure] ?? AMENITY_MEASURES[measure]
}
