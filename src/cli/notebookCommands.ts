import { join, relative } from 'node:path'
import { InputError, changedOutputs, usage } from '../errors.js'
import { changedCells, cellsThatRun } from '../notebooks/compareOutputs.js'
import { writeNotebook } from '../notebooks/file.js'
import { installPackages } from '../notebooks/install.js'
import { findJupyterLab, startJupyterLab } from '../notebooks/jupyterLab.js'
import { type NotebookRun, type NotebookRunOptions, runNotebook } from '../notebooks/run.js'
import { scaffold } from '../notebooks/scaffold.js'
import { progressOn } from './progress.js'

/** What `notebook run` was asked for. */
export interface NotebookRunCommand {
  readonly check?: true
  readonly allowErrors?: true
  /** Seconds, as written. */
  readonly timeout: string
  /** Megabytes, as written. */
  readonly maxOutput: string
}

/** Errors of which the notebook, and not how the command was given, is the reason. */
const OF_NOTEBOOKS: readonly string[] = ['failed-cell', 'changed-output']

/** Runs notebooks, each for itself; one that fails is told, keeps what ran, and the others are run all the same. */
export async function notebookRunCommand(files: readonly string[], command: NotebookRunCommand): Promise<void> {
  const options: NotebookRunOptions = {
    timeout: numberAboveZero('--timeout', command.timeout, 'seconds'),
    maxOutput: numberAboveZero('--max-output', command.maxOutput, 'megabytes'),
    allowErrors: command.allowErrors === true,
  }
  for (const file of files) {
    try {
      await (command.check === true ? checkNotebook(file, options) : rewriteNotebook(file, options))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      tellError(error)
    }
  }
}

function numberAboveZero(option: string, written: string, unit: string): number {
  const number = Number(written)
  if (!(number > 0)) throw usage(`${option}: '${written}' is not a number of ${unit} above 0.`)
  return number
}

function tellError(error: InputError): void {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = OF_NOTEBOOKS.includes(error.code) ? Math.max(Number(process.exitCode ?? 0), 1) : 2
}

async function rewriteNotebook(file: string, options: NotebookRunOptions): Promise<void> {
  const run = await runWithProgress(file, options)
  const isChanged = await writeNotebook(file, run.ran, run.content)
  print(`${file}: ${whatRan(run, isChanged)}`)
  tellFailures(run, options)
}

async function checkNotebook(file: string, options: NotebookRunOptions): Promise<void> {
  const run = await runWithProgress(file, options)
  tellFailures(run, options)
  if (!run.isWhole) return
  const changes = changedCells(run.committed, run.ran)
  if (changes.length > 0) throw changedOutputs(file, changes)
  print(`${file}: ${whatRan(run, false)}`)
}

/** Errors that were allowed are counted, and stand in the file; others are told. */
function tellFailures({ failures, isWhole }: NotebookRun, { allowErrors }: NotebookRunOptions): void {
  if (allowErrors === true && isWhole) return
  failures.forEach(tellError)
}

function runWithProgress(file: string, options: NotebookRunOptions): Promise<NotebookRun> {
  return progressOn(process.stderr).during((step) => {
    step(`running ${file}`)
    return runNotebook(file, options)
  })
}

function whatRan({ ran, failures }: NotebookRun, isWritten: boolean): string {
  const all = cellsThatRun(ran)
  const started = all.filter(({ execution_count }) => execution_count !== null).length
  const isOne = all.length === 1
  const some = `${started === all.length ? started : `${started} of ${all.length}`} ${isOne ? 'cell' : 'cells'} ran`
  const failed =
    failures.length === 0 ? '' : `, with ${failures.length === 1 ? 'an error' : `${failures.length} errors`}`
  const now = isWritten ? 'written' : isOne ? 'the one in the file' : 'those in the file'
  return `${some}${failed}; ${isOne ? 'its output is' : 'their outputs are'} ${now}`
}

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
