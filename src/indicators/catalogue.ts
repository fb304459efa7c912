import { unknownName } from '../errors.js'
import { requireRecord, requireText } from '../model/given.js'
import type { IndicatorLevel } from '../model/indicator.js'
import type { Indicator } from '../panel/indicator.js'
import { DEPRIVATION } from './deprivation.js'
import { RESIDENTS } from './residents.js'
import { siteIndicators } from './sites/siteIndicators.js'
import { SITE_KINDS } from './sites/siteKinds.js'
import { SPENDING_LINES } from './spendingLines.js'
import { VOLUNTARY_PROVISION } from './voluntary.js'

/** Every built-in indicator, family after family. */
export const CATALOGUE: readonly Indicator[] = [
  ...SPENDING_LINES,
  ...SITE_KINDS.flatMap(siteIndicators),
  ...VOLUNTARY_PROVISION,
  ...DEPRIVATION,
  RESIDENTS,
]

const BY_ID = new Map(CATALOGUE.map((each) => [each.id as string, each]))

/**
 * The built-in indicator of an id.
 *
 * @throws InputError `bad-value` with the nearest id.
 * @example
 * import { indicator } from 'wardstick'
 * indicator('culture/real-per-head').level // => 'council'
 * indicator('culture/real-per-hed') // throws 'bad-value'
 */
export function indicator(id: string): Indicator {
  requireText('id of an indicator', id)
  const found = BY_ID.get(id)
  if (found === undefined) throw unknownName('indicator', id, [...BY_ID.keys()])
  return found
}

/** Which indicators are wanted; what is left out does not matter. */
export interface IndicatorQuery {
  /** The constructor that made it: `spending`, `sites`, `smallAreas`, `councilShare`, `people`. */
  readonly family?: string | undefined
  /** First part of its id. */
  readonly member?: string | undefined
  /** The level at which it is published. */
  readonly level?: IndicatorLevel | undefined
  /** A financial year or day of which it has figures. */
  readonly covers?: string | undefined
}

/**
 * The built-in indicators that a query asks for.
 *
 * @example
 * import { indicators } from 'wardstick'
 * indicators({ member: 'culture' }).map(({ id }) => id)
 * // => ['culture/nominal', 'culture/real', 'culture/per-head', 'culture/real-per-head']
 */
export function indicators(query: IndicatorQuery = {}): readonly Indicator[] {
  requireRecord('query of indicators', query, "family, member, level or covers, such as { family: 'spending' }")
  const { family, member, level, covers } = query
  return CATALOGUE.filter(
    (each) =>
      (family === undefined || each.family === family) &&
      (member === undefined || each.member === member) &&
      (level === undefined || each.level === level) &&
      (covers === undefined || has(each, covers)),
  )
}

const has = ({ coverage: { from, to, editions } }: Indicator, when: string): boolean =>
  editions === undefined ? from <= when && when <= to : editions.includes(when)
