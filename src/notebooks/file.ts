import { randomUUID } from 'node:crypto'
import { type Stats, constants } from 'node:fs'
import { type FileHandle, access, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { InputError, badFile, failedRead, savedMeanwhile, unwritable } from '../errors.js'

const JSON_MIME = /^application\/(.*\+)?json$/
/** The kinds of data of which Jupyter writes the text as a list of lines, so that a change is seen line by line. */
const LINES_MIME = /^(text\/.*|image\/svg\+xml|application\/javascript)$/

const text = z
  .union([z.string(), z.array(z.string())], 'text, or a list of lines')
  .transform((value) => (typeof value === 'string' ? value : value.join('')))
const object = z.record(z.string(), z.unknown(), 'an object')
const bundle = object.transform((data) =>
  Object.fromEntries(Object.entries(data).map(([mime, value]) => [mime, JSON_MIME.test(mime) ? value : joined(value)])),
)
const count = z.int().nonnegative().nullable()
const outputForm = z.discriminatedUnion('output_type', [
  z.strictObject({ output_type: z.literal('stream'), name: z.string(), text }),
  z.strictObject({ output_type: z.literal('display_data'), data: bundle, metadata: object }),
  z.strictObject({ output_type: z.literal('execute_result'), data: bundle, metadata: object, execution_count: count }),
  z.strictObject({
    output_type: z.literal('error'),
    ename: z.string(),
    evalue: z.string(),
    traceback: z.array(z.string()),
  }),
])
const everyCell = {
  id: z.string().regex(/^[\w-]{1,64}$/, '1 to 64 letters, digits, hyphens and underscores'),
  metadata: object,
  source: text,
  attachments: object.optional(),
}
const cellForm = z.discriminatedUnion('cell_type', [
  z.strictObject({ cell_type: z.literal('markdown'), ...everyCell }),
  z.strictObject({ cell_type: z.literal('raw'), ...everyCell }),
  z.strictObject({ cell_type: z.literal('code'), ...everyCell, execution_count: count, outputs: z.array(outputForm) }),
])
const notebookForm = z.strictObject({
  cells: z.array(cellForm),
  metadata: object,
  nbformat: z.literal(4),
  nbformat_minor: z.int().min(5),
})

/** A notebook as its file holds it (nbformat 4.5), with every text as one string. */
export type Notebook = z.output<typeof notebookForm>
/** A cell of a notebook: code with its outputs, or text. */
export type Cell = Notebook['cells'][number]
/** A cell of code. */
export type CodeCell = Extract<Cell, { cell_type: 'code' }>
/** Something that a cell printed or displayed. */
export type Output = z.output<typeof outputForm>

/**
 * Reads a notebook.
 *
 * @throws InputError `missing-file`; `bad-file` naming the cell (of all cells, from 1) and what is wrong in it.
 */
export async function readNotebook(file: string): Promise<Notebook> {
  return (await readNotebookFile(file)).notebook
}

/** Reads a notebook, with the text of its file, by which {@link writeNotebook} sees whether it was saved meanwhile. */
export async function readNotebookFile(
  file: string,
): Promise<{ readonly notebook: Notebook; readonly content: string }> {
  const content = await textOf(file)
  return { notebook: parseNotebook(file, content), content }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(resolve(file), 'utf8')
  } catch (error) {
    throw failedRead(file, error, 'Give the path of a notebook, such as notebooks/first.ipynb.')
  }
}

/** A notebook from the text of its file. */
export function parseNotebook(file: string, content: string): Notebook {
  const { data, error } = notebookForm.safeParse(parsedJson(file, content))
  const [issue] = error?.issues ?? []
  if (data === undefined)
    throw notNotebook(file, `${placeOf(issue?.path ?? [])}: ${issue?.message ?? 'not of the form'}`)
  const ids = data.cells.map(({ id }) => id)
  const again = ids.findIndex((id, i) => ids.indexOf(id) < i)
  if (again >= 0)
    throw notNotebook(file, `cell ${again + 1}, 'id': the same as that of cell ${ids.indexOf(ids[again] ?? '') + 1}`)
  return data
}

function parsedJson(file: string, content: string): unknown {
  try {
    return JSON.parse(content)
  } catch (error) {
    throw notNotebook(file, (error as SyntaxError).message)
  }
}

function placeOf([first, index, ...field]: readonly PropertyKey[]): string {
  if (first === undefined) return 'the whole file'
  if (first !== 'cells' || typeof index !== 'number') return `'${String(first)}'`
  return `cell ${index + 1}${field.length === 0 ? '' : `, '${field.join('.')}'`}`
}

const notNotebook = (file: string, problem: string): Error =>
  badFile(file, `not a notebook of nbformat 4.5: ${problem}`, 'Open it in JupyterLab and save it again.')

/** The text of a notebook's file: the bytes that Jupyter writes, the same for the same notebook. */
export function printNotebook({ cells, ...rest }: Notebook): string {
  return `${JSON.stringify(sorted({ ...rest, cells: cells.map(printedCell) }), null, 1)}\n`
}

function printedCell(cell: Cell): object {
  const source = lines(cell.source)
  return cell.cell_type === 'code' ? { ...cell, source, outputs: cell.outputs.map(printedOutput) } : { ...cell, source }
}

function printedOutput(output: Output): object {
  if (output.output_type === 'stream') return { ...output, text: lines(output.text) }
  if (output.output_type === 'error') return output
  return {
    ...output,
    data: Object.fromEntries(
      Object.entries(output.data).map(([mime, value]) => [
        mime,
        typeof value === 'string' && LINES_MIME.test(mime) ? lines(value) : value,
      ]),
    ),
  }
}

/**
 * Writes a notebook in the place of its file, whole or not at all; a file that holds the same bytes is left alone. The
 * file keeps its mode.
 *
 * @param since the text of the file when it was read: where the file holds another by now, it is left as it is.
 * @returns whether the file is another than it was.
 * @throws InputError `unwritable`, `saved-meanwhile`.
 */
export async function writeNotebook(file: string, notebook: Notebook, since?: string): Promise<boolean> {
  const content = printNotebook(notebook)
  try {
    const target = await realpath(file).catch(() => file)
    const now = await readFile(target, 'utf8').catch(() => undefined)
    if (now === content) return false
    if (since !== undefined && now !== since) throw savedMeanwhile(file)
    await replace(target, content)
    return true
  } catch (error) {
    if (error instanceof InputError) throw error
    throw unwritable(file, (error as Error).message, 'Copy the notebook into a folder that you may write to.')
  }
}

async function replace(file: string, content: string): Promise<void> {
  const fresh = join(dirname(file), `.${basename(file)}.${randomUUID()}`)
  const before = await stat(file).catch(() => undefined)
  if (before !== undefined) await access(file, constants.W_OK)
  try {
    const handle = await open(fresh, 'wx')
    try {
      await handle.writeFile(content)
      if (before !== undefined) await keepOwnerAndMode(handle, before)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(fresh, file)
  } finally {
    await rm(fresh, { force: true })
  }
}

/** A new file gets the mode of the one that it replaces, and its owner where we may give it away. */
async function keepOwnerAndMode(handle: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  await handle.chown(uid, gid).catch(() => undefined)
  await handle.chmod(mode & MODE_BITS)
}

const MODE_BITS = 0o7777

function joined(value: unknown): unknown {
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join('') : value
}

function lines(content: string): string[] {
  return content === '' ? [] : content.split(/(?<=\n)/)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
