import { join, relative } from 'node:path'
import { InputError, changedOutputs, usage } from '../errors.js'
import { changedCells, cellsThatRun } from '../notebook/compareOutputs.js'
import { type Notebook, writeNotebook } from '../notebook/file.js'
import { installPackages } from '../notebook/install.js'
import { findJupyterLab, startJupyterLab } from '../notebook/jupyterLab.js'
import { runNotebook } from '../notebook/run.js'
import { scaffold } from '../notebook/scaffold.js'
import { progressOn } from './progress.js'

/** What `notebook run` was asked for. */
export interface NotebookRunCommand {
  readonly check?: true
  /** Seconds, as written. */
  readonly timeout: string
}

/** Runs notebooks, each for itself; a failing one keeps its file, is told, and the others are run all the same. */
export async function notebookRunCommand(
  files: readonly string[],
  { check, timeout }: NotebookRunCommand,
): Promise<void> {
  const seconds = Number(timeout)
  if (!(seconds > 0)) throw usage(`--timeout: '${timeout}' is not a number of seconds above 0.`)
  for (const file of files) {
    try {
      print(await (check === true ? checkedNotebook(file, seconds) : writtenNotebook(file, seconds)))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      process.stderr.write(`${error.message}\n`)
      process.exitCode =
        error.code === 'failed-cell' || error.code === 'changed-output' ? Math.max(Number(process.exitCode ?? 0), 1) : 2
    }
  }
}

async function writtenNotebook(file: string, timeout: number): Promise<string> {
  const { ran } = await runWithProgress(file, timeout)
  const isChanged = await writeNotebook(file, ran)
  return isChanged
    ? `${file}: ${outcome(ran, 'its output is written', 'their outputs are written')}`
    : `${file}: ${unchanged(ran)}`
}

async function checkedNotebook(file: string, timeout: number): Promise<string> {
  const { committed, ran } = await runWithProgress(file, timeout)
  const changes = changedCells(committed, ran)
  if (changes.length > 0) throw changedOutputs(file, changes)
  return `${file}: ${unchanged(ran)}`
}

function runWithProgress(file: string, timeout: number): ReturnType<typeof runNotebook> {
  return progressOn(process.stderr).during((step) => {
    step(`running ${file}`)
    return runNotebook(file, { timeout })
  })
}

function outcome(ran: Notebook, one: string, many: string): string {
  const cells = cellsThatRun(ran).length
  return cells === 1 ? `1 cell ran; ${one}` : `${cells} cells ran; ${many}`
}

const unchanged = (ran: Notebook): string =>
  outcome(ran, 'its output is the one in the file', 'their outputs are those in the file')

/** What `notebook` was asked for. */
export interface NotebookCommand {
  readonly install: boolean
  readonly start: boolean
}

/** Makes a folder one in which notebooks run, and starts JupyterLab in it where there is one. */
export async function notebookCommand(
  folder: string,
  jupyterOptions: readonly string[],
  { install, start }: NotebookCommand,
): Promise<void> {
  if (folder.startsWith('-'))
    throw usage(
      `'${folder}' stands where the folder belongs. Options of JupyterLab come after the folder: wardstick ` +
        `notebook notebooks -- ${folder}. A folder of that name is written ./${folder}.`,
    )
  const { written, toInstall } = await scaffold(folder)
  print(
    written.length === 0
      ? `${folder}: everything that notebooks need is there`
      : [`Written to ${folder}:`, ...written.map((file) => `  ${file}`)].join('\n'),
  )
  if (toInstall && install) {
    print(`Installing the packages of ${folder} (npm install) ...`)
    await installPackages(folder)
  } else if (toInstall) print(`Its packages are not installed. Run in ${folder}: npm install`)
  if (!start) return
  const lab = await findJupyterLab(folder)
  if (lab === undefined) print(withoutJupyter(folder))
  else process.exitCode = await startJupyterLab(lab, folder, jupyterOptions)
}

function withoutJupyter(folder: string): string {
  const isWindows = process.platform === 'win32'
  const where = relative(process.cwd(), folder) === '' ? '.' : folder
  const venv = join(where, '.venv')
  const [python, pip] = isWindows ? ['py', join(venv, 'Scripts', 'pip')] : ['python3', join(venv, 'bin', 'pip')]
  return [
    'JupyterLab is not on the path. To get it (it needs Python):',
    `  ${python} -m venv ${quoted(venv)}`,
    `  ${quoted(pip)} install "jupyterlab==4.6.*"`,
    `  npx wardstick notebook ${quoted(where)}`,
    'Notebooks run without it too:',
    `  npx wardstick notebook run ${quoted(join(where, 'first.ipynb'))}`,
  ].join('\n')
}

/** A path as it can be pasted into a terminal. */
const quoted = (path: string): string => (/^[\w./\\:~-]+$/.test(path) ? path : `"${path}"`)

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
