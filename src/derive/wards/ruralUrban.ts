import { groupBy } from '../../tables/groupBy.js'
import type { LsoaSuccession, RuralUrbanClass } from '../../sources/index.js'
import type { PlacedLsoa } from './lsoas.js'

/** What the class of a ward redrawn since 2011 is told from. */
export interface ClassesOf2011 {
  /** The published classes, by ward of 2011. */
  readonly published: ReadonlyMap<string, RuralUrbanClass>
  /** The ward of 2011 of each LSOA of 2001, by the ONS best fit. */
  readonly ward2011Of: ReadonlyMap<string, string>
  /** LSOAs of 2001 to those of 2011. */
  readonly bridge: readonly LsoaSuccession[]
}

/**
 * The classes of wards whose code is not among those of 2011: the class that the wards of 2011 have in which all their
 * LSOAs lay, when it is one class. Where it is several, or one of them is not known, the ward has none.
 */
export function classesOfNewWards(
  placed: readonly Pick<PlacedLsoa, 'lsoa_code' | 'ward_code'>[],
  { published, ward2011Of, bridge }: ClassesOf2011,
): ReadonlyMap<string, RuralUrbanClass> {
  const predecessors = groupBy(bridge, ({ to }) => to)
  const classesOf = (lsoa2011: string): (RuralUrbanClass | undefined)[] => {
    const found = (predecessors.get(lsoa2011) ?? []).map(({ from }) => published.get(ward2011Of.get(from) ?? ''))
    return found.length === 0 ? [undefined] : found
  }
  const newWards = [...groupBy(placed, ({ ward_code }) => ward_code)].filter(([ward]) => !published.has(ward))
  return new Map(
    newWards.flatMap(([ward, lsoas]): [string, RuralUrbanClass][] => {
      const classes = lsoas.flatMap(({ lsoa_code }) => classesOf(lsoa_code))
      const [first] = classes
      return first !== undefined && classes.every((each) => each?.rural_urban_code === first.rural_urban_code)
        ? [[ward, first]]
        : []
    }),
  )
}
