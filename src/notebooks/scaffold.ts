import { readFileSync } from 'node:fs'
import { mkdir, readdir, realpath, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unwritable } from '../errors.js'
import { printNotebook } from './file.js'
import { FIRST_NOTEBOOK } from './firstNotebook.js'
import { type KernelPackages, kernelFiles } from './kernelSpec.js'
import { TSLAB, findPackage } from './tslab.js'

/** What was done to a folder to make notebooks run in it. */
export interface Scaffolded {
  /** The files written, by path below the folder. */
  readonly written: readonly string[]
  /** Whether packages have still to be installed in it. */
  readonly toInstall: boolean
}

const REMEDY = 'Choose another folder: wardstick notebook FOLDER'
/**
 * A package that lies in a folder is copied, not linked: from a link TypeScript would not find the types of its
 * packages in a cell.
 */
const NPM_OPTIONS = 'install-links=true\n'
const IGNORED = 'node_modules/\n.venv/\n.ipynb_checkpoints/\n'

/**
 * Makes a folder one in which notebooks run: packages, the kernel, a first notebook. Only what is missing is written; a
 * file that is there is never changed. Where wardstick and tslab are found from the folder, no packages are asked for;
 * where it has a notebook, no first one is added.
 *
 * @throws InputError `unwritable`.
 */
export async function scaffold(where: string): Promise<Scaffolded> {
  try {
    await mkdir(resolve(where), { recursive: true })
    // The packages are found where they really lie: the way to them is to stay within the folder, so that it can be
    // moved.
    const folder = await realpath(where)
    const there = await readdir(folder)
    const files = await wantedFiles(folder, there)
    const written: string[] = []
    for (const [path, content] of files) if (await writeNew(join(folder, path), content)) written.push(path)
    return { written, toInstall: !hasPackages(folder) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw unwritable(
      where,
      code === 'EEXIST' || code === 'ENOTDIR' ? 'it is a file, or lies below one' : message,
      REMEDY,
    )
  }
}

async function wantedFiles(folder: string, there: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ownProject: [string, string][] =
    hasPackages(folder) || there.includes('package.json')
      ? []
      : [
          ['package.json', `${JSON.stringify(await manifest(), null, 2)}\n`],
          ['.npmrc', NPM_OPTIONS],
          ['.gitignore', IGNORED],
        ]
  const first: [string, string][] = there.some((name) => name.endsWith('.ipynb'))
    ? []
    : [['first.ipynb', printNotebook(FIRST_NOTEBOOK)]]
  return new Map([...ownProject, ...kernelFiles(folder, packagesOf(folder)), ...first])
}

/** Where the packages of a folder are, or will be once they are installed. */
function packagesOf(folder: string): KernelPackages {
  const found = (name: string): string | undefined => (hasPackages(folder) ? findPackage(folder, name) : undefined)
  const inFolder = (name: string): string => found(name) ?? join(folder, 'node_modules', name)
  return { tslab: inFolder(TSLAB.name), wardstick: inFolder('wardstick') }
}

/** Writes a file that is not there. */
async function writeNew(file: string, content: string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true })
  return writeFile(file, content, { flag: 'wx' }).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    },
  )
}

/** Whether a notebook of the folder finds wardstick and tslab. */
export function hasPackages(folder: string): boolean {
  return ['wardstick', TSLAB.name].every((name) => findPackage(folder, name) !== undefined)
}

const OWN_FOLDER = fileURLToPath(new URL('../../', import.meta.url))

interface OwnManifest {
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
}

/** The package.json of a project: wardstick as it runs here, and the versions of the others that it knows. */
async function manifest(): Promise<object> {
  const { version, dependencies } = JSON.parse(readFileSync(join(OWN_FOLDER, 'package.json'), 'utf8')) as OwnManifest
  const [arquero, flechette] = [dependencies['arquero'], dependencies['@uwdata/flechette']]
  const own = (await realpath(OWN_FOLDER)).replaceAll('\\', '/').replace(/\/$/, '')
  return {
    private: true,
    dependencies: { arquero, [TSLAB.name]: TSLAB.version, wardstick: isFromRegistry(own) ? version : `file:${own}` },
    overrides: { '@uwdata/flechette': flechette },
  }
}

interface InstalledPackages {
  readonly packages: Readonly<Record<string, { readonly resolved?: string }>>
}

/** Whether a folder is a package that npm installed from a registry: not a checkout, nor a tarball of one's own. */
export function isFromRegistry(own: string): boolean {
  if (basename(dirname(own)) !== 'node_modules') return false
  try {
    const { packages } = JSON.parse(readFileSync(join(dirname(own), '.package-lock.json'), 'utf8')) as InstalledPackages
    return packages[`node_modules/${basename(own)}`]?.resolved?.startsWith('http') ?? true
  } catch {
    return true
  }
}
