import { WardstickError } from '../../errors.js'
import { type Council, existsOn } from '../../geography/council.js'
import type { CouncilRegister } from '../../geography/councilRegister.js'
import { groupBy } from '../../tables/groupBy.js'
import { QualityReport, type QualityEntry } from '../../sources/index.js'
import { postcodeArea } from '../../values/postcode.js'
import { type EditionRow, type PlacedRow } from './editions.js'
import { LIBRARY_EDITION_DAYS } from '../../model/amenity.js'
import { corrected } from './decisions.js'
import { nameKey } from './names.js'

/** Names that the register does not know. */
const ALSO_KNOWN_AS: ReadonlyMap<string, string> = new Map([['bath and ne somerset', 'Bath and North East Somerset']])

const HEREFORDSHIRE = 'E1801'
const HERTFORDSHIRE = 'E1920'
const ESSEX = 'E1521'
const SOUTHEND = 'E1501'
/** Postcode areas that reach into Herefordshire. */
const HEREFORDSHIRE_AREAS = new Set(['HR', 'WR', 'SY', 'LD', 'NP', 'GL', 'DY'])

/** Whether a list’s name for an authority is that of an English one. */
export function englishAuthority(register: CouncilRegister): (name: string) => boolean {
  return (name) => councilOf(name, register, undefined) !== undefined || ISLES.test(name)
}

/** No council of the finance returns, and no library authority of the other lists. */
const ISLES = /isles of scilly/i

function councilOf(name: string, register: CouncilRegister, day: string | undefined): Council | undefined {
  const known = ALSO_KNOWN_AS.get(name.toLowerCase()) ?? name
  for (const asOf of day === undefined ? [undefined] : [day, undefined]) {
    try {
      return register.resolve(known, asOf)
    } catch (error) {
      if (!(error instanceof WardstickError)) throw error
    }
  }
  return undefined
}

/** The rows under their authorities, those without one, and what was repaired. */
export interface Placed {
  readonly rows: readonly PlacedRow[]
  readonly withoutAuthority: readonly EditionRow[]
  readonly quality: readonly QualityEntry[]
}

/**
 * Places every row under its authority, and repairs wrong ones: Hertfordshire’s libraries under Herefordshire by their
 * postcodes, Southend’s under Essex by what other editions list under Southend.
 */
export function placeRows(rows: readonly EditionRow[], register: CouncilRegister): Placed {
  const groupOf = authorityGroups(register)
  const printed = rows.map(corrected).map((row) => ({
    row,
    eCode: councilOf(row.authority, register, LIBRARY_EDITION_DAYS[row.edition])?.e_code,
  }))
  const ofSouthend = new Set(printed.filter(({ eCode }) => eCode === SOUTHEND).flatMap(({ row }) => keysOf(row)))
  const ofHertfordshire = new Set(
    printed.filter(({ eCode }) => eCode === HERTFORDSHIRE).map(({ row }) => nameKey(row.name)),
  )
  const repaired = printed.map(({ row, eCode }) => {
    if (
      eCode === HEREFORDSHIRE &&
      (row.postcode === null
        ? ofHertfordshire.has(nameKey(row.name))
        : !HEREFORDSHIRE_AREAS.has(postcodeArea(row.postcode)))
    )
      return { row, eCode, right: HERTFORDSHIRE }
    if (eCode === ESSEX && keysOf(row).some((key) => ofSouthend.has(key))) return { row, eCode, right: SOUTHEND }
    return { row, eCode, right: eCode }
  })
  const quality = [...groupBy(repaired, ({ row }) => row.file).entries()].flatMap(([file, ofFile]) => {
    const report = new QualityReport({ file })
    for (const { row, eCode, right } of ofFile)
      if (right !== eCode && right !== undefined)
        report.note('wrong-authority', `placed under ${register.get(right).name}`, {
          row: row.row,
          column: 'authority',
          value: `${row.authority}: ${row.name}`,
        })
    return [...report.reported.quality]
  })
  return {
    rows: repaired.flatMap(({ row, right }) =>
      right === undefined ? [] : [{ ...row, eCode: right, group: groupOf(right) }],
    ),
    withoutAuthority: repaired.filter(({ right }) => right === undefined).map(({ row }) => row),
    quality,
  }
}

/** By what a library of Southend is known elsewhere: its name with its postcode. */
const keysOf = (row: EditionRow): string[] =>
  row.postcode?.startsWith('SS') === true ? [`${nameKey(row.name)} ${row.postcode}`] : []

/**
 * The authorities of today that an authority became part of, directly or through others; one that goes on is its own.
 */
export function authoritiesOfToday(eCode: string, register: CouncilRegister): string[] {
  const council = register.get(eCode)
  if (council.end_date === null) return [eCode]
  return [
    ...new Set(
      register.successorsOf(eCode).flatMap(({ successor_e_code }) => authoritiesOfToday(successor_e_code, register)),
    ),
  ].sort()
}

/** The first day that a list describes: what was divided before is not matched as one. */
const FIRST_DAY = '2010-04-01'

/** A name for the set of today’s authorities that share a predecessor, so that a divided county is matched as one. */
function authorityGroups(register: CouncilRegister): (eCode: string) => string {
  const parent = new Map<string, string>()
  const root = (code: string): string => {
    const above = parent.get(code)
    return above === undefined ? code : root(above)
  }
  for (const { e_code } of register.councils.filter(
    (council) => council.class !== 'SD' && existsOn(council, FIRST_DAY),
  )) {
    const [first, ...others] = authoritiesOfToday(e_code, register)
    for (const other of others)
      if (first !== undefined && root(other) !== root(first)) parent.set(root(other), root(first))
  }
  return (eCode) => root(authoritiesOfToday(eCode, register)[0] ?? eCode)
}
