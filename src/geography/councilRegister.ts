import { badValue, unknownPlace, wrongCode } from '../errors.js'
import type { CouncilCode, CouncilVintage } from '../model/code.js'
import type { Place } from '../model/value.js'
import { canonicalCode } from '../values/areaCode.js'
import { type Council, type CouncilAlias, existsOn } from './council.js'
import { councilResolver } from './councilResolver.js'
import { groupBy } from '../table/groupBy.js'

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
   * @param text a name in any usual form, an e-code, a present or former GSS code, an old ONS code (`00FY`) or a
   * register code (`NGM`).
   * @param asOf a day, `2009-03-31`: only councils that existed then count. Without it, those that exist today go
   * before those that ended.
   * @throws InputError `unknown-place` with suggestions, or `ambiguous-place` with the candidates.
   */
  resolve(text: string, asOf?: string): Council
  /** The council of an e-code. @throws InputError `unknown-place`. */
  get(eCode: string): Council
  /** The council that has or had a GSS, ONS or register code, whenever it existed. */
  withCode(code: string): Council | undefined
  /**
   * A text as the code of a council of a year, as of 1 April.
   *
   * @param text a GSS code, present or former, or an e-code.
   * @throws InputError `wrong-code`, which says which council it is and when it existed; `bad-value` for a list without
   * a year.
   */
  require<List extends CouncilVintage>(text: string, list: List): CouncilCode<List>
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
 * register.require('E06000018', 'LAD2015') // => 'E06000018'
 * register.require('E06000060', 'LAD2015') // throws 'wrong-code'
 */
export function councilRegister(rows: CouncilRegisterRows): CouncilRegister {
  const councils = [...rows.councils].sort((a, b) => (a.e_code < b.e_code ? -1 : 1))
  const byECode = new Map(councils.map((council) => [council.e_code, council]))
  const byCode = new Map(rows.aliases.filter(({ kind }) => kind !== 'name').map((row) => [row.alias, row.e_code]))
  const predecessors = groupBy(rows.successions, (row) => row.successor_e_code)
  const successors = groupBy(rows.successions, (row) => row.predecessor_e_code)
  const withCode = (code: string): Council | undefined => byECode.get(byCode.get(code) ?? '')
  const get = (eCode: string): Council => {
    const council = byECode.get(eCode)
    const meant = withCode(eCode)?.e_code
    if (council === undefined)
      throw unknownPlace('e-code of a council', eCode, undefined, meant === undefined ? [] : [`'${meant}'`])
    return council
  }
  return {
    councils,
    resolve: councilResolver(councils, rows.aliases),
    get,
    withCode,
    require: <List extends CouncilVintage>(text: string, list: List) => {
      const [code, year] = [canonicalCode(text), /^LAD(\d{4})$/.exec(list)?.[1]]
      if (year === undefined) throw badValue('list of councils', list, 'LAD and a year, such as LAD2015')
      const council = byECode.get(code) ?? withCode(code)
      if (council === undefined || !existsOn(council, `${year}-04-01`))
        throw wrongCode(
          'council code',
          text,
          `councils of ${year}`,
          describeCouncil(council),
          'Take the code of a council that existed on 1 April of that year; resolve(name, day) finds it.',
        )
      return code as CouncilCode<List>
    },
    predecessorsOf: (eCode) => predecessors.get(eCode) ?? [],
    successorsOf: (eCode) => successors.get(eCode) ?? [],
    districtsOf: (eCode, asOf) =>
      councils.filter((council) => council.county_e_code === eCode && existsOn(council, asOf)),
    placeOf: (eCode) => {
      const { gss_code, e_code, name, end_date } = get(eCode)
      const lastYear = end_date === null ? LAST_LIST : Number(end_date.slice(0, 4)) - 1
      return {
        kind: 'council',
        code: gss_code ?? e_code,
        name,
        vintage: gss_code === null ? 'e-code' : `LAD${lastYear}`,
      }
    },
  }
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
