import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { constants as system } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { failedCommand } from '../errors.js'
import { JUPYTER_FOLDER } from './kernelSpec.js'

const IS_WINDOWS = process.platform === 'win32'
const PROGRAM = IS_WINDOWS ? 'jupyter-lab.exe' : 'jupyter-lab'
const SIGNALS = ['SIGTERM', 'SIGHUP'] as const

/** The JupyterLab of a folder: the one of its own `.venv`, or else the first on the path. */
export async function findJupyterLab(folder: string, path = process.env['PATH'] ?? ''): Promise<string | undefined> {
  const folders = [
    join(resolve(folder), '.venv', IS_WINDOWS ? 'Scripts' : 'bin'),
    ...path.split(delimiter).filter((each) => each !== ''),
  ]
  const found = await Promise.all(folders.map((each) => isProgram(join(each, PROGRAM))))
  const [first] = folders.filter((_, i) => found[i])
  return first === undefined ? undefined : join(first, PROGRAM)
}

const isProgram = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

/**
 * Starts JupyterLab in a folder, with the kernel of the folder and the Node that runs this, and waits until it ends.
 *
 * Ctrl-C reaches it at once, as it shares the terminal, and it asks whether to end; other signals are passed on.
 *
 * @returns its exit code.
 * @throws InputError `failed-command` when it cannot be started.
 */
export async function startJupyterLab(
  program: string,
  folder: string,
  options: readonly string[] = [],
): Promise<number> {
  const { PATH = '', JUPYTER_PATH = '' } = process.env
  const joined = (...paths: string[]): string => paths.filter((each) => each !== '').join(delimiter)
  const env = {
    ...process.env,
    PATH: joined(dirname(process.execPath), PATH),
    JUPYTER_PATH: joined(join(resolve(folder), JUPYTER_FOLDER), JUPYTER_PATH),
  }
  const lab = spawn(program, [...options], { cwd: resolve(folder), env, stdio: 'inherit' })
  const pass = (signal: NodeJS.Signals): void => void lab.kill(signal)
  const wait = (): void => undefined
  process.on('SIGINT', wait)
  SIGNALS.forEach((signal) => process.on(signal, pass))
  try {
    return await new Promise<number>((done, fail) => {
      lab.once('error', (error) => fail(failedCommand(program, folder, error.message)))
      lab.once('exit', (code, signal) => done(code ?? 128 + (signal === null ? 0 : system.signals[signal])))
    })
  } finally {
    process.off('SIGINT', wait)
    SIGNALS.forEach((signal) => process.off(signal, pass))
  }
}
