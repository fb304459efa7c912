import { join, relative, resolve } from 'node:path'

/** Where the kernel of a project stands, below the folder that JUPYTER_PATH names. */
export const KERNEL_FOLDER = 'jupyter/kernels/tslab'
/** The folder that JUPYTER_PATH names, in the project. */
export const JUPYTER_FOLDER = 'jupyter'

/** A server that is ended by a second Ctrl-C ends without its kernels, and tslab does not end by itself. */
const END_WITH_SERVER = `// Ends the kernel when the Jupyter server that started it is gone.
const server = process.ppid
setInterval(() => {
  if (process.ppid !== server) process.exit()
}, 1000).unref()
`

/**
 * The files of the kernel of a project, by path below it. Jupyter puts the folder of the kernel in the place of
 * `{resource_dir}`, so that the project can be moved.
 *
 * @param folder the project.
 * @param tslab the folder of its tslab.
 */
export function kernelFiles(folder: string, tslab: string): ReadonlyMap<string, string> {
  const path = relative(join(resolve(folder), KERNEL_FOLDER), tslab).replaceAll('\\', '/')
  const kernel = {
    argv: [
      'node',
      '--require',
      '{resource_dir}/endWithServer.cjs',
      `{resource_dir}/${path}/bin/tslab`,
      'kernel',
      '--config-path',
      '{connection_file}',
    ],
    display_name: 'TypeScript (wardstick)',
    language: 'typescript',
  }
  return new Map([
    [`${KERNEL_FOLDER}/kernel.json`, `${JSON.stringify(kernel, null, 2)}\n`],
    [`${KERNEL_FOLDER}/endWithServer.cjs`, END_WITH_SERVER],
  ])
}
