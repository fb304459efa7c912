import { internal } from '../errors.js'
import type { Amenity } from '../indicators/sites/amenity.js'
import type { SiteKind } from '../indicators/sites/siteKind.js'
import { type BuiltInSiteKindId, SITE_KINDS, declaredKind } from '../indicators/sites/siteKinds.js'
import { type DataLocation, loadNamedTable, requireLocation } from './dataset.js'

/** Where data are loaded from, and of which kinds of sites. */
export interface SitesLoading<Kind extends string | SiteKind = string | SiteKind> extends DataLocation {
  /** Kinds of sites, by their ids or as they are declared; by default all that are built in. */
  readonly kinds?: readonly Kind[] | undefined
}

/** The kinds of sites that are loaded, with what is declared of each, and the sites of each by the id of the kind. */
export interface LoadedSites<Id extends string = string> {
  readonly siteKinds: readonly SiteKind[]
  readonly sites: Readonly<Record<Id, Amenity>>
}

/** The id of a kind of sites that is asked for by its id or as it is declared. */
export type IdOf<Kind extends string | SiteKind> = Kind extends SiteKind ? Kind['id'] : Kind & string

/**
 * Loads the sites of some kinds with their history, and the tables of no other kind.
 *
 * @throws InputError `bad-value` for an id that no kind has, with the nearest; `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadSites } from 'wardstick/data'
 * const { sites } = await loadSites({ kinds: ['libraries'] })
 * Object.keys(sites) // => ['libraries']
 * sites.libraries.on('2010-04-01').filter(({ open }) => open !== null).length // => 3096
 */
export async function loadSites<Kind extends string | SiteKind = BuiltInSiteKindId>(
  loading: SitesLoading<Kind> = {},
): Promise<LoadedSites<IdOf<Kind>>> {
  requireLocation(loading)
  const { kinds, ...location } = loading
  const siteKinds = kindsAsked(kinds)
  const loaded = await Promise.all(siteKinds.map(async (kind) => [kind.id, await amenityOf(kind, location)] as const))
  return { siteKinds, sites: Object.fromEntries(loaded) as LoadedSites<IdOf<Kind>>['sites'] }
}

/** The kinds of sites that are asked for; all that are built in where none are. */
export const kindsAsked = (kinds: readonly (string | SiteKind)[] = SITE_KINDS): SiteKind[] =>
  kinds.map((kind) => (typeof kind === 'string' ? declaredKind(kind) : kind))

async function amenityOf(kind: SiteKind, location: DataLocation): Promise<Amenity> {
  const tables = await Promise.all(
    Object.entries(kind.tables).map(
      async ([name, { dataset, table, columns }]) =>
        [name, (await loadNamedTable(dataset, table, { ...location, columns })).objects()] as const,
    ),
  )
  const byName = new Map<string, readonly object[]>(tables)
  return kind.amenity((name) => {
    const rows = byName.get(name)
    if (rows === undefined) throw internal(`the sites ${kind.id} are made from no table ${name}`)
    return rows
  })
}
