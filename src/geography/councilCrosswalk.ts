import { badValue } from '../errors.js'
import { COUNCIL_CLASSES, type CouncilClass } from '../model/spending.js'
import { canonicalCode } from '../values/areaCode.js'
import { type Council, existsOn, requireCovered } from './council.js'
import { type CouncilRegister, describeCouncil } from './councilRegister.js'
import { type Crosswalk, crosswalk, type CrosswalkPiece } from './crosswalk.js'

/** Between which days, and by which codes, councils are followed. */
export interface CouncilCrosswalkOptions {
  /** A day on which the councils of the table existed, `2009-03-31`. */
  readonly from: string
  /** A later day, whose councils are the targets. */
  readonly to: string
  /**
   * Which codes the crosswalk gives: e-codes (the default), or the GSS codes of each day, which the councils abolished
   * in 2009 never had. A table may have any code that a council has or had.
   */
  readonly codes?: 'e_code' | 'gss_code' | undefined
  /**
   * The classes of council that the table has; all of them by default. A table of districts has no counties: `['UA',
   * 'MD', 'LB', 'SD']`.
   */
  readonly classes?: readonly CouncilClass[] | undefined
}

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
 * import { councilCrosswalk } from 'wardstick/geography'
 * import { loadStudyData } from 'wardstick/data'
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
  requireOptions(options, register)
  const codeOn =
    (day: string) =>
    ({ e_code }: Council): string =>
      codes === 'e_code' ? e_code : (register.gssCodeOn(e_code, day) ?? e_code)
  const [codeBefore, codeAfter] = [codeOn(from), codeOn(to)]
  const standing = (day: string): Council[] =>
    register.councils.filter((council) => existsOn(council, day) && classes.includes(council.class))
  const [before, after] = [standing(from), standing(to)]
  const pieces = before.flatMap((council): CrosswalkPiece[] => {
    const successor = successorOn(council, to, register)
    return successor === undefined
      ? []
      : [
          {
            source: codeBefore(council),
            target: codeAfter(successor),
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
    sources: before.map(codeBefore),
    targets: after.map(codeAfter),
    incomplete: divided.flatMap((council) => heirsOn(council, to, register)).map(codeAfter),
    canonical: (text) => {
      const council = register.withCode(text)
      return council !== undefined && existsOn(council, from) ? codeBefore(council) : canonicalCode(text)
    },
    explain: (code) => explain(code, register),
  })
}

function requireOptions(
  { from, to, codes = 'e_code', classes = COUNCIL_CLASSES }: CouncilCrosswalkOptions,
  { covers }: CouncilRegister,
): void {
  for (const day of [from, to]) requireCovered('day of a crosswalk of councils', day, covers)
  if (from > to) throw badValue('days of a crosswalk of councils', `${from} to ${to}`, 'a day and a later one')
  if (!['e_code', 'gss_code'].includes(codes))
    throw badValue('codes of a crosswalk of councils', codes, 'e_code, gss_code')
  const strange = classes.find((each) => !COUNCIL_CLASSES.includes(each))
  if (strange !== undefined) throw badValue('class of a crosswalk of councils', strange, COUNCIL_CLASSES.join(', '))
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
  const council = register.withCode(code)
  const remedy =
    council === undefined
      ? 'Check the code in the table councils of the dataset councils.'
      : 'Give the day on which the councils of the table existed.'
  return { what: describeCouncil(council), remedy }
}
