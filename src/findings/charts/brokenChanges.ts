import type { ChartWords } from '../../charts/spec.js'
import type { Value } from '../../model/value.js'
import type { StudyResult } from '../studyResult.js'

/** What breaks the comparison of some changes: a mark for each of them, and what the marks say. */
export interface BrokenChanges {
  /** Written after a change: ` (a)`; nothing where it is comparable, or where all changes are broken in one way. */
  readonly markOf: (change: Value) => string
  /** What breaks them, with its mark, a sentence each; none where all are comparable. */
  readonly notes: readonly string[]
}

/** Said of a council whose own break is not among those of the study. */
const OTHER = 'what the council books to this line changes between the two years.'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** What breaks the comparison of changes of several places or lines. */
export function brokenChanges(changes: readonly Value[], result: StudyResult): BrokenChanges {
  const texts = [...new Set(changes.flatMap((change) => textsOf(change, result)))]
  const same = changes.every((change) => textsOf(change, result).length === texts.length)
  const letterOf = (text: string): string => `(${LETTERS.charAt(texts.indexOf(text))})`
  return {
    markOf: (change) =>
      same
        ? ''
        : textsOf(change, result)
            .map((text) => ` ${letterOf(text)}`)
            .join(''),
    notes: texts.map((text) => `${same ? '' : `${letterOf(text)} `}Not fully comparable: ${text}`),
  }
}

function textsOf({ comparable, notes }: Value, { breaks }: StudyResult): string[] {
  const met = breaks.filter(({ note }) => notes.includes(note)).map(({ text }) => text)
  return comparable || met.length > 0 ? met : [OTHER]
}

/** The words of a chart with what breaks comparison below the picture, before all other notes, and in what is heard. */
export const withBreaks = (
  words: ChartWords,
  notes: readonly string[],
  heard: readonly string[] = notes,
): ChartWords => ({ ...words, notes: [...notes, ...words.notes], alt: [words.alt, ...heard].join(' ') })

/** A break of a series with its letter, which stands in the picture at the year from which on it holds. */
export interface MarkedBreak {
  readonly mark: string
  readonly from: string
  readonly text: string
}

/** The same with breaks of a series: who hears them is told the year, which who sees them finds by the letter. */
export const withMarkedBreaks = (words: ChartWords, breaks: readonly MarkedBreak[]): ChartWords =>
  withBreaks(
    words,
    breaks.map(({ mark, text }) => `${mark} ${text}`),
    breaks.map(({ from, text }) => `The series breaks in ${from}: ${text}`),
  )
