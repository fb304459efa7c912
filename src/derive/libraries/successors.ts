import { hasRow, successorRow } from './decisions.js'
import type { Library } from './library.js'
import { nameCore } from './names.js'

const ENOUGH_LETTERS = 4

/**
 * The library that took the place of a replaced one, in the same authority: the one that the words of the lists name
 * (`Replaced by Dalston CLR James Library`), else the only one that says it replaced this one (`Replaced Fanshawe and
 * Rectory libraries`), else the one of the same name, else the only one at its postcode that opened since.
 */
export function successorOf(library: Library, all: readonly Library[]): Library | null {
  const others = all.filter(
    (other) =>
      other !== library &&
      other.authorityCode === library.authorityCode &&
      other.type === library.type &&
      outlives(other, library),
  )
  const decided = successorRow(library.rows)
  const successor = decided === undefined ? undefined : all.find((other) => hasRow(other, decided))
  if (successor !== undefined) return successor
  const said = library.rows.map(({ remark }) => remark ?? '').join('; ')
  const named = longest(
    others.filter((other) =>
      other.names.some(
        (name) =>
          mentions(afterReplacing(said), name) && !library.names.some((own) => nameCore(own) === nameCore(name)),
      ),
    ),
  )
  if (named !== null) return named
  const naming = others.filter(
    (other) =>
      other.isNew &&
      other.rows.some(({ remark }) => library.names.some((name) => mentions(replacedIn(remark ?? ''), name))),
  )
  const sameName = others.filter((other) =>
    other.names.some((name) => library.names.some((own) => nameCore(own) === nameCore(name))),
  )
  const samePostcode = others.filter(
    (other) => other.isNew && library.postcode !== null && other.postcode === library.postcode,
  )
  for (const found of [sameName, naming, samePostcode]) if (found.length === 1) return found[0] ?? null
  return null
}

/** Whether a library is still open after the other’s closing, as far as its closing is known. */
function outlives(other: Library, library: Library): boolean {
  const end = (of: Library): string =>
    of.timeline.events.filter(({ kind }) => kind === 'closed' || kind === 'replaced').at(-1)?.day.latest ?? '9999'
  return end(other) > end(library)
}

const REPLACING_WORDS = [
  'replaced by|replacedy by|relocat\\w+ (?:to|between|with)|re-?located into|moved (?:in ?to|to)',
  'transfered to|transferred to|amalgamated with|operates out of|opened as|co-located in',
]
const REPLACING = new RegExp(`\\b(?:${REPLACING_WORDS.join('|')})\\b([^.]*)`, 'gi')

/** What is named as taking the place: the words after replaced by, relocated to, moved into ... */
function afterReplacing(words: string): string {
  return [...words.matchAll(REPLACING)].map((match) => match[1] ?? '').join('; ')
}

/** What is named as replaced. */
function replacedIn(words: string): string {
  return [...words.matchAll(/\breplac(?:ed|es|ement of|ing)\b(?! by)([^.]*)/gi)]
    .map((match) => match[1] ?? '')
    .join('; ')
}

function mentions(words: string, name: string): boolean {
  const [said, core] = [nameCore(words), nameCore(name)]
  const holds = (text: string, part: string): boolean =>
    part.length >= ENOUGH_LETTERS && ` ${text} `.includes(` ${part} `)
  return holds(said, core) || (said.includes(' ') && holds(core, said))
}

/** The library whose name is the longest: `Dalston CLR James` goes before `Dalston`. */
function longest(libraries: readonly Library[]): Library | null {
  const length = (library: Library): number => Math.max(...library.names.map((name) => nameCore(name).length))
  return [...libraries].sort((a, b) => length(b) - length(a) || (a.id < b.id ? -1 : 1))[0] ?? null
}
