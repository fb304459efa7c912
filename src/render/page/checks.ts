import { badPage } from '../../errors.js'
import type { PageDocument } from './document.js'

/** Addresses that the page itself uses, and those that Vega gives to its clip paths. */
const RESERVED = /^(?:main|contents|data|data-and-licences|cite-this-page|about-this-page|clip\d+)$/
const ID = /^[a-z0-9-]+$/

/**
 * Checks that every id can be an address, that none stands for two places, and that every dataset named is there.
 *
 * @throws InputError `bad-page`.
 */
export function checkDocument({ sections, datasets }: PageDocument): void {
  const places = sections.flatMap(({ id, figures }) => [
    { kind: 'section', id },
    ...figures.map((figure) => ({ kind: 'figure', id: figure.id })),
  ])
  checkIds(places)
  checkIds(datasets.map(({ id }) => ({ kind: 'dataset', id })))
  const known = new Set(datasets.map(({ id }) => id))
  for (const { id, evidence } of sections)
    for (const named of evidence?.datasets ?? [])
      if (!known.has(named))
        throw badPage(
          `section '${id}'`,
          `it names the dataset '${named}', which the page does not have; it has ${[...known].join(', ') || 'none'}`,
        )
}

function checkIds(places: readonly { readonly kind: string; readonly id: string }[]): void {
  const taken = new Map<string, string>()
  for (const { kind, id } of places) {
    const where = `${kind} '${id}'`
    if (!ID.test(id)) throw badPage(where, 'an id is made of small letters, digits and hyphens')
    if (kind !== 'dataset' && RESERVED.test(id)) throw badPage(where, 'the page itself uses this id; choose another')
    const other = taken.get(id)
    if (other !== undefined) throw badPage(where, `its id stands for a ${other} already; give each its own`)
    taken.set(id, kind)
  }
}
