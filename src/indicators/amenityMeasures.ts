import type { Value } from '../model/value.js'
import type { AmenityMeasureId } from './sites/siteMeasures.js'

export { DISTANCES } from './sites/measureSites.js'
export { AMENITY_MEASURES, type AmenityMeasure } from './sites/measures.js'
export type { AmenityMeasureId } from './sites/siteMeasures.js'

/** A measured value with the measure that it is of. */
export interface Measured {
  readonly measure: AmenityMeasureId
  readonly value: Value
}
