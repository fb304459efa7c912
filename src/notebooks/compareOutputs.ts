import { isDeepStrictEqual } from 'node:util'
import type { CodeCell, Notebook, Output } from './file.js'

/** A code cell whose outputs differ: its number among the cells that run, from 1, and what differs first. */
export interface ChangedCell {
  readonly cell: number
  readonly difference: string
}

/** The cells of a notebook that gave other outputs in a run than its file holds. */
export function changedCells(committed: Notebook, ran: Notebook): ChangedCell[] {
  const now = cellsThatRun(ran)
  return cellsThatRun(committed).flatMap(({ outputs }, i) => {
    const difference = differenceOf(outputs, now[i]?.outputs ?? [])
    return difference === undefined ? [] : [{ cell: i + 1, difference }]
  })
}

/** The code cells that are run: an empty one is not, and Jupyter gives it no number. */
export function cellsThatRun({ cells }: Notebook): CodeCell[] {
  return cells.filter((cell): cell is CodeCell => cell.cell_type === 'code' && cell.source.trim() !== '')
}

function differenceOf(committed: readonly Output[], now: readonly Output[]): string | undefined {
  const first = committed.findIndex((output, i) => !isDeepStrictEqual(plain(output), plain(now[i])))
  if (first < 0)
    return now.length === committed.length ? undefined : `${counted(now.length)} where the file has ${committed.length}`
  const [was, is] = [partsOf(committed[first]), partsOf(now[first])]
  if (is.size === 0) return `${counted(now.length)} where the file has ${committed.length}`
  const part =
    [...new Set([...was.keys(), ...is.keys()])].find((key) => !isDeepStrictEqual(was.get(key), is.get(key))) ?? ''
  return `output ${first + 1}, ${part}${part.startsWith('image/') ? ' differs' : told(was.get(part), is.get(part))}`
}

/** JSON knows no undefined, and the file knows no prototypes. */
const plain = (output: Output | undefined): unknown =>
  output === undefined ? undefined : (JSON.parse(JSON.stringify(output)) as unknown)

const counted = (outputs: number): string => `${outputs} ${outputs === 1 ? 'output' : 'outputs'}`

function partsOf(output: Output | undefined): ReadonlyMap<string, unknown> {
  const known = plain(output) as Output | undefined
  if (known === undefined) return new Map()
  if (known.output_type === 'stream') return new Map([[known.name, known.text]])
  if (known.output_type === 'error') return new Map([['error', `${known.ename}: ${known.evalue}`]])
  return new Map<string, unknown>([...Object.entries(known.data), ['metadata', known.metadata]])
}

/** The line from which two texts differ; for data that no one reads, that they do. */
function told(was: unknown, is: unknown): string {
  if (was === undefined) return ': the file has none'
  if (is === undefined) return ': the run gave none'
  if (typeof was !== 'string' || typeof is !== 'string') return ' differs'
  const [before, after] = [was.split('\n'), is.split('\n')]
  const line = after.findIndex((text, i) => text !== before[i])
  const at = line < 0 ? after.length : line
  return `, line ${at + 1}: ${quoted(after[at])} where the file has ${quoted(before[at])}`
}

const WIDEST = 100
const quoted = (text: string | undefined): string =>
  text === undefined ? 'nothing' : `'${text.length > WIDEST ? `${text.slice(0, WIDEST)}...` : text}'`
