import { spawn } from 'node:child_process'
import { failedCommand, missingPackage } from '../errors.js'
import { hasPackages } from './scaffold.js'
import { TSLAB } from './tslab.js'

/**
 * Installs the packages that the package.json of a folder asks for; npm writes to the error stream what it does.
 *
 * @throws InputError `failed-command` when npm fails; `missing-package` when the folder's own package.json does not ask
 * for what notebooks need.
 */
export async function installPackages(folder: string): Promise<void> {
  const failed = (reason: string): Error => failedCommand('npm install', folder, reason)
  const isWindows = process.platform === 'win32'
  await new Promise<void>((done, fail) => {
    const npm = spawn(isWindows ? 'npm.cmd' : 'npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      shell: isWindows,
    })
    npm.once('error', (error) => fail(failed(`npm could not be started (${error.message})`)))
    npm.once('exit', (code, signal) =>
      code === 0 ? done() : fail(failed(`it ended with ${signal ?? code ?? 'nothing'}`)),
    )
  })
  if (!hasPackages(folder))
    throw missingPackage(
      TSLAB.name,
      'A notebook',
      `Run in ${folder}: npm install ${TSLAB.name}@${TSLAB.version} wardstick`,
    )
}
