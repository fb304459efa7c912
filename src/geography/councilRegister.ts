import { badValue, unknownPlace, wrongCode } from '../errors.js'
import type { CouncilCode, CouncilVintage } from '../model/code.js'
import type { Place } from '../model/value.js'
import { canonicalCode } from '../values/areaCode.js'
import { COVERED_DAYS, type Council, type CouncilAlias, type CoveredDays, existsOn, requireCovered } from './council.js'
import { councilResolver } from './councilResolver.js'
import { groupBy } from '../tables/groupBy.js'
import { requireRecord } from '../model/given.js'
import type { CouncilSuccession } from '../tables/declared/councils.js'

export type { CouncilSuccession }

/** The rows that a register is made of. */
export interface CouncilRegisterRows {
  readonly councils: readonly Council[]
  readonly aliases: readonly CouncilAlias[]
  readonly successions: readonly CouncilSuccession[]
}

/** What a register of councils knows beside its rows. */
export interface CouncilRegisterOptions {
  /** The days that the rows cover; those of the built-in register without it. */
  readonly covers?: CoveredDays
}

/**
 * Finds councils by any name or code as of a date, and knows what came before and after them.
 *
 * Wherever it asks for an e-code, a present or former GSS code of the council does as well.
 */
export interface CouncilRegister {
  /** All councils, in the order of their e-codes. */
  readonly councils: readonly Council[]
  /** The days that it covers: it answers for no other. */
  readonly covers: CoveredDays
  /**
   * The council that a name or code stands for.
   *
   * @param text a name in any usual form, an e-code, a present or former GSS code, an old ONS code (`00FY`) or a
   * register code (`NGM`).
   * @param asOf a day, `2009-03-31`: only councils that existed then count. Without it, those that exist today go
   * before those that ended.
   * @throws InputError `unknown-place` with suggestions; `ambiguous-place` with the candidates; `bad-value` for a day
   * that the register does not cover.
   */
  resolve(text: string, asOf?: string): Council
  /** The council of an e-code or GSS code. @throws InputError `unknown-place`. */
  get(code: string): Council
  /** The council that has or had an e-code, GSS, ONS or register code, whenever it existed. */
  withCode(code: string): Council | undefined
  /**
   * A text as the code of a council of a year, as of 1 April.
   *
   * @param text a GSS code that held on that day, or an e-code.
   * @throws InputError `wrong-code`, which says which council it is and when it existed; `bad-value` for a list without
   * a year, or of a year that the register does not cover.
   */
  require<List extends CouncilVintage>(text: string, list: List): CouncilCode<List>
  /** Every GSS code that a council has or had, the latest first; none for the councils abolished in 2009. */
  gssCodesOf(code: string): readonly string[]
  /** The GSS code of a council on a day; null for the councils abolished in 2009. */
  gssCodeOn(code: string, day: string): string | null
  /** What passed into a council. */
  predecessorsOf(code: string): readonly CouncilSuccession[]
  /** What a council passed into. */
  successorsOf(code: string): readonly CouncilSuccession[]
  /** The shire districts of a county that existed on a day. @throws InputError `bad-value` for a day not covered. */
  districtsOf(code: string, asOf: string): readonly Council[]
  /** The council as a place: by its latest GSS code, in the vintage of the last list of councils that has it. */
  placeOf(code: string): Place
}

/**
 * A register of councils over the rows of the built-in table `councils` (or of a table of one's own of the same form).
 *
 * @param rows councils, their aliases and successions.
 * @example
 * import { councilRegister } from 'wardstick/geography'
 * const register = councilRegister({
 *   councils: [
 *     {
 *       e_code: 'E3001',
 *       gss_code: 'E06000018',
 *       name: 'Nottingham',
 *       class: 'UA',
 *       region: 'East Midlands',
 *       county_e_code: null,
 *       start_date: null,
 *       end_date: null,
 *     },
 *   ],
 *   aliases: [{ alias: 'E06000018', kind: 'gss_code', e_code: 'E3001' }],
 *   successions: [],
 * })
 * register.resolve('City of Nottingham UA').e_code // => 'E3001'
 * register.resolve('E06000018').name // => 'Nottingham'
 * register.get('E06000018').e_code // => 'E3001'
 * register.require('E06000018', 'LAD2015') // => 'E06000018'
 * register.require('E06000060', 'LAD2015') // throws 'wrong-code'
 * register.require('E06000018', 'LAD2030') // throws 'bad-value'
 */
export function councilRegister(
  rows: CouncilRegisterRows,
  { covers = COVERED_DAYS }: CouncilRegisterOptions = {},
): CouncilRegister {
  requireRecord('rows of a register of councils', rows, 'councils, aliases and successions')
  const councils = [...rows.councils].sort((a, b) => (a.e_code < b.e_code ? -1 : 1))
  const byECode = new Map(councils.map((council) => [council.e_code, council]))
  const codes = rows.aliases.filter(({ kind }) => kind !== 'name')
  const byCode = new Map(codes.map((row) => [row.alias, row]))
  const gssCodes = groupBy(
    codes.filter(({ kind }) => kind === 'gss_code'),
    ({ e_code }) => e_code,
  )
  const predecessors = groupBy(rows.successions, (row) => row.successor_e_code)
  const successors = groupBy(rows.successions, (row) => row.predecessor_e_code)
  const withCode = (text: string): Council | undefined => {
    const code = canonicalCode(text)
    return byECode.get(code) ?? byECode.get(byCode.get(code)?.e_code ?? '')
  }
  const get = (code: string): Council => {
    const council = withCode(code)
    if (council === undefined) throw unknownPlace('code of a council', code, undefined, [])
    return council
  }
  const eCodeOf = (code: string): string => get(code).e_code
  const gssCodesOf = (code: string): string[] => {
    const { e_code, gss_code } = get(code)
    const known = (gssCodes.get(e_code) ?? []).map(({ alias }) => alias)
    return [...new Set(gss_code === null ? known : [gss_code, ...known])]
  }
  return {
    councils,
    covers,
    resolve: councilResolver(councils, rows.aliases, covers),
    get,
    withCode,
    gssCodesOf,
    gssCodeOn: (code, day) => {
      const { e_code, gss_code } = get(code)
      return gssCodes.get(e_code)?.find((row) => existsOn(row, day))?.alias ?? gss_code
    },
    require: <List extends CouncilVintage>(text: string, list: List) => {
      const [code, day] = [canonicalCode(text), dayOfList(list, covers)]
      const council = withCode(code)
      const alias = byCode.get(code)
      const holds = council !== undefined && existsOn(council, day) && (alias === undefined || existsOn(alias, day))
      if (!holds)
        throw wrongCode(
          'council code',
          text,
          `councils of ${day.slice(0, 4)}`,
          describeCode(council, alias),
          'Take the code of a council that existed on 1 April of that year; resolve(name, day) finds it.',
        )
      return code as CouncilCode<List>
    },
    predecessorsOf: (code) => predecessors.get(eCodeOf(code)) ?? [],
    successorsOf: (code) => successors.get(eCodeOf(code)) ?? [],
    districtsOf: (code, asOf) => {
      const [county, day] = [eCodeOf(code), requireCovered('day of a council register', asOf, covers)]
      return councils.filter((council) => council.county_e_code === county && existsOn(council, day))
    },
    placeOf: (code) => {
      const { gss_code, e_code, name, end_date } = get(code)
      const lastYear = end_date === null ? covers.to.slice(0, 4) : String(Number(end_date.slice(0, 4)) - 1)
      return {
        kind: 'council',
        code: gss_code ?? e_code,
        name,
        vintage: gss_code === null ? 'e-code' : `LAD${lastYear}`,
      }
    },
  }
}

/** 1 April of the year of a list of councils. */
function dayOfList(list: string, covers: CoveredDays): string {
  const year = /^LAD(\d{4})$/.exec(list)?.[1]
  if (year === undefined) throw badValue('list of councils', list, 'LAD and a year, such as LAD2015')
  const day = `${year}-04-01`
  if (day < covers.from || day > covers.to)
    throw badValue(
      'list of councils',
      list,
      `LAD${covers.from.slice(0, 4)} to LAD${covers.to.slice(0, 4)}, ` +
        `as the register covers ${covers.from} to ${covers.to}`,
    )
  return day
}

/** What a code is of, and when it held where it changed. */
function describeCode(council: Council | undefined, alias: CouncilAlias | undefined): string {
  const { start_date = null, end_date = null } = alias ?? {}
  const held = [
    ...(start_date === null ? [] : [`since ${start_date}`]),
    ...(end_date === null ? [] : [`until ${end_date}`]),
  ]
  return `${describeCouncil(council)}${held.length === 0 ? '' : `; the code holds ${held.join(' ')}`}`
}

/** What a code is of, and when that council existed. */
export function describeCouncil(council: Council | undefined): string {
  if (council === undefined) return 'the code of no council of England since 2007'
  const { name, e_code, gss_code, start_date, end_date } = council
  const life = [
    ...(start_date === null ? [] : [`from ${start_date}`]),
    ...(end_date === null ? [] : [`until ${end_date}`]),
  ].join(' ')
  return (
    `${name} ` +
    `(${[e_code, ...(gss_code === null ? [] : [gss_code])].join(', ')})${life === '' ? '' : `, a council ${life}`}`
  )
}
