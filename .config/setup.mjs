/**
 * Brings a checkout to the state in which wardstick runs: the packages of the lockfile, and `dist/` built from `src/`.
 * Each step is skipped when a hash says that its result is there already.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const inRoot = (...parts) => join(root, ...parts)

requireNode(20, 19)
step({
  what: 'installing the packages of package-lock.json (npm ci)',
  stamp: inRoot('node_modules', '.wardstick-lock'),
  result: inRoot('node_modules', 'typescript'),
  inputs: [inRoot('package-lock.json')],
  run: () => {
    npm('ci', '--include=dev', '--loglevel=error')
    linkItself()
  },
})
step({
  what: 'building dist/ from src/ (tsc, esbuild)',
  stamp: inRoot('node_modules', '.wardstick-source'),
  result: inRoot('dist', 'render', 'page', 'browserScript.js'),
  inputs: [
    inRoot('tsconfig.json'),
    inRoot('package-lock.json'),
    inRoot('.config', 'bundle.mjs'),
    ...filesBelow(inRoot('src')),
  ],
  run: () => {
    rmSync(inRoot('dist'), { recursive: true, force: true })
    execFileSync(
      process.execPath,
      [inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-p', inRoot('tsconfig.json')],
      { cwd: root, stdio: 'inherit' },
    )
    execFileSync(process.execPath, [inRoot('.config', 'bundle.mjs')], { cwd: root, stdio: 'inherit' })
  },
})

/** Lets `notebooks/` import wardstick by its name, as a notebook elsewhere does from its own node_modules. */
function linkItself() {
  rmSync(inRoot('node_modules', 'wardstick'), { recursive: true, force: true })
  symlinkSync(root, inRoot('node_modules', 'wardstick'), 'junction')
}

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number)
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return
  console.error(
    `wardstick needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}. Install a ` +
      `current Node and run the command again.`,
  )
  process.exit(2)
}

function step({ what, stamp, result, inputs, run }) {
  const wanted = hashOf(inputs)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error(`wardstick: ${what} ...`)
  try {
    run()
  } catch (error) {
    console.error(`wardstick: ${what} failed: ${error.message}`)
    process.exit(1)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function npm(...args) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) execFileSync(process.execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
  else
    execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    })
}
