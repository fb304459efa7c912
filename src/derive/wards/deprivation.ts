import { ranksFromLowest } from '../../stats/distribution.js'
import { internal } from '../../errors.js'
import { groupBy } from '../../tables/groupBy.js'
import type { LsoaDeprivationRow, WardDeprivationRow } from '../../tables/declared/wards.js'
import type { LsoaSuccession } from '../../sources/index.js'
import type { PlacedLsoa } from './lsoas.js'
import type { Residents } from './populations.js'

/** Scores by small area, the LSOAs of 2001 or of 2011. */
export type Scores = ReadonlyMap<string, number>

/** The scores of each edition, those before 2015 carried over to the LSOAs of 2011. */
export interface DeprivationScores {
  readonly imd: Readonly<Record<Edition, Scores>>
  readonly income: Readonly<Partial<Record<Edition, Scores>>>
}

/** The editions that are on the LSOAs of 2001 or 2011. */
const EDITIONS = [2004, 2007, 2010, 2015, 2019] as const
type Edition = (typeof EDITIONS)[number]

/**
 * Carries scores of the LSOAs of 2001 over to those of 2011.
 *
 * An LSOA of 2011 made from several has their plain mean (the files have no people of 2001 to weight it by); a part of
 * a divided one has the score of the whole; one without a predecessor has none.
 */
export function onLsoa2011(scores: Scores, changes: readonly LsoaSuccession[]): Scores {
  const scoreOf = (lsoa2001: string): number => {
    const score = scores.get(lsoa2001)
    if (score === undefined) throw internal(`no score of ${lsoa2001}`)
    return score
  }
  return new Map(
    [...groupBy(changes, ({ to }) => to)].map(([lsoa, predecessors]) => [
      lsoa,
      mean(predecessors.map(({ from }) => scoreOf(from))),
    ]),
  )
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** The rows of the table `lsoa-deprivation`. */
export function lsoaDeprivationRows(
  placed: readonly PlacedLsoa[],
  { imd, income }: DeprivationScores,
): LsoaDeprivationRow[] {
  const score = (scores: Scores | undefined, lsoa: string, decimals: number): number | null =>
    rounded(scores?.get(lsoa) ?? null, decimals)
  return placed.map(({ lsoa_code }) => ({
    lsoa_code,
    imd_2004: score(imd[2004], lsoa_code, 3),
    imd_2007: score(imd[2007], lsoa_code, 3),
    imd_2010: score(imd[2010], lsoa_code, 3),
    imd_2015: score(imd[2015], lsoa_code, 3),
    imd_2019: score(imd[2019], lsoa_code, 3),
    income_2010: score(income[2010], lsoa_code, 4),
    income_2019: score(income[2019], lsoa_code, 4),
  }))
}

const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Number(value.toFixed(decimals))

/**
 * The rows of the table `ward-deprivation`: wards with an LSOA, by edition and code; ranks are of the means before
 * rounding.
 */
export function wardDeprivationRows(
  placed: readonly PlacedLsoa[],
  scores: DeprivationScores,
  mid2015: ReadonlyMap<string, Residents>,
): WardDeprivationRow[] {
  const wards = [...groupBy(placed, ({ ward_code }) => ward_code)].sort(([a], [b]) => (a < b ? -1 : 1))
  return EDITIONS.flatMap((edition) => {
    const of = (by: Scores | undefined): (number | null)[] =>
      wards.map(([, lsoas]) =>
        weightedMean(
          lsoas.map(({ lsoa_code }) => ({
            value: by?.get(lsoa_code) ?? null,
            weight: mid2015.get(lsoa_code)?.people ?? 0,
          })),
        ),
      )
    const [imd, income] = [of(scores.imd[edition]), of(scores.income[edition])]
    const [imdRanks, incomeRanks] = [ranksFromHighest(imd), ranksFromHighest(income)]
    return wards.map(([ward_code], i) => ({
      ward_code,
      edition,
      imd_score: rounded(imd[i] ?? null, 3),
      income_share: rounded(income[i] ?? null, 4),
      imd_rank: imdRanks[i] ?? null,
      income_rank: incomeRanks[i] ?? null,
    }))
  })
}

/** The mean of the values that there are; null when there are none. */
function weightedMean(items: readonly { readonly value: number | null; readonly weight: number }[]): number | null {
  const known = items.flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight }]))
  const weight = known.reduce((sum, each) => sum + each.weight, 0)
  return weight === 0 ? null : known.reduce((sum, each) => sum + each.value * each.weight, 0) / weight
}

/** Ranks from 1 for the highest; equal values share the better rank. */
function ranksFromHighest(values: readonly (number | null)[]): (number | null)[] {
  const ranks = ranksFromLowest(values.flatMap((value) => (value === null ? [] : [-value])))
  let next = 0
  return values.map((value) => (value === null ? null : (ranks[next++] ?? null)))
}
