/**
 * The line of a cell's source from which a place of the JavaScript that ran comes; both count from 1.
 *
 * The kernel leaves no source map. What it makes of a cell are the cell's own words in their order, without types and
 * with words of its own between them, so the longest run of words common to both tells which word is which.
 */
export function sourceLine(source: string, ran: string, line: number, column: number): number {
  const [written, executed] = [wordsOf(source), wordsOf(ran)]
  const pairs = alignment(written, executed)
  const isReached = (word: Word): boolean => word.line < line || (word.line === line && word.column <= column)
  const partners = executed.flatMap((word, i) => (isReached(word) ? (pairs.get(i) ?? []) : []))
  return written[partners.at(-1) ?? 0]?.line ?? 1
}

interface Word {
  readonly text: string
  readonly line: number
  readonly column: number
}

function wordsOf(text: string): Word[] {
  return text.split('\n').flatMap((content, i) =>
    [...content.matchAll(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu)].map(({ 0: word, index }) => ({
      text: word,
      line: i + 1,
      column: index + 1,
    })),
  )
}

/** The longest common subsequence: for a word of the second text, its partner in the first. */
function alignment(first: readonly Word[], second: readonly Word[]): ReadonlyMap<number, number> {
  const longest = lengths(first, second)
  const pairs = new Map<number, number>()
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0
  let [i, j] = [0, 0]
  while (i < first.length && j < second.length) {
    if (first[i]?.text === second[j]?.text) pairs.set(j++, i++)
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

/** How many words two texts have in common from each pair of places on. */
function lengths(first: readonly Word[], second: readonly Word[]): Uint16Array[] {
  const longest = Array.from({ length: first.length + 1 }, () => new Uint16Array(second.length + 1))
  for (let i = first.length - 1; i >= 0; i--)
    for (let j = second.length - 1; j >= 0; j--) {
      const [here, below] = [longest[i], longest[i + 1]] as [Uint16Array, Uint16Array]
      here[j] = first[i]?.text === second[j]?.text ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0)
    }
  return longest
}
