import { badValue } from '../errors.js'
import { isDay } from '../values/date.js'
import { type Council, existsOn } from './council.js'
import { type CouncilRegister, describeCouncil } from './councilRegister.js'
import { type Crosswalk, crosswalk, type CrosswalkPiece } from './crosswalk.js'

/** Between which days, and by which codes, councils are followed. */
export interface CouncilCrosswalkOptions {
  /** A day on which the councils of the table existed, `2009-03-31`. */
  readonly from: string
  /** A later day, whose councils are the targets. */
  readonly to: string
  /** Which codes the table has: e-codes, or GSS codes, which the councils abolished in 2009 never had. */
  readonly codes?: 'e_code' | 'gss_code' | undefined
}

/**
 * A crosswalk from the councils of one day to those of a later one: a council that passed whole into another gives it all it
 * has, by any number of steps. One that was divided among several (Cumbria in 2023) has no target, and its figures are reported
 * as lost: nothing says how they divide. Its successors are then missing a part, and so missing, or partial if that is asked for.
 *
 * The weights mean nothing: a rate needs a column with its denominator.
 *
 * @param register the councils.
 * @throws InputError `bad-value` for a text that is no day, or days in the wrong order.
 * @example
 * import { councilCrosswalk } from 'wardstick'
 * import { loadStudyData } from 'wardstick/study'
 * const { register } = await loadStudyData()
 * const { links } = councilCrosswalk(register, { from: '2018-04-01', to: '2024-04-01', codes: 'gss_code' })
 * links.filter(({ target }) => target === 'E06000061').map(({ source }) => source) // => ['E07000150', 'E07000152', 'E07000153', 'E07000156']
 */
export function councilCrosswalk(register: CouncilRegister, { from, to, codes = 'e_code' }: CouncilCrosswalkOptions): Crosswalk {
  for (const day of [from, to]) if (!isDay(day)) throw badValue('day of a crosswalk of councils', day, 'a day such as 2009-03-31')
  if (from > to) throw badValue('days of a crosswalk of councils', `${from} to ${to}`, 'a day and a later one')
  const codeOf = (council: Council): string => (codes === 'e_code' ? council.e_code : (council.gss_code ?? council.e_code))
  const before = register.councils.filter((council) => existsOn(council, from))
  const after = register.councils.filter((council) => existsOn(council, to))
  const pieces = before.flatMap((council): CrosswalkPiece[] => {
    const successor = successorOn(council, to, register)
    return successor === undefined ? [] : [{ source: codeOf(council), target: codeOf(successor), weight: 1, basis: successor === council ? 'code' : 'whole' }]
  })
  const divided = before.filter((council) => successorOn(council, to, register) === undefined)
  return crosswalk({
    from,
    fromTitle: `councils of ${from}`,
    to,
    toTitle: `councils of ${to}`,
    weights: null,
    pieces,
    sources: before.map(codeOf),
    targets: after.map(codeOf),
    incomplete: divided.flatMap((council) => heirsOn(council, to, register)).map(codeOf),
    explain: (code) => explain(code, register),
  })
}

/** The council that another passed whole into by a day; undefined when it was divided on the way. */
function successorOn(council: Council, day: string, register: CouncilRegister): Council | undefined {
  if (existsOn(council, day)) return council
  const [succession] = register.successorsOf(council.e_code)
  return succession?.extent === 'whole' ? successorOn(register.get(succession.successor_e_code), day, register) : undefined
}

/** Every council of a day that holds something of another. */
function heirsOn(council: Council, day: string, register: CouncilRegister): Council[] {
  if (existsOn(council, day)) return [council]
  return register.successorsOf(council.e_code).flatMap(({ successor_e_code }) => heirsOn(register.get(successor_e_code), day, register))
}

function explain(code: string, register: CouncilRegister): ReturnType<Crosswalk['explain']> {
  const council = register.withCode(code) ?? register.councils.find(({ e_code }) => e_code === code)
  const remedy = council === undefined ? 'Check the code in the table councils of the dataset councils.' : 'Give the day on which the councils of the table existed, and say which codes it has (codes).'
  return { what: describeCouncil(council), remedy }
}
