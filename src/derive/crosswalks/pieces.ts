import { internal } from '../../errors.js'
import { groupBy } from '../../tables/groupBy.js'
import { type WardLocator, wardLocator } from '../../geography/wardLocator.js'
import type { WardFeature } from '../../model/boundary.js'
import type { SmallAreaPieceRow } from '../../tables/declared/crosswalks.js'
import type { LsoaSuccession } from '../../sources/index.js'
import type { PlacedLsoa } from '../wards/lsoas.js'
import type { PopulatedPiece } from '../wards/populations.js'

type PlacedBy = SmallAreaPieceRow['placed_by']

/** What pieces are placed by. */
export interface PieceParts {
  readonly pieces: readonly PopulatedPiece[]
  readonly placed: readonly PlacedLsoa[]
  readonly features2025: readonly WardFeature[]
  /** The official best fit of LSOAs of 2021 to wards of 2024. */
  readonly bestFit2024: ReadonlyMap<string, string>
  readonly ward2011Of: ReadonlyMap<string, string>
}

/**
 * Puts every piece into a ward of 2025: that of 2013 where its code is still in use; else the one that the official
 * best fit of LSOAs of 2021 to the wards of 2024 names, where that ward is still in use; else the ward that the centre
 * of the LSOA of 2011 lies in, or lies nearest to. A ward that is in both lists gets no LSOA but its own.
 */
export function placedPieces({
  pieces,
  placed,
  features2025,
  bestFit2024,
  ward2011Of,
}: PieceParts): SmallAreaPieceRow[] {
  const codes2013 = new Set(placed.map(({ ward_code }) => ward_code))
  const codes2025 = new Set(features2025.map(({ properties }) => properties.ward_code))
  const everywhere = wardLocator(features2025)
  const amongNew = wardLocator(features2025.filter(({ properties }) => !codes2013.has(properties.ward_code)))
  const lsoas = new Map(placed.map((lsoa) => [lsoa.lsoa_code, lsoa]))
  return pieces
    .map(({ from, to, change, people }): SmallAreaPieceRow => {
      const lsoa = lsoas.get(from)
      const ward_2011 = ward2011Of.get(from)
      if (lsoa === undefined || ward_2011 === undefined) throw internal(`${from} has no ward of 2013 or of 2011`)
      const official = bestFit2024.get(to)
      const [ward_2025, placed_by] = ((): [string, PlacedBy] => {
        if (codes2025.has(lsoa.ward_code)) return [lsoa.ward_code, 'same code']
        if (official !== undefined && codes2025.has(official) && !codes2013.has(official))
          return [official, 'best fit of 2024']
        return byCentre(lsoa, everywhere, amongNew)
      })()
      return { lsoa_2011: from, lsoa_2021: to, change, people_2022: people, ward_2011, ward_2025, placed_by }
    })
    .sort((a, b) => (`${a.lsoa_2011}${a.lsoa_2021}` < `${b.lsoa_2011}${b.lsoa_2021}` ? -1 : 1))
}

function byCentre({ centre }: PlacedLsoa, everywhere: WardLocator, amongNew: WardLocator): [string, PlacedBy] {
  const inside = everywhere.wardAt(centre)
  const nearest = amongNew.nearestWard(centre)
  if (nearest === null) throw internal('there are no new wards of 2025')
  return inside === nearest.code ? [inside, 'centre'] : [nearest.code, 'nearest centre']
}

/**
 * The ward of 2011 of each LSOA of 2011: that of 2013 where its code was in use then; else that of the LSOAs of 2001
 * that it was made from, by the official best fit. Where these lay in several wards, or there are none, it is the ward
 * in which most of the other LSOAs of its ward of 2013 lay.
 */
export function wardsOf2011(
  placed: readonly PlacedLsoa[],
  bridge: readonly LsoaSuccession[],
  bestFit2011: ReadonlyMap<string, string>,
  codes2011: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const codes2013 = new Set(placed.map(({ ward_code }) => ward_code))
  const predecessors = groupBy(bridge, ({ to }) => to)
  const own = new Map(
    placed.flatMap(({ lsoa_code, ward_code }): [string, string][] => {
      if (codes2011.has(ward_code)) return [[lsoa_code, ward_code]]
      const wards = [
        ...new Set((predecessors.get(lsoa_code) ?? []).flatMap(({ from }) => bestFit2011.get(from) ?? [])),
      ].filter((ward) => !codes2013.has(ward))
      return wards.length === 1 ? [[lsoa_code, wards[0] ?? '']] : []
    }),
  )
  const ofWard = groupBy(placed, ({ ward_code }) => ward_code)
  return new Map(
    placed.map(({ lsoa_code, ward_code }) => [
      lsoa_code,
      own.get(lsoa_code) ??
        commonest(
          (ofWard.get(ward_code) ?? []).flatMap((lsoa) => own.get(lsoa.lsoa_code) ?? []),
          lsoa_code,
        ),
    ]),
  )
}

/** The text that comes most often, of several the first in order. */
function commonest(texts: readonly string[], lsoa: string): string {
  const [first] = [...groupBy(texts, (text) => text)].sort(
    ([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1),
  )
  if (first === undefined) throw internal(`no ward of 2011 of ${lsoa} or its neighbours`)
  return first[0]
}
