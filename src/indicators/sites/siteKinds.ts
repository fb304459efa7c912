import { unknownName } from '../../errors.js'
import { CHILDRENS_CENTRES } from './childrensCentreKind.js'
import { LIBRARIES } from './libraries.js'
import { POOLS } from './pools.js'
import { SPORTS_HALLS } from './sportsHalls.js'
import type { SiteKind } from './siteKind.js'

/**
 * The kinds of sites that are built in.
 *
 * @example
 * import { SITE_KINDS } from 'wardstick'
 * SITE_KINDS.map(({ id }) => id) // => ['pools', 'libraries']
 */
export const SITE_KINDS = [POOLS, LIBRARIES, SPORTS_HALLS, CHILDRENS_CENTRES] as const satisfies readonly SiteKind[]

/** Id of a built-in kind of sites. */
export type BuiltInSiteKindId = (typeof SITE_KINDS)[number]['id']

/** The kind of sites of an id. @throws InputError `bad-value` for an id that no kind has, with the nearest. */
export function declaredKind(id: string, kinds: readonly SiteKind[] = SITE_KINDS): SiteKind {
  const found = kinds.find((kind) => kind.id === id)
  if (found === undefined)
    throw unknownName(
      'kind of sites',
      id,
      kinds.map((kind) => kind.id),
    )
  return found
}

/** Kinds of sites, or what was found of them: those first of which councils are told, then England’s alone. */
export const councilsFirst = <Each>(all: readonly Each[], kindOf: (each: Each) => Pick<SiteKind, 'wider'>): Each[] =>
  (['council', 'england'] as const).flatMap((wider) => all.filter((each) => kindOf(each).wider === wider))
