const WIDTH = 110

/** Folds a text into lines for a terminal; lines after the first are indented. */
export function fold(text: string, indent = 0): string {
  const lines = text.split(' ').reduce<string[]>((done, word) => {
    const last = done.at(-1)
    return last !== undefined && last.length + 1 + word.length <= WIDTH ? [...done.slice(0, -1), `${last} ${word}`] : [...done, `${done.length === 0 ? '' : ' '.repeat(indent)}${word}`]
  }, [])
  return lines.join('\n')
}
