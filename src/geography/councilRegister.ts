import { closest, distance } from 'fastest-levenshtein'
import { ambiguousPlace, badValue, placeAtAnotherTime, unknownPlace } from '../errors.js'
import type { CouncilClass } from '../model/spending.js'
import type { Place } from '../model/value.js'
import { councilNameCore } from '../values/councilName.js'
import { isDay } from '../values/date.js'
import { comparableLabel } from '../values/text.js'

/** A council: one row per institution, from its creation to its end. */
export interface Council {
  /** The code of the finance returns, `E3001`; it stays the same while the institution lasts. */
  readonly e_code: string
  /** The latest GSS code, `E06000018`; null for the councils abolished in 2009, which never had one. */
  readonly gss_code: string | null
  readonly name: string
  readonly class: CouncilClass
  readonly region: string
  /** The county that a shire district lies in. */
  readonly county_e_code: string | null
  /** First day, where it falls within the register's time (from 1 April 2007); else null. */
  readonly start_date: string | null
  /** The day from which it no longer exists; null while it does. */
  readonly end_date: string | null
}

/** A name or code by which a council is known. */
export interface CouncilAlias {
  readonly alias: string
  readonly kind: 'name' | 'gss_code' | 'ons_code' | 'register_code'
  readonly e_code: string
}

/** A council that passed into another on a day, whole or in part. */
export interface CouncilSuccession {
  readonly predecessor_e_code: string
  readonly successor_e_code: string
  readonly date: string
  /** `part` when the predecessor was divided among several: its figures cannot be given to one of them. */
  readonly extent: 'whole' | 'part'
  readonly source: string
}

/** The rows that a register is made of. */
export interface CouncilRegisterRows {
  readonly councils: readonly Council[]
  readonly aliases: readonly CouncilAlias[]
  readonly successions: readonly CouncilSuccession[]
}

/** Finds councils by any name or code as of a date, and knows what came before and after them. */
export interface CouncilRegister {
  /** All councils, in the order of their e-codes. */
  readonly councils: readonly Council[]
  /**
   * The council that a name or code stands for.
   *
   * @param text a name in any usual form, an e-code, a present or former GSS code, an old ONS code (`00FY`) or a register code (`NGM`).
   * @param asOf a day, `2009-03-31`: only councils that existed then count. Without it, those that exist today go before those that ended.
   * @throws InputError `unknown-place` with suggestions, or `ambiguous-place` with the candidates.
   */
  resolve(text: string, asOf?: string): Council
  /** The council of an e-code. @throws InputError `unknown-place`. */
  get(eCode: string): Council
  /** The council that has or had a GSS, ONS or register code, whenever it existed. */
  withCode(code: string): Council | undefined
  /** What passed into a council. */
  predecessorsOf(eCode: string): readonly CouncilSuccession[]
  /** What a council passed into. */
  successorsOf(eCode: string): readonly CouncilSuccession[]
  /** The shire districts of a county that existed on a day. */
  districtsOf(eCode: string, asOf: string): readonly Council[]
  /** The council as a place: by its latest GSS code, in the vintage of the last list of councils that has it. */
  placeOf(eCode: string): Place
}

/** The last list of councils that the register covers. */
const LAST_LIST = 2023

/**
 * A register of councils over the rows of the built-in table `councils` (or of a table of one's own of the same form).
 *
 * @param rows councils, their aliases and successions.
 * @example
 * import { councilRegister } from 'wardstick'
 * const register = councilRegister({
 *   councils: [{ e_code: 'E3001', gss_code: 'E06000018', name: 'Nottingham', class: 'UA', region: 'East Midlands', county_e_code: null, start_date: null, end_date: null }],
 *   aliases: [{ alias: 'E06000018', kind: 'gss_code', e_code: 'E3001' }],
 *   successions: [],
 * })
 * register.resolve('City of Nottingham UA').e_code // => 'E3001'
 * register.resolve('E06000018').name // => 'Nottingham'
 */
export function councilRegister(rows: CouncilRegisterRows): CouncilRegister {
  const councils = [...rows.councils].sort((a, b) => a.e_code.localeCompare(b.e_code, 'en'))
  const byECode = new Map(councils.map((council) => [council.e_code, council]))
  const predecessors = groupBy(rows.successions, (row) => row.successor_e_code)
  const successors = groupBy(rows.successions, (row) => row.predecessor_e_code)
  const names = [...councils.map(({ name, e_code }) => ({ alias: name, kind: 'name' as const, e_code })), ...rows.aliases]
  const byCode = new Map(rows.aliases.filter(({ kind }) => kind !== 'name').map((row) => [row.alias, row]))
  const byLabel = groupBy(names, ({ alias }) => comparableLabel(alias))
  const byCore = groupBy(
    names.filter(({ kind }) => kind === 'name'),
    ({ alias }) => councilNameCore(alias),
  )

  const get = (eCode: string): Council => {
    const council = byECode.get(eCode)
    if (council === undefined) throw unknownPlace('e-code of a council', eCode, undefined, suggestedECodes(eCode))
    return council
  }

  const suggestedECodes = (code: string): string[] => {
    const alias = byCode.get(code)
    return alias === undefined ? [] : [`'${alias.e_code}'`]
  }

  const candidatesFor = (text: string): Council[] => {
    if (byECode.has(text.trim().toUpperCase())) return [get(text.trim().toUpperCase())]
    const labelled = byLabel.get(comparableLabel(text))
    const named = labelled ?? (byCore.get(councilNameCore(text)) ?? []).filter(({ e_code }) => fitsForm(text, get(e_code).class))
    return [...new Set(named.map(({ e_code }) => e_code))].map(get)
  }

  const resolve = (text: string, asOf?: string): Council => {
    if (asOf !== undefined && !isDay(asOf)) throw badValue('date of a council register', asOf, 'a day such as 2009-03-31')
    const candidates = candidatesFor(text)
    const then = candidates.filter((council) => (asOf === undefined ? council.end_date === null : existsOn(council, asOf)))
    const found = then.length > 0 || asOf !== undefined ? then : candidates
    if (found.length > 1) throw ambiguousPlace('council', text, asOf, found.map(describe))
    const [council] = found
    if (council !== undefined) return council
    if (asOf !== undefined && candidates.length > 0) throw placeAtAnotherTime('council', text, asOf, candidates.map(describe))
    throw unknownPlace('council', text, asOf, suggestions(text, asOf))
  }

  const suggestions = (text: string, asOf: string | undefined): string[] => {
    const wanted = councilNameCore(text)
    const open = councils.filter((council) => (asOf === undefined ? council.end_date === null : existsOn(council, asOf)))
    const near = open.filter((council) => councilNameCore(council.name).startsWith(wanted) && wanted.length >= 4)
    if (near.length > 0) return near.slice(0, 4).map(describe)
    const ended = councils.filter((council) => councilNameCore(council.name).startsWith(wanted) && wanted.length >= 4)
    if (ended.length > 0) return ended.slice(0, 4).map(describe)
    const best = closest(
      wanted,
      open.map((council) => councilNameCore(council.name)),
    )
    return distance(wanted, best) <= Math.max(2, wanted.length / 3) ? open.filter((council) => councilNameCore(council.name) === best).map(describe) : []
  }

  return {
    councils,
    resolve,
    get,
    withCode: (code) => {
      const alias = byCode.get(code)
      return alias === undefined ? undefined : byECode.get(alias.e_code)
    },
    predecessorsOf: (eCode) => predecessors.get(eCode) ?? [],
    successorsOf: (eCode) => successors.get(eCode) ?? [],
    districtsOf: (eCode, asOf) => councils.filter((council) => council.county_e_code === eCode && existsOn(council, asOf)),
    placeOf: (eCode) => {
      const { gss_code, e_code, name, end_date } = get(eCode)
      const lastYear = end_date === null ? LAST_LIST : Number(end_date.slice(0, 4)) - 1
      return { kind: 'council', code: gss_code ?? e_code, name, vintage: gss_code === null ? 'e-code' : `LAD${lastYear}` }
    },
  }
}

/**
 * Whether a council existed on a day: from its start date on, and before its end date.
 *
 * @example
 * import { existsOn } from 'wardstick'
 * existsOn({ start_date: '2009-04-01', end_date: null }, '2009-03-31') // => false
 */
export function existsOn({ start_date, end_date }: Pick<Council, 'start_date' | 'end_date'>, day: string): boolean {
  return (start_date === null || start_date <= day) && (end_date === null || day < end_date)
}

function describe({ name, e_code, gss_code, class: councilClass, start_date, end_date }: Council): string {
  const life = start_date === null && end_date === null ? '' : `, ${start_date === null ? '' : `from ${start_date}`}${end_date === null ? '' : ` until ${end_date}`}`.replace(',  ', ', ')
  return `'${name}' (${gss_code ?? e_code}, ${councilClass}${life})`
}

const FORMS: readonly (readonly [RegExp, readonly CouncilClass[]])[] = [
  [/\b(ua|unitary)\b/i, ['UA']],
  [/(?<!metropolitan )\b(dc|district)\b/i, ['SD']],
  [/\b(mbc|metropolitan)\b/i, ['MD']],
  [/\blondon borough\b|\blb\b/i, ['LB']],
  [/\bcounty council\b/i, ['SC', 'UA']],
]

/** Whether the kind of council that a name states, if any, is the council's kind: `Bedford UA` is not the borough. */
function fitsForm(text: string, councilClass: CouncilClass): boolean {
  return FORMS.every(([form, classes]) => !form.test(text) || classes.includes(councilClass))
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
