import { wrapText } from '../values/text.js'

const WIDTH = 110

/** Folds a text into lines for a terminal; lines after the first are indented. */
export function fold(text: string, indent = 0): string {
  return wrapText(text.replace(/ %/g, '\u00a0%'), WIDTH - indent).join(`\n${' '.repeat(indent)}`)
}
