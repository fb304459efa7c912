import { closest, distance } from 'fastest-levenshtein'
import { ambiguousPlace, placeAtAnotherTime, unknownPlace } from '../errors.js'
import type { CouncilClass } from '../model/spending.js'
import { canonicalCode } from '../values/areaCode.js'
import { councilNameCore } from '../values/councilName.js'
import { comparableLabel } from '../values/text.js'
import { type Council, type CouncilAlias, type CoveredDays, existsOn, requireCovered } from './council.js'
import { groupBy } from '../tables/groupBy.js'

/** How many letters of a name must be given before councils that begin with them are suggested. */
const ENOUGH_LETTERS = 4
const MOST_SUGGESTIONS = 4

/**
 * A function that finds the council of a name or code as of a day: first by e-code, then by any of its labels, then by
 * the core of its name. See `CouncilRegister.resolve`.
 */
export function councilResolver(
  councils: readonly Council[],
  aliases: readonly CouncilAlias[],
  covers: CoveredDays,
): (text: string, asOf?: string) => Council {
  const candidatesFor = candidateFinder(councils, aliases)
  return (text, asOf) => {
    if (asOf !== undefined) requireCovered('date of a council register', asOf, covers)
    const candidates = candidatesFor(text)
    const then = candidates.filter((council) => standsOn(council, asOf))
    const found = then.length > 0 || asOf !== undefined ? then : candidates
    const meant = found.length === 1 ? [...found, ...sameBeginning(text, found[0], councils, asOf)] : found
    if (meant.length > 1) throw ambiguousPlace('council', text, asOf, meant.map(describe))
    const [council] = meant
    if (council !== undefined) return council
    if (asOf !== undefined && candidates.length > 0)
      throw placeAtAnotherTime('council', text, asOf, candidates.map(describe))
    throw unknownPlace('council', text, asOf, suggestions(councils, text, asOf))
  }
}

/**
 * The other councils whose names begin with a name that is not the whole name of the one found: `Newcastle` is
 * Newcastle upon Tyne to some lists, and Newcastle-under-Lyme begins so too.
 */
function sameBeginning(
  text: string,
  found: Council | undefined,
  councils: readonly Council[],
  asOf: string | undefined,
): Council[] {
  const core = councilNameCore(text)
  const begins = ({ name }: Council): boolean => councilNameCore(name).startsWith(`${core} `)
  const short = core !== '' && comparableLabel(text) === core && found !== undefined && begins(found)
  return short ? councils.filter((council) => council !== found && begins(council) && standsOn(council, asOf)) : []
}

function candidateFinder(councils: readonly Council[], aliases: readonly CouncilAlias[]): (text: string) => Council[] {
  const byECode = new Map(councils.map((council) => [council.e_code, council]))
  const names = [...councils.map(({ name, e_code }) => ({ alias: name, kind: 'name' as const, e_code })), ...aliases]
  const byLabel = groupBy(names, ({ alias }) => comparableLabel(alias))
  const byCore = groupBy(
    names.filter(({ kind }) => kind === 'name'),
    ({ alias }) => councilNameCore(alias),
  )
  const councilsOf = (rows: readonly { readonly e_code: string }[]): Council[] =>
    [...new Set(rows.map(({ e_code }) => e_code))].flatMap((eCode) => byECode.get(eCode) ?? [])
  return (text) => {
    const own = byECode.get(canonicalCode(text))
    if (own !== undefined) return [own]
    const labelled = byLabel.get(comparableLabel(text))
    return labelled === undefined
      ? councilsOf(byCore.get(councilNameCore(text)) ?? []).filter((council) => fitsForm(text, council.class))
      : councilsOf(labelled)
  }
}

/** Whether a council counts as of a day; without a day, whether it exists today. */
const standsOn = (council: Council, asOf: string | undefined): boolean =>
  asOf === undefined ? council.end_date === null : existsOn(council, asOf)

function suggestions(councils: readonly Council[], text: string, asOf: string | undefined): string[] {
  const wanted = councilNameCore(text)
  const open = councils.filter((council) => standsOn(council, asOf))
  for (const among of wanted.length < ENOUGH_LETTERS ? [] : [open, councils]) {
    const beginning = among.filter((council) => councilNameCore(council.name).startsWith(wanted))
    if (beginning.length > 0) return beginning.slice(0, MOST_SUGGESTIONS).map(describe)
  }
  const best = closest(
    wanted,
    open.map((council) => councilNameCore(council.name)),
  )
  return distance(wanted, best) <= Math.max(2, wanted.length / 3)
    ? open.filter((council) => councilNameCore(council.name) === best).map(describe)
    : []
}

function describe({ name, e_code, gss_code, class: councilClass, start_date, end_date }: Council): string {
  const life =
    start_date === null && end_date === null
      ? ''
      : `, ${start_date === null ? '' : `from ${start_date}`}${end_date === null ? '' : ` until ${end_date}`}`.replace(
          ',  ',
          ', ',
        )
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
