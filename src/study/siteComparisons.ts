import { difference } from '../evaluation/change.js'
import { placeboPlacement } from '../evaluation/placement.js'
import type { Change } from '../findings/comparison.js'
import type { AmenityComparison } from '../findings/neighbourhood.js'
import { type PlaceAmenity, type StudyDays, measureOn } from '../findings/placeAmenity.js'
import type { Measured } from '../indicators/amenityMeasures.js'
import type { SiteTerms } from '../indicators/sites/siteTerms.js'
import type { Place } from '../model/value.js'

/** A ward beside its council, England and the wards like it. */
interface Compared {
  readonly own: PlaceAmenity
  readonly council: PlaceAmenity
  readonly england: PlaceAmenity
  readonly others: readonly { readonly place: Place; readonly values: readonly Measured[] }[]
}

/** The changes of a ward in the measures that its kind compares, beside those of others. */
export function comparisonsOf(
  { compared }: SiteTerms,
  days: StudyDays,
  { own, council, england, others }: Compared,
): AmenityComparison[] {
  const spans = [
    { kind: 'claim' as const, until: days.claim },
    ...days.since.map((until) => ({ kind: 'since' as const, until })),
  ]
  return compared.flatMap((measure) =>
    spans.map(({ kind: of, until }): AmenityComparison => {
      const changeOf = ({ values }: Pick<PlaceAmenity, 'values'>): Change => {
        const [before, after] = [measureOn(values, measure, days.base), measureOn(values, measure, until)]
        return { before, after, change: difference(before, after) }
      }
      const comparators = others.map(changeOf)
      const ownChange = changeOf(own)
      return {
        kind: of,
        measure,
        own: ownChange,
        council: changeOf(council),
        england: changeOf(england),
        comparators,
        placebo: placeboPlacement(
          ownChange.change,
          comparators.map(({ change }) => change),
        ),
      }
    }),
  )
}
