import { badValue } from '../errors.js'
import { VINTAGES, type Vintage, type WardVintage } from '../model/code.js'
import type { WardCodeRow } from '../tables/declared/crosswalks.js'
import type { LsoaChange } from '../model/crosswalk.js'
import type { LsoaBridgeRow } from '../tables/declared/wards.js'
import type { OutputAreaRow, SmallAreaPieceRow, WardAreaShareRow } from '../tables/declared/crosswalks.js'
import type { LsoaPopulationRow, LsoaRow } from '../tables/declared/wards.js'
import { canonicalCode } from '../values/areaCode.js'
import { type CodeExplanation, type Crosswalk, crosswalk, type CrosswalkPiece, type LinkBasis } from './crosswalk.js'
import { COVERAGE } from '../tables/coverage.js'
import { groupBy } from '../tables/groupBy.js'
import { CHECK_THE_LIST, type WardCodeRegister, wardCodeRegister } from './wardCodes.js'

/** The rows of the built-in tables that crosswalks between wards and small areas are made of. */
export interface SmallAreaTables {
  readonly pieces: readonly Omit<SmallAreaPieceRow, 'placed_by'>[]
  readonly lsoas: readonly Pick<LsoaRow, 'lsoa_code' | 'ward_code'>[]
  /** With the residents of the year of the weights, where that is not 2022. */
  readonly populations: readonly (Pick<LsoaPopulationRow, 'lsoa_code'> & Partial<LsoaPopulationRow>)[]
  /** LSOAs of 2001: needed where they are one of the two lists. */
  readonly bridge: readonly LsoaBridgeRow[]
  readonly outputAreas: readonly OutputAreaRow[]
  readonly areaShares: readonly WardAreaShareRow[]
  readonly codes: readonly WardCodeRow[]
}

/** The years of whose residents there are estimates by small area. */
export const RESIDENT_YEARS = COVERAGE.wards['ward-populations'].time.periods
/** One of {@link RESIDENT_YEARS}. */
export type ResidentYear = (typeof RESIDENT_YEARS)[number]

/** How a crosswalk is weighted. */
export interface SmallAreaOptions {
  /**
   * Mid-year whose residents are the weights: 2015 (without prisoners), 2017, 2020 or 2022; by default 2022 for a list
   * of LSOAs of 2021, else 2017.
   */
  readonly year?: ResidentYear | undefined
  /**
   * `finest` (the default): from ward to ward, those of Nottingham and Peterborough are divided by their output areas,
   * all others by LSOAs; `lsoa`: by LSOAs everywhere.
   */
  readonly detail?: 'finest' | 'lsoa' | undefined
}

/** The smallest pieces of ground that every list puts in one area, with their residents. */
interface Atom extends Readonly<Partial<Record<Vintage, string>>> {
  readonly weight: number
  /** How the small area changed at the census of 2011 and of 2021. */
  readonly change2011: LsoaChange | undefined
  readonly change2021: LsoaChange
}

const WARD_LISTS: readonly Vintage[] = ['WD11', 'WD13', 'WD25']
const isWardList = (list: Vintage): list is WardVintage => WARD_LISTS.includes(list)

/**
 * A crosswalk between two lists of wards or small areas, out of the built-in tables. `loadCrosswalk` of
 * `wardstick/data` loads them and calls this.
 *
 * A ward whose code is in both lists is one and the same. Otherwise LSOAs carry their residents from ward to ward: in
 * 2013 they belong to the ward in which their population-weighted centre lies, in 2025 to that of the official best fit
 * of 2024, in 2011 to that of the LSOAs of 2001 that they were made from. A ward of 2013 or 2025 in which there is no
 * LSOA goes by area, one of 2011 nowhere. Wards are never divided into LSOAs: a ward’s figure says nothing of its
 * parts.
 *
 * @throws InputError `bad-value` for lists that there is no crosswalk between, or another year or detail.
 * @example
 * import { smallAreaCrosswalk } from 'wardstick/geography'
 * const piece = { change: 'U', ward_2011: 'E05000001', people_2022: 100 } as const
 * const ward = { ward_name: 'Example', district_code: 'E06000001', district_name: 'Example' }
 * const { links } = smallAreaCrosswalk({
 *   pieces: [
 *     { lsoa_2011: 'E01000001', lsoa_2021: 'E01000001', ward_2025: 'E05000002', ...piece },
 *     { lsoa_2011: 'E01000002', lsoa_2021: 'E01000002', ward_2025: 'E05000003', ...piece },
 *   ],
 *   lsoas: [{ lsoa_code: 'E01000001', ward_code: 'E05000001' }, { lsoa_code: 'E01000002', ward_code: 'E05000001' }],
 *   populations: [{ lsoa_code: 'E01000001', people_2017: 900 }, { lsoa_code: 'E01000002', people_2017: 300 }],
 *   codes: [
 *     { ward_code: 'E05000001', lists: '2011 2013', ...ward },
 *     { ward_code: 'E05000002', lists: '2025', ...ward },
 *     { ward_code: 'E05000003', lists: '2025', ...ward },
 *   ],
 *   bridge: [],
 *   outputAreas: [],
 *   areaShares: [],
 * }, 'WD13', 'WD25')
 * links.map(({ target, share }) => [target, share]) // => [['E05000002', 0.75], ['E05000003', 0.25]]
 * links.map(({ basis }) => basis) // => ['residents', 'residents']
 */
export function smallAreaCrosswalk<From extends Vintage, To extends Vintage>(
  tables: SmallAreaTables,
  from: From,
  to: To,
  options: SmallAreaOptions = {},
): Crosswalk<From, To> {
  requireDirection(from, to)
  const { year = defaultYear(from, to), detail = 'finest' } = options
  if (!RESIDENT_YEARS.includes(year))
    throw badValue('year of the residents of a crosswalk', year, RESIDENT_YEARS.join(', '))
  if (!['finest', 'lsoa'].includes(detail)) throw badValue('detail of a crosswalk', detail, 'finest, lsoa')
  const codes = wardCodeRegister(tables.codes)
  const fine =
    from === 'OA11' || (detail === 'finest' && isWardList(from) && isWardList(to))
      ? outputAreaPieces(tables.outputAreas, from, to)
      : []
  const coarse =
    from === 'OA11' ? [] : residentPieces(atomsOf(tables, year, from === 'LSOA01' || to === 'LSOA01'), from, to)
  const inFine = new Set(fine.map(({ source }) => source))
  const pieces = [...fine, ...coarse.filter(({ source }) => !inFine.has(source))]
  const sources = codesOf(tables, codes, from)
  const targets = codesOf(tables, codes, to)
  const all = [...pieces, ...emptyWardPieces(tables, pieces, { from, to, sources, targets })]
  return crosswalk({
    from,
    fromTitle: VINTAGES[from],
    to,
    toTitle: VINTAGES[to],
    sourcesAre: from === 'OA11' || (!isWardList(from) && isWardList(to)) ? 'smaller' : 'alike',
    weights: weightsInWords(
      from,
      to,
      year,
      all.some(({ basis }) => basis === 'output areas'),
    ),
    pieces: all,
    sources,
    targets,
    incomplete: from === 'LSOA01' ? withoutPredecessor(tables, to) : [],
    canonical: canonicalCode,
    explain: explainer(tables, codes, from, to),
  })
}

/** The mid-year whose residents are the weights when none is given. */
export const defaultYear = (from: Vintage, to: Vintage): ResidentYear =>
  from === 'LSOA21' || to === 'LSOA21' ? 2022 : 2017

/**
 * Refuses lists that there is no crosswalk between.
 *
 * @throws InputError `bad-value`.
 */
export function requireDirection(from: Vintage, to: Vintage): void {
  for (const list of [from, to])
    if (!(list in VINTAGES)) throw badValue('list of areas', list, Object.keys(VINTAGES).join(', '))
  if (leads(from, to)) return
  if (from === 'OA11')
    throw badValue('crosswalk', `${from} to ${to}`, 'from output areas of 2011 to LSOA11 or to wards')
  throw badValue(
    'crosswalk',
    `${from} to ${to}`,
    `crosswalks from small areas to larger ones, between LSOAs, and between wards: a figure of ` +
      `${VINTAGES[from]} says nothing of their parts`,
  )
}

/** Whether there is a crosswalk from one list to another. */
function leads(from: Vintage, to: Vintage): boolean {
  if (from === 'OA11') return to === 'LSOA11' || isWardList(to)
  return to !== 'OA11' && !(isWardList(from) && !isWardList(to))
}

function weightsInWords(from: Vintage, to: Vintage, year: number, fine: boolean): string {
  if (from === 'OA11') return 'output areas of 2011'
  const divided =
    from === 'LSOA01' || to === 'LSOA01' ? '; those of an LSOA of 2011 made from several of 2001 divided equally' : ''
  return `residents, mid-${year}${divided}${fine ? '; in Nottingham and Peterborough output areas of 2011' : ''}`
}

/** The targets that hold an LSOA of 2011 without a predecessor of 2001: no table by LSOA of 2001 covers them. */
function withoutPredecessor({ pieces, lsoas, bridge }: SmallAreaTables, to: Vintage): string[] {
  const known = new Set(bridge.map(({ lsoa_2011 }) => lsoa_2011))
  const ward2013 = new Map(lsoas.map((row) => [row.lsoa_code, row.ward_code]))
  const areaOf = (piece: SmallAreaTables['pieces'][number]): string =>
    ({
      LSOA11: piece.lsoa_2011,
      LSOA21: piece.lsoa_2021,
      WD11: piece.ward_2011,
      WD13: ward2013.get(piece.lsoa_2011) ?? '',
      WD25: piece.ward_2025,
      LSOA01: '',
      OA11: '',
    })[to]
  return to === 'LSOA01' ? [] : pieces.filter(({ lsoa_2011 }) => !known.has(lsoa_2011)).map(areaOf)
}

function atomsOf({ pieces, lsoas, populations, bridge }: SmallAreaTables, year: ResidentYear, of2001: boolean): Atom[] {
  const ward2013 = new Map(lsoas.map((row) => [row.lsoa_code, row.ward_code]))
  const people = new Map(populations.map((row) => [row.lsoa_code, row]))
  const whole = new Map<string, number>()
  for (const { lsoa_2011, people_2022 } of pieces) whole.set(lsoa_2011, (whole.get(lsoa_2011) ?? 0) + people_2022)
  const predecessors = groupBy(of2001 ? bridge : [], ({ lsoa_2011 }) => lsoa_2011)
  return pieces.flatMap(({ lsoa_2011, lsoa_2021, change, people_2022, ward_2011, ward_2025 }): Atom[] => {
    const row = people.get(lsoa_2011)
    const residents =
      year === 2022 ? people_2022 : ((row?.[`people_${year}`] ?? 0) * people_2022) / (whole.get(lsoa_2011) ?? 1)
    const atom = {
      LSOA11: lsoa_2011,
      LSOA21: lsoa_2021,
      WD11: ward_2011,
      WD13: ward2013.get(lsoa_2011) ?? '',
      WD25: ward_2025,
      change2021: change,
    }
    const before = predecessors.get(lsoa_2011) ?? []
    if (before.length === 0) return [{ ...atom, weight: residents, change2011: undefined }]
    return before.map(({ lsoa_2001, change: change2011 }) => ({
      ...atom,
      LSOA01: lsoa_2001,
      weight: residents / before.length,
      change2011,
    }))
  })
}

function residentPieces(atoms: readonly Atom[], from: Vintage, to: Vintage): CrosswalkPiece[] {
  return atoms.flatMap((atom) => {
    const [source, target, change] = [atom[from], atom[to], changeOf(atom, from, to)]
    return source === undefined || target === undefined
      ? []
      : [{ source, target, weight: atom.weight, basis: basisOf(atom, from, to, change), change }]
  })
}

/** How an LSOA changed between two censuses that follow each other. */
function changeOf(atom: Atom, from: Vintage, to: Vintage): LsoaChange | undefined {
  const between = (a: Vintage, b: Vintage): boolean => (from === a && to === b) || (from === b && to === a)
  if (between('LSOA01', 'LSOA11')) return atom.change2011
  return between('LSOA11', 'LSOA21') ? atom.change2021 : undefined
}

/** Forward in time a merged LSOA passes whole into another, backward each part of a split one. */
function basisOf(atom: Atom, from: Vintage, to: Vintage, change: LsoaChange | undefined): LinkBasis {
  if (atom[from] === atom[to]) return 'code'
  const forward = from === 'LSOA01' || to === 'LSOA21'
  return change === (forward ? 'M' : 'S') ? 'whole' : 'residents'
}

function outputAreaPieces(rows: readonly OutputAreaRow[], from: Vintage, to: Vintage): CrosswalkPiece[] {
  return rows.map((row): CrosswalkPiece => {
    // No ward of the two cities changed between 2011 and 2013.
    const areas: Readonly<Partial<Record<Vintage, string>>> = {
      OA11: row.output_area,
      LSOA11: row.lsoa_2011,
      WD11: row.ward_2013,
      WD13: row.ward_2013,
      WD25: row.ward_2025,
    }
    const [source = '', target = ''] = [areas[from], areas[to]]
    return { source, target, weight: 1, basis: source === target ? 'code' : to === 'LSOA11' ? 'whole' : 'output areas' }
  })
}

function codesOf(
  { pieces, bridge, outputAreas, lsoas }: SmallAreaTables,
  codes: WardCodeRegister,
  list: Vintage,
): readonly string[] {
  if (isWardList(list)) return codes.codesOf(list)
  const all = {
    LSOA01: () => bridge.map((row) => row.lsoa_2001),
    LSOA11: () => lsoas.map((row) => row.lsoa_code),
    LSOA21: () => pieces.map((row) => row.lsoa_2021),
    OA11: () => outputAreas.map((row) => row.output_area),
  }[list]
  return [...new Set(all())].sort()
}

/** The pieces of wards in which no LSOA has its centre: the same ward where its code is in both lists, else by area. */
function emptyWardPieces(
  { areaShares }: SmallAreaTables,
  pieces: readonly CrosswalkPiece[],
  {
    from,
    to,
    sources,
    targets,
  }: {
    readonly from: Vintage
    readonly to: Vintage
    readonly sources: readonly string[]
    readonly targets: readonly string[]
  },
): CrosswalkPiece[] {
  if (!isWardList(from) || !isWardList(to)) return []
  const placed = new Set(pieces.map(({ source }) => source))
  const inTargets = new Set(targets)
  const shares = groupBy(areaShares, ({ ward_code }) => ward_code)
  return sources
    .filter((source) => !placed.has(source))
    .flatMap((source): CrosswalkPiece[] => {
      if (inTargets.has(source)) return [{ source, target: source, weight: 0, basis: 'code' }]
      const own = shares.get(source) ?? []
      return own.every(({ other_ward_code }) => inTargets.has(other_ward_code))
        ? own.map(({ other_ward_code, share }) => ({
            source,
            target: other_ward_code,
            weight: 0,
            share,
            basis: 'area',
          }))
        : []
    })
}

/**
 * Says what a code is that is not in the list that a table is said to be on; the sets of codes are made at the first
 * one.
 */
function explainer(
  tables: SmallAreaTables,
  codes: WardCodeRegister,
  from: Vintage,
  to: Vintage,
): (code: string) => CodeExplanation {
  let sets: (readonly [Vintage, ReadonlySet<string>])[] | undefined
  return (code) => {
    sets ??= (Object.keys(VINTAGES) as Vintage[])
      .filter((list) => list !== from)
      .map((list) => [list, new Set(codesOf(tables, codes, list))] as const)
    const lists = sets.flatMap(([list, all]) => (all.has(code) ? [list] : []))
    const what =
      lists.length === 0 || lists.some(isWardList)
        ? codes.describe(code)
        : `among the ${lists.map((each) => VINTAGES[each]).join(' and the ')}`
    return { what, remedy: remedyFor(lists, to) }
  }
}

function remedyFor(lists: readonly Vintage[], to: Vintage): string {
  if (lists.includes(to)) return `The table may be on the ${VINTAGES[to]} already.`
  const leading = lists.filter((list) => leads(list, to))
  return leading.length === 0
    ? CHECK_THE_LIST
    : `If the table is on the ${leading.map((list) => VINTAGES[list]).join(' or the ')}, take ` +
        `${leading.map((list) => `loadCrosswalk('${list}', '${to}')`).join(' or ')}.`
}
