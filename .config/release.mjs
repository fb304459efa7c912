/**
 * Prepares a release of the version in package.json: checks what a release needs, runs every test, packs, and prints
 * what is left to do by hand. It publishes nothing.
 *
 *   npm run release                  in the folder of the repository
 *   npm run release -- --dry-run     checks alone
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const isDryRun = process.argv.includes('--dry-run')
const { version } = JSON.parse(textOf('package.json'))
const tag = `v${version}`

const faults = [...faultsOfVersion(), ...faultsOfChangelog(), ...faultsOfTree()]
for (const fault of faults) console.error(`not ready: ${fault}`)
if (faults.length > 0) process.exit(1)
console.log(`${tag} can be released: clean tree, one version, and CHANGELOG.md tells of it`)

const steps = [
  ['npm', 'test'],
  ['npm', 'run', 'test:package'],
  ['npm', 'pack'],
]
for (const [command, ...args] of steps) {
  console.log(`${isDryRun ? 'would run' : 'runs'}: ${[command, ...args].join(' ')}`)
  if (!isDryRun) execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
}
console.log(`
Left to do by hand:
  git tag -a ${tag} -m "wardstick ${version}"
  git push origin HEAD ${tag}
  npm publish wardstick-${version}.tgz
Then set the next version: npm version --no-git-tag-version X.Y.Z, CITATION.cff, and a heading in CHANGELOG.md.`)

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function faultsOfVersion() {
  const lock = JSON.parse(textOf('package-lock.json') || '{}').version
  const cited = /^version: *(\S+)$/m.exec(textOf('CITATION.cff'))?.[1]
  return [
    ['package-lock.json', lock],
    ['CITATION.cff', cited],
  ]
    .filter(([, found]) => found !== version)
    .map(([file, found]) => `${file} has version ${found ?? 'none'}, package.json has ${version}`)
}

/** The newest section must be that of the version, with something in it. */
function faultsOfChangelog() {
  const [, newest = ''] = textOf('CHANGELOG.md').split(/^## /m)
  const [heading = '', ...lines] = newest.split('\n')
  if (heading.split(' ')[0] !== version)
    return [`CHANGELOG.md begins with '${heading}', not with a section '## ${version}'`]
  return lines.join('').trim() === '' ? [`CHANGELOG.md says nothing of ${version}`] : []
}

function faultsOfTree() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain')
  return [
    ...(changed === '' ? [] : [`the tree is not clean:\n${changed}`]),
    ...(git('tag', '--list', tag) === '' ? [] : [`the tag ${tag} is there already: set a new version`]),
  ]
}
