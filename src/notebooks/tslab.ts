import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { missingPackage } from '../errors.js'

/** The notebook kernel, in the version of which wardstick knows the inner parts that it uses. */
export const TSLAB = { name: 'tslab', version: '1.0.22' } as const

/**
 * The folder of the tslab that notebooks of a folder use: their own, or else the one beside wardstick, whose module
 * `own` is.
 */
export function findTslab(folder: string, own = import.meta.url): string | undefined {
  return findPackage(folder, TSLAB.name) ?? packageFrom(own, TSLAB.name)
}

/** The folder of a package that notebooks of a folder find. */
export const findPackage = (folder: string, name: string): string | undefined =>
  packageFrom(join(resolve(folder), 'notebook.js'), name)

function packageFrom(place: string, name: string): string | undefined {
  try {
    return dirname(createRequire(place).resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}

/** @throws InputError `missing-package` when there is none. */
export function requireTslab(folder: string, own = import.meta.url): string {
  const found = findTslab(folder, own)
  if (found === undefined)
    throw missingPackage(
      TSLAB.name,
      'Running a notebook',
      `Run in ${folder}: npm install ${TSLAB.name}@${TSLAB.version}`,
    )
  return found
}
