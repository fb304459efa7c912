import { distance } from 'fastest-levenshtein'
import { visibleText } from './model/visibleText.js'

/** What kind of thing went wrong; stable, so that a program can decide on it. */
export type ErrorCode =
  | 'bad-cell'
  | 'bad-file'
  | 'missing-file'
  | 'missing-column'
  | 'duplicate-key'
  | 'unmatched-key'
  | 'bad-value'
  | 'wrong-code'
  | 'refused-measure'
  | 'not-available'
  | 'unknown-place'
  | 'ambiguous-place'
  | 'bad-study'
  | 'unknown-study'
  | 'missing-dataset'
  | 'altered-dataset'
  | 'unwritable'
  | 'bad-chart'
  | 'bad-page'
  | 'no-browser'
  | 'missing-package'
  | 'failed-cell'
  | 'changed-output'
  | 'saved-meanwhile'
  | 'failed-command'
  | 'usage'
  | 'internal'

/** The facts behind an error: file, row, column, value, what is allowed ... */
export type ErrorData = Readonly<Record<string, unknown>>

/** The root of every error that wardstick throws: a message for a person, a `code` and `data` for a program. */
export class WardstickError extends Error {
  override readonly name: string = 'WardstickError'

  constructor(
    message: string,
    readonly code: ErrorCode,
    readonly data: ErrorData = {},
  ) {
    super(message)
  }
}

/**
 * Something that was given to wardstick is wrong, and the person who gave it can put it right. The command line exits
 * with 2.
 */
export class InputError extends WardstickError {
  override readonly name = 'InputError'
}

/** A fault in wardstick itself. The command line exits with 1. */
export class InternalError extends WardstickError {
  override readonly name = 'InternalError'
}

/** Where a cell stands: `row` counts from 1 and includes header lines, as a spreadsheet shows it. */
export interface CellPlace {
  readonly file: string
  readonly sheet?: string
  readonly row: number
  readonly column: string
}

const LONGEST_QUOTE = 200
/** A text from outside, in quotation marks: no longer than is read, and without signs that a terminal obeys. */
const quote = (text: string): string =>
  text.length <= LONGEST_QUOTE
    ? `'${visibleText(text)}'`
    : `'${visibleText(text.slice(0, LONGEST_QUOTE))}' and ` +
      `${(text.length - LONGEST_QUOTE).toLocaleString('en-GB')} more characters`
const list = (items: readonly string[], limit = 12): string =>
  items.slice(0, limit).map(quote).join(', ') + (items.length > limit ? ` and ${items.length - limit} more` : '')
const cell = (place: CellPlace): string =>
  `${place.file}${place.sheet === undefined ? '' : `, sheet ${quote(place.sheet)}`}, row ${place.row}, column ` +
  quote(place.column)

export function badCell(place: CellPlace, value: string, allowed: string, remedy: string): InputError {
  return new InputError(`${cell(place)}: cannot read ${quote(value)}. Allowed: ${allowed}. ${remedy}`, 'bad-cell', {
    ...place,
    value,
    allowed,
  })
}

export function badFile(file: string, problem: string, remedy: string): InputError {
  return new InputError(`${file}: ${problem}. ${remedy}`, 'bad-file', { file, problem })
}

export function missingFile(file: string, remedy: string): InputError {
  return new InputError(`${file}: no such file. ${remedy}`, 'missing-file', { file })
}

const WORKING_FOLDER_DELETED = 'the folder in which you work was deleted'
const ABSENT = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']
const READ_PROBLEMS: Readonly<Record<string, string>> = {
  EISDIR: 'this is a folder, not a file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk does not work',
}

/** Whether the system says that there is no such file. */
export function isAbsent(cause: unknown): boolean {
  const { code = '', syscall = '' } = cause as Partial<Record<string, string>>
  return ABSENT.includes(code) && syscall !== 'uv_cwd'
}

/** A file that the system does not give: `missing-file` where there is none, `bad-file` where it cannot be read. */
export function failedRead(file: string, cause: unknown, remedy: string): InputError {
  if (isAbsent(cause)) return missingFile(file, remedy)
  const { code = '', syscall = '', message = String(cause) } = cause as Partial<Record<string, string>>
  const known = syscall === 'uv_cwd' ? WORKING_FOLDER_DELETED : READ_PROBLEMS[code]
  return badFile(file, known ?? `cannot be read (${message})`, remedy)
}

export function missingColumn(file: string, column: string, found: readonly string[]): InputError {
  const nearest = nearestName(column, found)
  const hint = nearest === undefined ? '' : ` The nearest is ${quote(nearest)}.`
  return new InputError(
    `${file}: no column ${quote(column)}; found ${list(found)}.${hint} Use the edition of the file that has it, or ` +
      `rename the column.`,
    'missing-column',
    { file, column, found, ...(nearest === undefined ? {} : { nearest }) },
  )
}

export function duplicateKey(where: string, key: string, rows: readonly number[]): InputError {
  return new InputError(
    `${where}: key ${quote(key)} stands in rows ${rows.join(' and ')}; each key may stand once. Remove one of ` +
      `the rows, or add a column to the key.`,
    'duplicate-key',
    { where, key, rows },
  )
}

export function unmatchedKeys(where: string, keys: readonly string[]): InputError {
  return new InputError(
    `${where}: ${keys.length} key(s) without a match: ${list(keys)}. Declare unmatched: 'missing' to keep ` +
      `such rows with missing values, or correct the keys.`,
    'unmatched-key',
    { where, keys },
  )
}

export function badValue(what: string, value: unknown, allowed: string): InputError {
  return new InputError(`${what}: ${quote(String(value))} is not allowed. Allowed: ${allowed}.`, 'bad-value', {
    what,
    value,
    allowed,
  })
}

/** Names by how nearly they are spelt like one, the nearest first. */
const byDistance = (name: string, known: readonly string[]): { readonly each: string; readonly apart: number }[] =>
  known
    .map((each) => ({ each, apart: distance(name.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart)

/** The name among others that is spelt most nearly like one; undefined where none is near. */
function nearestName(name: string, known: readonly string[]): string | undefined {
  const [nearest] = byDistance(name, known)
  return nearest !== undefined && nearest.apart <= Math.max(2, name.length / 3) ? nearest.each : undefined
}

/** So many names a message lists; of more it names the nearest. */
const MOST_NAMES = 40
const NEAREST_NAMES = 6

function allowedNames(name: string, known: readonly string[]): string {
  if (known.length <= MOST_NAMES) return `Allowed: ${known.join(', ')}.`
  const nearest = byDistance(name, known).slice(0, NEAREST_NAMES)
  return `Of the ${known.length} allowed these are nearest: ${nearest.map(({ each }) => each).join(', ')}.`
}

/** A name that is not among those there are; one that is spelt nearly so is suggested. */
export function unknownName(what: string, name: string, known: readonly string[]): InputError {
  const nearest = nearestName(name, known)
  const hint = nearest === undefined ? '' : `Did you mean ${quote(nearest)}? `
  return new InputError(`${what}: ${quote(name)} is not allowed. ${hint}${allowedNames(name, known)}`, 'bad-value', {
    what,
    value: name,
    allowed: known,
    ...(nearest === undefined ? {} : { suggestion: nearest }),
  })
}

/**
 * A code that is not in the list it should be in, at a cell or in what `where` names; `what` says what it is instead.
 */
export function wrongCode(
  where: string | CellPlace,
  code: string,
  expected: string,
  what: string,
  remedy: string,
): InputError {
  const place = typeof where === 'string' ? where : cell(where)
  return new InputError(
    `${place}: ${quote(code)} is not among the ${expected}; it is ${what}. ${remedy}`,
    'wrong-code',
    { where: place, value: code, expected, what },
  )
}

export function refusedMeasure(measure: string, kind: string, reason: string, remedy: string): InputError {
  return new InputError(
    `measure ${quote(measure)} (${kind}) cannot be moved from one list of areas to another: ${reason}. ${remedy}`,
    'refused-measure',
    { measure, kind, reason },
  )
}

export function unknownPlace(
  kind: string,
  text: string,
  asOf: string | undefined,
  suggestions: readonly string[],
  remedy = 'Give its name as the council uses it, its GSS code (E06000018) or its e-code (E3001).',
): InputError {
  const when = asOf === undefined ? '' : ` as of ${asOf}`
  const hint = suggestions.length === 0 ? remedy : `Did you mean ${suggestions.join(', or ')}?`
  return new InputError(`unknown ${kind} ${quote(text)}${when}. ${hint}`, 'unknown-place', {
    kind,
    text,
    asOf,
    suggestions,
  })
}

export function placeAtAnotherTime(
  kind: string,
  text: string,
  asOf: string,
  candidates: readonly string[],
): InputError {
  return new InputError(
    `${kind} ${quote(text)} did not exist on ${asOf}: ${candidates.join('; ')}. Give a day on which it did.`,
    'unknown-place',
    { kind, text, asOf, candidates },
  )
}

export function ambiguousPlace(
  kind: string,
  text: string,
  asOf: string | undefined,
  candidates: readonly string[],
  remedy = 'Give one of these codes, or a date at which only one existed.',
): InputError {
  const when = asOf === undefined ? '' : ` as of ${asOf}`
  return new InputError(
    `${kind} ${quote(text)}${when} is ambiguous: ${candidates.join('; ')}. ${remedy}`,
    'ambiguous-place',
    { kind, text, asOf, candidates },
  )
}

/** One problem in a study file: the path of the key, and what is wrong with it. */
export interface StudyProblem {
  readonly path: string
  readonly problem: string
}

export function badStudy(file: string, problems: readonly StudyProblem[]): InputError {
  const lines = problems.map(({ path, problem }) => `  ${path === '' ? '(the whole file)' : path}: ${problem}`)
  return new InputError(
    `${file}: not a valid study file:\n${lines.join('\n')}\nThe allowed keys and values are in ` +
      `schemas/study.schema.json.`,
    'bad-study',
    { file, problems },
  )
}

export function unknownStudy(name: string, known: readonly string[]): InputError {
  return new InputError(
    `unknown study ${quote(name)}. Built in: ${list(known)}. For a study of your own give the path of its ` +
      `file, for example ./my-ward.json.`,
    'unknown-study',
    { name, known },
  )
}

export function missingDataset(file: string): InputError {
  return new InputError(
    `${file}: this data file is missing. Install wardstick again, or rebuild the tables with: npm run ` +
      `data:build -- --sources FOLDER`,
    'missing-dataset',
    { file },
  )
}

export function alteredDataset(file: string, expected: string, found: string): InputError {
  return new InputError(
    `${file}: this data file is not the one its descriptor describes (sha256 ${found.slice(0, 16)}..., ` +
      `expected ${expected.slice(0, 16)}...). ` +
      'Install wardstick again, or rebuild the tables with: npm run data:build -- --sources FOLDER',
    'altered-dataset',
    { file, expected, found },
  )
}

/** A package that only some users need is not there; `remedy` says how it is installed. */
export function missingPackage(name: string, purpose: string, remedy: string): InputError {
  return new InputError(`${purpose} needs the package ${name}, which is not installed. ${remedy}`, 'missing-package', {
    name,
    purpose,
  })
}

export function unwritable(
  folder: string,
  reason: string,
  remedy = 'Choose a folder that you may write to with --out FOLDER.',
): InputError {
  return new InputError(`cannot write to ${folder}: ${reason}. ${remedy}`, 'unwritable', { folder, reason })
}

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'it is on a disk that can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'a file would be larger than the system allows',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  ENOENT: 'a part of the path is missing, or was deleted meanwhile',
  EIO: 'the disk does not work',
}

/** What the system says, in words where they are known; its own words stand in brackets. */
function problemInWords(cause: unknown): string {
  const { code = '', syscall = '', message = String(cause) } = cause as Partial<Record<string, string>>
  const words = syscall === 'uv_cwd' ? WORKING_FOLDER_DELETED : FILE_PROBLEMS[code]
  return words === undefined ? message : `${words} (${message})`
}

/** A folder of results that the system refuses to write. */
export function failedWrite(folder: string, cause: unknown): InputError {
  return unwritable(folder, problemInWords(cause))
}

/** What was printed does not reach the file or device that it was sent to. */
export function failedOutput(cause: unknown): InputError {
  return unwritable('the standard output', problemInWords(cause), 'Send it to a file on a disk with room.')
}

/** A file that changed between being read and being written is left as it is. */
export function savedMeanwhile(file: string): InputError {
  return new InputError(
    `${file} was saved by another program while its cells ran; it is left as it is, and the outputs of this run are ` +
      'not written. Run it again.',
    'saved-meanwhile',
    { file },
  )
}

export function badChart(chart: string, problem: string): InputError {
  return new InputError(`chart ${quote(chart)}: ${problem}`, 'bad-chart', { chart, problem })
}

export function badPage(where: string, problem: string): InputError {
  return new InputError(`page, ${where}: ${problem}`, 'bad-page', { where, problem })
}

export function missingRuntime(file: string): InternalError {
  return new InternalError(
    `${file}: the script that draws the charts of a page is missing. Run 'npm run build', or install wardstick again.`,
    'internal',
    { file },
  )
}

export function noBrowser(file: string, reason: string): InputError {
  return new InputError(`no browser could be opened (${reason}). Open ${file} by hand.`, 'no-browser', { file, reason })
}

/** One thing that went wrong in a cell, at a line of it where that is known. */
export interface CellProblem {
  readonly line: number | null
  readonly problem: string
}

/** A cell is named by the number that Jupyter gives it when the notebook is run from its top. */
export function failedCell(file: string, cell: number, problems: readonly CellProblem[]): InputError {
  const lines = problems.map(
    ({ line, problem }) => `${file}, cell ${cell}${line === null ? '' : `, line ${line}`}: ${problem}`,
  )
  return new InputError(lines.join('\n'), 'failed-cell', { file, cell, problems })
}

export function failedKernel(file: string, problem: string): InputError {
  return new InputError(`${file}: ${problem}`, 'failed-cell', { file, problem })
}

export function changedOutputs(
  file: string,
  changes: readonly { readonly cell: number; readonly difference: string }[],
): InputError {
  const lines = changes.map(
    ({ cell, difference }) => `${file}, cell ${cell}: another output than the file has: ${difference}`,
  )
  return new InputError(
    `${lines.join('\n')}\nLook at the change; if it is right, write it with: wardstick notebook run ${file}`,
    'changed-output',
    { file, changes },
  )
}

export function failedCommand(command: string, folder: string, reason: string): InputError {
  return new InputError(
    `'${command}' failed in ${folder}: ${reason}. Put right what it says above, or run it there by hand.`,
    'failed-command',
    { command, folder, reason },
  )
}

export function usage(problem: string): InputError {
  return new InputError(`${problem} Run 'wardstick --help' for the commands and their options.`, 'usage', { problem })
}

export function internal(problem: string, data: ErrorData = {}): InternalError {
  return new InternalError(
    `wardstick has a fault: ${problem}. Please report it with the command that you ran.`,
    'internal',
    data,
  )
}

/** An indicator of which nothing is there for any of the periods asked for. */
export function notAvailable(id: string, asked: string, available: string): InputError {
  return new InputError(`The indicator ${id} is not available for ${asked}: ${available}.`, 'not-available', {
    indicator: id,
    asked,
    available,
  })
}
