import { badValue } from '../errors.js'
import { COUNCIL_CLASSES, type CouncilClass } from '../model/spending.js'
import { canonicalCode } from '../values/areaCode.js'
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
  /**
   * Which codes the table has: e-codes (the default), or GSS codes, which the councils abolished in 2009 never had.
   * Former codes of a council stand for its latest.
   */
  readonly codes?: 'e_code' | 'gss_code' | undefined
  /**
   * The classes of council that the table has; all of them by default. A table of districts has no counties: `['UA',
   * 'MD', 'LB', 'SD']`.
   */
  readonly classes?: readonly CouncilClass[] | undefined
}

/**
 * The days that the register covers: from the first finance return to the last list of councils without a later
 * reorganisation.
 */
const COVERED = { from: '2007-04-01', to: '2025-12-31' } as const

/**
 * A crosswalk from the councils of one day to those of a later one: a council that passed whole into another gives it
 * all it has, by any number of steps. One that was divided among several (the county of Cumbria in 2023) has no target,
 * and its figures are reported as lost: nothing says how they divide. Its successors are then missing a part, and so
 * missing, or partial if that is asked for. Say which `classes` the table has: without counties, nothing of a county is
 * missed.
 *
 * The weights mean nothing: a rate needs a column with its denominator.
 *
 * @param register the councils.
 * @throws InputError `bad-value` for a text that is no day, days in the wrong order or beyond the register, other codes
 * or classes.
 * @example
 * import { councilCrosswalk } from 'wardstick'
 * import { loadStudyData } from 'wardstick/study'
 * const { register } = await loadStudyData()
 * const { links } = councilCrosswalk(register, {
 *   from: '2018-04-01',
 *   to: '2024-04-01',
 *   codes: 'gss_code',
 *   classes: ['UA', 'MD', 'LB', 'SD'],
 * })
 * const replaced = links.filter(({ target }) => target === 'E06000061')
 * replaced.map(({ source }) => source) // => ['E07000150', 'E07000152', 'E07000153', 'E07000156']
 */
export function councilCrosswalk(register: CouncilRegister, options: CouncilCrosswalkOptions): Crosswalk {
  const { from, to, codes = 'e_code', classes = COUNCIL_CLASSES } = options
  requireOptions(options)
  const codeOf = (council: Council): string =>
    codes === 'e_code' ? council.e_code : (council.gss_code ?? council.e_code)
  const standing = (day: string): Council[] =>
    register.councils.filter((council) => existsOn(council, day) && classes.includes(council.class))
  const [before, after] = [standing(from), standing(to)]
  const pieces = before.flatMap((council): CrosswalkPiece[] => {
    const successor = successorOn(council, to, register)
    return successor === undefined
      ? []
      : [
          {
            source: codeOf(council),
            target: codeOf(successor),
            weight: 1,
            basis: successor === council ? 'code' : 'whole',
          },
        ]
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
    canonical: (code) => canonical(code, codeOf, register),
    explain: (code) => explain(code, register),
  })
}

function requireOptions({ from, to, codes = 'e_code', classes = COUNCIL_CLASSES }: CouncilCrosswalkOptions): void {
  for (const day of [from, to]) {
    if (!isDay(day)) throw badValue('day of a crosswalk of councils', day, 'a day such as 2009-03-31')
    if (day < COVERED.from || day > COVERED.to)
      throw badValue(
        'day of a crosswalk of councils',
        day,
        `days from ${COVERED.from} to ${COVERED.to}, which the register covers`,
      )
  }
  if (from > to) throw badValue('days of a crosswalk of councils', `${from} to ${to}`, 'a day and a later one')
  if (!['e_code', 'gss_code'].includes(codes))
    throw badValue('codes of a crosswalk of councils', codes, 'e_code, gss_code')
  const strange = classes.find((each) => !COUNCIL_CLASSES.includes(each))
  if (strange !== undefined) throw badValue('class of a crosswalk of councils', strange, COUNCIL_CLASSES.join(', '))
}

/** A former GSS code as the latest of the council; anything else as it is. */
function canonical(text: string, codeOf: (council: Council) => string, register: CouncilRegister): string {
  const code = canonicalCode(text)
  const council = /^E\d{8}$/.test(code) ? register.withCode(code) : undefined
  return council !== undefined && codeOf(council) === council.gss_code ? codeOf(council) : code
}

/** The council that another passed whole into by a day; undefined when it was divided on the way. */
function successorOn(council: Council, day: string, register: CouncilRegister): Council | undefined {
  if (existsOn(council, day)) return council
  const [succession] = register.successorsOf(council.e_code)
  return succession?.extent === 'whole'
    ? successorOn(register.get(succession.successor_e_code), day, register)
    : undefined
}

/** Every council of a day that holds something of another. */
function heirsOn(council: Council, day: string, register: CouncilRegister): Council[] {
  if (existsOn(council, day)) return [council]
  return register
    .successorsOf(council.e_code)
    .flatMap(({ successor_e_code }) => heirsOn(register.get(successor_e_code), day, register))
}

function explain(code: string, register: CouncilRegister): ReturnType<Crosswalk['explain']> {
  const council = register.withCode(code) ?? register.councils.find(({ e_code }) => e_code === code)
  const remedy =
    council === undefined
      ? 'Check the code in the table councils of the dataset councils.'
      : 'Give the day on which the councils of the table existed, and say which codes it has (codes).'
  return { what: describeCouncil(council), remedy }
}
