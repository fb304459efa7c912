import { inspect } from 'node:util'
import type { CellProblem } from '../errors.js'
import { sourceLine } from './sourceLine.js'

/** The cells that a kernel was given, by the number that Jupyter gives them: as written, and as the JavaScript run. */
export interface RanCells {
  readonly sources: ReadonlyMap<number, string>
  readonly executed: ReadonlyMap<number, string>
}

/** The name under which the JavaScript of a cell runs, so that the stack of an error tells where it was. */
export const nameOfCell = (number: number): string => `notebook cell ${number}`
const CELL_PLACE = /notebook cell (\d+):(\d+):(\d+)/g

/** How tslab's executor prints what TypeScript finds: file, line, column, text. */
const DIAGNOSTIC = '%s%d:%d - %s'

/** What tslab's executor printed as an error, as problems of a cell. */
export function problemsOf(printed: readonly (readonly unknown[])[], cell: number, cells: RanCells): CellProblem[] {
  const places = new Map<string, CellProblem[]>()
  for (const values of printed) {
    const isFound = values[0] === DIAGNOSTIC
    const place = isFound ? values.slice(1, 4).join(':') : `thrown ${places.size}`
    const problem = isFound ? diagnostic(values) : problemOf(values[0], cell, cells)
    places.set(place, [...(places.get(place) ?? []), problem])
  }
  return [...places.values()].map(inOne)
}

/** TypeScript tells at one place what is wrong, and step by step why: the first says what, the last says why. */
function inOne(problems: readonly CellProblem[]): CellProblem {
  const [what, why] = [problems[0], problems.at(-1)]
  const line = what?.line ?? null
  return { line, problem: [...new Set([what?.problem, why?.problem])].join(' ') }
}

function diagnostic([, file, line, , text]: readonly unknown[]): CellProblem {
  return file === ''
    ? { line: Number(line), problem: String(text) }
    : { line: null, problem: `${String(file).trim()}, line ${Number(line)}: ${String(text)}` }
}

/**
 * What an error says, without its stack, at the line of the cell where it was thrown or where what threw it was called.
 */
export function problemOf(error: unknown, cell: number, cells: RanCells): CellProblem {
  if (!(error instanceof Error)) return { line: null, problem: `thrown: ${inspect(error)}` }
  const said = isForPeople(error) ? error.message : `${error.name}: ${error.message}`
  const places = placesOf(error)
  const lineIn = ({ number, line, column }: CellPlace): number =>
    sourceLine(cells.sources.get(number) ?? '', cells.executed.get(number) ?? '', line, column)
  const [inner, own] = [places[0], places.find(({ number }) => number === cell)]
  const elsewhere =
    inner === undefined || inner.number === cell ? '' : ` (thrown in cell ${inner.number}, line ${lineIn(inner)})`
  return { line: own === undefined ? null : lineIn(own), problem: `${said}${elsewhere}` }
}

/** The cell whose code an error that nobody waited for comes from; null where its stack names none. */
export const cellOfError = (error: unknown): number | null => placesOf(error).at(-1)?.number ?? null

interface CellPlace {
  readonly number: number
  readonly line: number
  readonly column: number
}

/** The places in cells that the stack of an error names, the innermost first. */
function placesOf(error: unknown): CellPlace[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return [...stack.matchAll(CELL_PLACE)].map(([, number, line, column]) => ({
    number: Number(number),
    line: Number(line),
    column: Number(column),
  }))
}

/**
 * An error of wardstick says in its message what there is to say; its class may come from another copy of wardstick.
 */
const isForPeople = (error: Error): boolean => error.name === 'InputError'
