import { join, relative, resolve } from 'node:path'

/** Where the kernel of a project stands, below the folder that JUPYTER_PATH names. */
export const KERNEL_FOLDER = 'jupyter/kernels/tslab'
/** The folder that JUPYTER_PATH names, in the project. */
export const JUPYTER_FOLDER = 'jupyter'

/** The folders of the packages that a kernel is made of. */
export interface KernelPackages {
  readonly tslab: string
  readonly wardstick: string
}

/**
 * The files of the kernel of a project, by path below it. They name one another and the packages from where they lie,
 * so that the project can be moved; Jupyter puts the folder of the kernel in the place of `{resource_dir}`.
 *
 * @param folder the project.
 */
export function kernelFiles(folder: string, { tslab, wardstick }: KernelPackages): ReadonlyMap<string, string> {
  const from = (target: string): string => addressOf(relative(join(resolve(folder), KERNEL_FOLDER), target))
  const kernel = {
    argv: ['node', '{resource_dir}/kernel.mjs', 'kernel', '--config-path', '{connection_file}'],
    display_name: 'TypeScript (wardstick)',
    language: 'typescript',
  }
  const start = `import { fileURLToPath } from 'node:url'
import { startJupyterKernel } from '${from(wardstick)}/dist/notebooks/jupyterKernel.js'

startJupyterKernel(fileURLToPath(new URL('${from(tslab)}', import.meta.url)))
`
  return new Map([
    [`${KERNEL_FOLDER}/kernel.json`, `${JSON.stringify(kernel, null, 2)}\n`],
    [`${KERNEL_FOLDER}/kernel.mjs`, start],
  ])
}

/** A relative path as a module may import it. */
const addressOf = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll("'", '%27'))
    .join('/')
