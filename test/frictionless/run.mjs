/**
 * Validates every data package of `data/`, and one table of `tableWithDescriptor`, with the reference implementation of
 * the Frictionless standards, installed by pip for it alone. Ends with a line `N passed, N failed`.
 */
import { deepStrictEqual as same } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const FRICTIONLESS = '5.21.0'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'wardstick-frictionless-'))
const python = join(folder, 'python', 'bin', 'python')
const run = (command, args) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 26 })

const results = []
async function check(what, work) {
  try {
    await work()
    results.push(true)
    console.log(`ok      ${what}`)
  } catch (error) {
    results.push(false)
    console.log(`failed  ${what}\n${[error.message, error.stdout, error.stderr].filter(Boolean).join('\n')}`)
  }
}

/** What frictionless has against a package or a resource: `resource: note`. */
function faultsOf(descriptor, ...args) {
  const report = JSON.parse(runPastFaults(['-m', 'frictionless', 'validate', '--json', ...args, descriptor]))
  const faults = report.tasks.flatMap(({ name, errors }) => errors.map(({ note }) => `${name}: ${note}`))
  return [...report.errors.map(({ note }) => note), ...faults]
}

/** Its report stands on the output also where it ends with 1. */
function runPastFaults(args) {
  try {
    return run(python, args)
  } catch (error) {
    if (error.stdout?.startsWith('{')) return error.stdout
    throw error
  }
}

await check(`frictionless ${FRICTIONLESS} installs by pip`, () => {
  run('python3', ['-m', 'venv', join(folder, 'python')])
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `frictionless==${FRICTIONLESS}`])
})
const { DATASETS } = await import(pathToFileURL(join(root, 'dist', 'datasets', 'index.js')).href)
const packages = Object.keys(DATASETS)
for (const name of packages)
  await check(`data/${name} is a valid data package`, () => {
    same(faultsOf(join(root, 'data', name, 'datapackage.json')), [])
  })

await check('a package whose table was altered is not valid', () => {
  cpSync(join(root, 'data', 'deflators'), join(folder, 'deflators'), { recursive: true })
  copyFileSync(join(root, 'data', 'deflators', 'quality.csv.gz'), join(folder, 'deflators', 'gdp-deflator.csv.gz'))
  const faults = faultsOf(join(folder, 'deflators', 'datapackage.json'))
  if (faults.length === 0) throw new Error('no fault was found')
})

await check('a table of tableWithDescriptor is a valid resource', async () => {
  const { tableWithDescriptor } = await import(pathToFileURL(join(root, 'dist', 'tables', 'index.js')).href)
  const { table } = await import('arquero')
  const homes = table({ code: ['01', '02'], homes: [150.5, null], open: [true, null], since: ['2010-03-31', null] })
  const fields = [{ name: 'since', type: 'date' }]
  const { csv, descriptor } = tableWithDescriptor(homes, {
    name: 'homes',
    title: 'Homes',
    fields,
    primaryKey: ['code'],
  })
  writeFileSync(join(folder, descriptor.path), csv)
  writeFileSync(join(folder, 'homes.resource.json'), JSON.stringify(descriptor))
  same(faultsOf(join(folder, 'homes.resource.json'), '--type', 'resource'), [])
})

rmSync(folder, { recursive: true, force: true })
const passed = results.filter(Boolean).length
console.log(`${passed} passed, ${results.length - passed} failed`)
process.exitCode = passed === results.length ? 0 : 1
