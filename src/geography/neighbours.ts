import { badValue, duplicateKey } from '../errors.js'

/**
 * By what rule areas are neighbours: they touch, in a point or along a stretch, are so many nearest, or lie within a
 * distance.
 */
export type NeighbourRule =
  | { readonly kind: 'queen' | 'rook'; readonly snap: number }
  | { readonly kind: 'nearest'; readonly count: number }
  | { readonly kind: 'within'; readonly metres: number }

/** Which areas are neighbours of which, by whatever rule. */
export interface Neighbours {
  /** The rule, with its tolerance or distance in metres or its number of neighbours. */
  readonly rule: NeighbourRule
  /** Every area, in the order of the codes, also those without a neighbour. */
  readonly codes: readonly string[]
  /** How many neighbours all areas have together: two areas that are neighbours of each other count twice. */
  readonly links: number
  /** The areas without a neighbour, in the order of the codes. */
  readonly islands: readonly string[]
  /**
   * The neighbours of an area, in the order of the codes; never itself. @throws InputError `bad-value` for a code that
   * is none of them.
   */
  readonly of: (code: string) => readonly string[]
}

/** Neighbours from the positions of each area's neighbours among codes in order. */
export function neighboursOf(
  codes: readonly string[],
  rule: NeighbourRule,
  positions: readonly (readonly number[])[],
): Neighbours {
  const inOrder = (list: readonly number[]): string[] =>
    [...list].sort((a, b) => a - b).flatMap((position) => codes[position] ?? [])
  const lists = new Map(codes.map((code, i) => [code, inOrder(positions[i] ?? [])]))
  return {
    rule,
    codes,
    links: [...lists.values()].reduce((links, list) => links + list.length, 0),
    islands: codes.filter((code) => lists.get(code)?.length === 0),
    of: (code) => {
      const list = lists.get(code)
      if (list === undefined)
        throw badValue(
          'area whose neighbours are wanted',
          code,
          `the code of one of the ${codes.length} areas that were given`,
        )
      return list
    },
  }
}

/** Areas in the order of their codes. @throws InputError `duplicate-key` when two have the same code. */
export function inOrderOfCodes<Area>(areas: readonly Area[], codeOf: (area: Area) => string): Area[] {
  const rows = new Map<string, number>()
  areas.forEach((area, i) => {
    const row = rows.get(codeOf(area))
    if (row !== undefined) throw duplicateKey('areas whose neighbours are wanted', codeOf(area), [row, i + 1])
    rows.set(codeOf(area), i + 1)
  })
  return [...areas].sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1))
}
