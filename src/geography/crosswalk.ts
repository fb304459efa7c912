import { badValue, type CellPlace, wrongCode } from '../errors.js'
import type { Code, Vintage } from '../model/code.js'
import type { LsoaChange } from '../model/crosswalk.js'
import { groupBy } from '../tables/groupBy.js'
import { requireList, requireRecord } from '../model/given.js'

/**
 * What says that a source belongs to a target, and by how much:
 *
 * - `code`: it has the same code in both lists, so nothing moved;
 * - `whole`: it passed whole into the target, by the order or look-up that changed it;
 * - `residents`: by the residents of the small areas (LSOAs) whose centres lie in both;
 * - `output areas`: by the number of output areas that lie in both;
 * - `area`: by area, where nobody is known to live;
 * - `given`: by weights of one's own.
 */
export const LINK_BASES = ['code', 'whole', 'residents', 'output areas', 'area', 'given'] as const

/** One of {@link LINK_BASES}. */
export type LinkBasis = (typeof LINK_BASES)[number]

/** What a source and a target share. */
export interface CrosswalkPiece {
  readonly source: string
  readonly target: string
  /** Residents, output areas, square metres ... of what they share; none is negative. */
  readonly weight: number
  /** Share of the source that lies in the target, where it does not follow from the weights. */
  readonly share?: number | undefined
  readonly basis?: LinkBasis | undefined
  /** Between LSOAs of two censuses: how the area changed. */
  readonly change?: LsoaChange | undefined
}

/** A source and a target that share something. */
export interface CrosswalkLink {
  readonly source: string
  readonly target: string
  /** Share of the source that goes to the target, above 0 and at most 1: what a count is multiplied by. */
  readonly share: number
  /** What they share, in the unit of the crosswalk: what a rate is weighted by. */
  readonly weight: number
  readonly basis: LinkBasis
  /** Between LSOAs of two censuses: unchanged, split, merged, or changed in a more complex way. */
  readonly change?: LsoaChange
}

/** How the areas of one list lie in those of another. */
export interface Crosswalk<From extends string = string, To extends string = string> {
  /** The list that tables are on before, `WD25`, and what its areas are called. */
  readonly from: From
  readonly fromTitle: string
  /** The list that they are on afterwards. */
  readonly to: To
  readonly toTitle: string
  /** Whether the sources are areas like the targets, or smaller ones of which these are made. */
  readonly sourcesAre: 'alike' | 'smaller'
  /** What the weights are, `residents, mid-2017`; null when they mean nothing, as between councils. */
  readonly weights: string | null
  /** In the order of their sources, then of their targets. */
  readonly links: readonly CrosswalkLink[]
  /** Every code of the first list, those without a link too, in order. */
  readonly sources: readonly string[]
  /** Every code of the second list, those without a link too, in order. */
  readonly targets: readonly string[]
  /** Targets that also hold a part of a source that nobody can divide: they are never complete. */
  readonly incomplete: readonly string[]
  /**
   * A code of a table as the list has it: upper case without spaces, or, of a council, its latest code for a former
   * one.
   */
  readonly canonical: (code: string) => string
  /** What a code is that is not in the first list: a sentence part and what to do. */
  readonly explain: (code: string) => CodeExplanation
}

/** What a code is, in words, and what to do with it. */
export interface CodeExplanation {
  readonly what: string
  readonly remedy: string
}

/** What a crosswalk is made of. */
export interface CrosswalkParts<From extends string = string, To extends string = string> {
  readonly from: From
  readonly fromTitle?: string | undefined
  readonly to: To
  readonly toTitle?: string | undefined
  /** By default `alike`. */
  readonly sourcesAre?: 'alike' | 'smaller' | undefined
  readonly weights: string | null
  readonly pieces: readonly CrosswalkPiece[]
  /** Codes of the first list beyond those of the pieces: areas that lie nowhere in the second. */
  readonly sources?: readonly string[] | undefined
  /** Codes of the second list beyond those of the pieces. */
  readonly targets?: readonly string[] | undefined
  /** The whole weight of a source, where a part of it lies outside every target and is to be lost, not spread. */
  readonly sourceTotals?: ReadonlyMap<string, number> | undefined
  /** Targets that also hold a part of a source that nobody can divide; such a source has no piece. */
  readonly incomplete?: readonly string[] | undefined
  /** By default codes are taken as they are, without spaces around them. */
  readonly canonical?: ((code: string) => string) | undefined
  readonly explain?: ((code: string) => CodeExplanation) | undefined
}

/**
 * Shares may miss 1 by the rounding of their sum; by that of an overlay, where the whole was measured apart from its
 * pieces.
 */
const ROUNDING = { sum: 1e-9, overlay: 1e-4 } as const
const UNKNOWN: CodeExplanation = { what: 'not known', remedy: 'Check which list the codes of the table are of.' }

/**
 * A crosswalk from one list of areas to another, made of the pieces that they share. Those between wards, small areas
 * and output areas come ready from `loadCrosswalk` of `wardstick/data`.
 *
 * The share of a source that goes to a target is its weight there over its weight everywhere; pieces of one source and
 * target are added. A source of weight 0 that lies in one target alone goes there whole.
 *
 * @throws InputError `bad-value` for a negative or unknown weight, for shares outside 0 to 1 or of a source above 1,
 * and for a source of several targets without weight.
 * @example
 * import { crosswalk } from 'wardstick/geography'
 * const { links } = crosswalk({
 *   from: 'old',
 *   to: 'new',
 *   weights: 'residents',
 *   pieces: [
 *     { source: 'A', target: 'X', weight: 300 },
 *     { source: 'A', target: 'Y', weight: 100 },
 *   ],
 * })
 * links.map(({ target, share }) => [target, share]) // => [['X', 0.75], ['Y', 0.25]]
 */
export function crosswalk<From extends string, To extends string>(
  parts: CrosswalkParts<From, To>,
): Crosswalk<From, To> {
  requireRecord('parts of a crosswalk', parts, 'from, to, weights and pieces')
  requireList('pieces of a crosswalk', parts.pieces)
  const pieces = merged(parts.pieces)
  const links = [...groupBy(pieces, ({ source }) => source)].flatMap(([source, own]) =>
    linksOf(source, own, parts.sourceTotals?.get(source)),
  )
  return {
    from: parts.from,
    fromTitle: parts.fromTitle ?? `areas of ${parts.from}`,
    to: parts.to,
    toTitle: parts.toTitle ?? `areas of ${parts.to}`,
    sourcesAre: parts.sourcesAre ?? 'alike',
    weights: parts.weights,
    links: links.sort((a, b) => compare(a.source, b.source) || compare(a.target, b.target)),
    sources: union(
      parts.sources,
      pieces.map(({ source }) => source),
    ),
    targets: union(
      parts.targets,
      pieces.map(({ target }) => target),
    ),
    incomplete: [...new Set(parts.incomplete)].sort(),
    canonical: parts.canonical ?? ((code) => code.trim()),
    explain: parts.explain ?? (() => UNKNOWN),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const union = (listed: readonly string[] = [], found: readonly string[]): string[] =>
  [...new Set([...listed, ...found])].sort()

/** The pieces of one source and target as one. */
function merged(pieces: readonly CrosswalkPiece[]): CrosswalkPiece[] {
  const byPair = new Map<string, CrosswalkPiece>()
  for (const piece of pieces) {
    if (!(Number.isFinite(piece.weight) && piece.weight >= 0))
      throw badValue(`weight of ${piece.source} in ${piece.target}`, piece.weight, 'a number from 0 on')
    const key = JSON.stringify([piece.source, piece.target])
    const before = byPair.get(key)
    byPair.set(
      key,
      before === undefined
        ? piece
        : {
            ...before,
            weight: before.weight + piece.weight,
            share: before.share === undefined ? undefined : before.share + (piece.share ?? 0),
          },
    )
  }
  return [...byPair.values()]
}

function linksOf(source: string, pieces: readonly CrosswalkPiece[], total: number | undefined): CrosswalkLink[] {
  const given = pieces.flatMap(({ share }) => share ?? [])
  if (given.length > 0 && given.length < pieces.length)
    throw badValue(
      `shares of ${source}`,
      `${given.length} of ${pieces.length} pieces`,
      'shares for all pieces of a source, or for none',
    )
  const strange = given.find((share) => !(share >= 0 && share <= 1))
  if (strange !== undefined) throw badValue(`share of ${source}`, strange, 'a number from 0 to 1')
  const shares = given.length > 0 ? given : sharesByWeight(source, pieces, total)
  const sum = shares.reduce((a, b) => a + b, 0)
  if (!(sum <= 1 + (total === undefined ? ROUNDING.sum : ROUNDING.overlay)))
    throw badValue(`shares of ${source}`, sum, 'shares that come to at most 1')
  return pieces.flatMap(({ target, weight, basis = 'given', change }, i) => {
    const share = shares[i] ?? 0
    return share > 0 ? [{ source, target, share, weight, basis, ...(change === undefined ? {} : { change }) }] : []
  })
}

function sharesByWeight(source: string, pieces: readonly CrosswalkPiece[], total: number | undefined): number[] {
  if (total !== undefined && !(Number.isFinite(total) && total > 0))
    throw badValue(`whole weight of ${source}`, total, 'a number above 0')
  const whole = total ?? pieces.reduce((sum, { weight }) => sum + weight, 0)
  if (whole > 0) return pieces.map(({ weight }) => weight / whole)
  if (pieces.length > 1)
    throw badValue(`weights of ${source}`, 0, 'a weight above 0 in at least one of its targets, or shares')
  return pieces.map(() => 1)
}

/**
 * The crosswalk in the other direction: what was a source is a target. Shares follow anew from the weights, so that a
 * table sent there and back is spread within the areas that both lists share. The built-in crosswalks come ready in
 * both directions.
 *
 * @throws InputError `bad-value` when the weights do not tell the way back: they mean nothing, or are 0 for a link, or
 * a target holds a part of what nobody can divide; and when the sources are smaller areas, as an area says nothing of
 * its parts.
 * @example
 * import { crosswalk, reversed } from 'wardstick/geography'
 * const there = crosswalk({
 *   from: 'old',
 *   to: 'new',
 *   weights: 'residents',
 *   pieces: [
 *     { source: 'A', target: 'X', weight: 300 },
 *     { source: 'B', target: 'X', weight: 100 },
 *   ],
 * })
 * reversed(there).links.map(({ target, share }) => [target, share]) // => [['A', 0.75], ['B', 0.25]]
 */
export function reversed<From extends string, To extends string>(from: Crosswalk<From, To>): Crosswalk<To, From> {
  requireRecord('crosswalk to reverse', from, 'links and weights')
  const oneWay =
    from.weights === null ||
    from.sourcesAre === 'smaller' ||
    from.incomplete.length > 0 ||
    from.links.some(({ weight }) => weight === 0)
  if (oneWay)
    throw badValue(
      'crosswalk to reverse',
      `${from.from} to ${from.to}`,
      'a crosswalk between areas alike, whose every link has a weight above 0 and whose targets are complete',
    )
  return crosswalk({
    from: from.to,
    fromTitle: from.toTitle,
    to: from.from,
    toTitle: from.fromTitle,
    weights: from.weights,
    pieces: from.links.map(({ source, target, weight, basis }) => ({ source: target, target: source, weight, basis })),
    sources: from.targets,
    targets: from.sources,
    canonical: from.canonical,
  })
}

/**
 * A text as a code of the list that a crosswalk leads from.
 *
 * @param at where the text stands, for the message.
 * @throws InputError `wrong-code`, which says what the text is instead and what to do.
 * @example
 * import { sourceCode } from 'wardstick/geography'
 * import { loadCrosswalk } from 'wardstick/data'
 * const crosswalk = await loadCrosswalk('LSOA11', 'WD13')
 * sourceCode(crosswalk, ' e01013817') // => 'E01013817'
 * sourceCode(crosswalk, 'E01035500') // throws 'wrong-code'
 */
export function sourceCode<From extends Vintage>(
  { sources, fromTitle, canonical, explain }: Crosswalk<From>,
  text: string,
  at?: CellPlace,
): Code<From> {
  const code = canonical(text)
  if (sources.includes(code)) return code as Code<From>
  const { what, remedy } = explain(code)
  throw wrongCode(at ?? 'code', text, fromTitle, what, remedy)
}

/** From which sources a target is made. */
export interface TargetOverlap {
  readonly target: string
  /** The source of which most of the target’s weight comes, and that share; null when the weights mean nothing. */
  readonly largestSource: string
  readonly largestShare: number | null
  /**
   * How much of its weight comes from sources that also lie in other targets: what rests on how these are divided. 0
   * for a target made of whole sources; null when the weights mean nothing.
   */
  readonly dividedShare: number | null
  readonly sources: number
  /** Every basis on which its sources are linked. */
  readonly bases: readonly LinkBasis[]
}

/** Below this share from one source a target is a new area rather than an old one under another code. */
export const MOSTLY_ONE_SOURCE = 0.9

/**
 * From which sources each target of a crosswalk is made, and how much of it comes from the largest. Between wards, a
 * target with less than 0.9 from one source ({@link MOSTLY_ONE_SOURCE}) is no old ward under a new code. How far its
 * figures are estimates is told by `dividedShare`: one that is made of two whole wards has their sum.
 *
 * @example
 * import { crosswalk, overlaps } from 'wardstick/geography'
 * const there = crosswalk({
 *   from: 'old',
 *   to: 'new',
 *   weights: 'output areas',
 *   pieces: [
 *     { source: 'Bridge', target: 'Castle', weight: 22 },
 *     { source: 'Radford and Park', target: 'Castle', weight: 13 },
 *   ],
 * })
 * overlaps(there).map(({ largestSource, largestShare, dividedShare }) => [
 *   largestSource,
 *   largestShare?.toFixed(2),
 *   dividedShare,
 * ]) // => [['Bridge', '0.63', 0]]
 */
export function overlaps(given: Crosswalk): TargetOverlap[] {
  requireRecord('crosswalk', given, 'links and weights')
  const { links, weights } = given
  return [...groupBy(links, ({ target }) => target)]
    .map(([target, own]): TargetOverlap => {
      const parts = weightsWithin(own)
      const largest = parts.indexOf(Math.max(...parts))
      const whole = parts.reduce((a, b) => a + b, 0)
      const divided = parts.reduce((sum, part, i) => sum + ((own[i]?.share ?? 1) < 1 - ROUNDING.sum ? part : 0), 0)
      return {
        target,
        largestSource: own[largest]?.source ?? '',
        largestShare: weights === null ? null : (parts[largest] ?? 0) / whole,
        dividedShare: weights === null ? null : divided / whole,
        sources: own.length,
        bases: LINK_BASES.filter((basis) => own.some((link) => link.basis === basis)),
      }
    })
    .sort((a, b) => compare(a.target, b.target))
}

/** The weights of the links of one target; their shares where nobody is known to live in any of them. */
export function weightsWithin(links: readonly CrosswalkLink[]): number[] {
  return links.some(({ weight }) => weight > 0) ? links.map(({ weight }) => weight) : links.map(({ share }) => share)
}
