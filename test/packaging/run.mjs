/**
 * Packs wardstick, installs the tarball in an empty folder, and uses it there as its users do: every entry resolved and
 * type-checked under Node10 with TypeScript 5.0 (the notebook kernel's), Node16 and bundler resolution, and run as an
 * ES module and by require. Ends with a line `N passed, N failed`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'wardstick-package-'))
const run = (command, args, cwd = folder) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
const npm = (...args) => run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'])

const CONSUMER = `import {
  type FinancialYear,
  type Value,
  WardstickError,
  deflator,
  financialYear,
  matchNearest,
  percentChange,
} from 'wardstick'
import { accessIndex, fromNationalGrid, wardFeatures, wardLocator } from 'wardstick/geography'
import { type WardRow, readNumber } from 'wardstick/tables'
import { type Descriptor, loadBoundaries, loadDescriptor, loadTable } from 'wardstick/data'
import { type SourceFile, readCalendarDeflator } from 'wardstick/sources'
import { type VegaLiteSpec, spendingSeries } from 'wardstick/charts'
import { render } from 'wardstick/render'
import { type StudyResult, runStudy } from 'wardstick/study'
import { loadCouncilData, loadWardData } from 'wardstick/data'

const year: FinancialYear = financialYear(2009)
const change: (before: Value, after: Value) => Value = percentChange
const chart: (...args: Parameters<typeof spendingSeries>) => VegaLiteSpec = spendingSeries
const file: SourceFile = { name: 'deflator.csv', bytes: new TextEncoder().encode('year,value\\n2023,96\\n2024,100\\n') }
// @ts-expect-error a financial year is no bare number
const wrong: FinancialYear = 2009
// @ts-expect-error no such dataset
const missing: Parameters<typeof loadTable>[0] = 'nowhere'

async function main(): Promise<void> {
  const descriptor: Descriptor = await loadDescriptor('deflators')
  const { accounts, deflators } = await loadCouncilData()
  const run: (...args: Parameters<typeof runStudy>) => StudyResult = runStudy
  const { wards } = await loadWardData()
  const aspley: WardRow = wards.register.resolve('Aspley', new Set(['E06000018']))
  const nottingham = (await loadBoundaries())['E06000018']
  const centre = { longitude: aspley.longitude ?? 0, latitude: aspley.latitude ?? 0 }
  const amount: number | null = accounts.spending('E3001', 'cultural_and_related', year, 'outturn').value
  const size = { id: 'size', title: 'Size', of: (each: number) => each }
  const checks = [
    amount === 26179,
    deflator(deflators, 'hmt-2025-12').factor('2009-10', '2014-15').toFixed(5) === '1.09255',
    readNumber('(5)').kind === 'value',
    readCalendarDeflator(file).levels[0]?.level === 97,
    descriptor.sources.length === 2,
    nottingham !== undefined && wardLocator(wardFeatures(nottingham)).wardAt(centre) === 'E05001823',
    accessIndex([centre], [centre], 1000).within(0).length === 1,
    Math.round(fromNationalGrid(454364, 342581).latitude) === 53,
    matchNearest(9, [1, 2, 3, 8], [size], 1).matched[0]?.unit === 8,
    [change, chart, render, run, wrong, missing].length === 6,
    new WardstickError('x', 'internal') instanceof Error,
  ]
  if (checks.includes(false)) throw new Error('wrong result: ' + checks.join(' '))
}
main().catch((error) => { console.error(error); process.exit(1) })
`

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

/**
 * Type-checks the consumer; what is wrong in our own declarations counts, what is wrong in those of others does not.
 */
function typeCheck(compiler, config) {
  const name = `tsconfig.${config.moduleResolution}.json`
  const options = {
    strict: true,
    target: 'es2022',
    lib: ['es2022'],
    types: ['node'],
    noEmit: true,
    skipLibCheck: false,
    ...config,
  }
  writeFileSync(join(folder, name), JSON.stringify({ compilerOptions: options, files: ['consumer.ts'] }))
  try {
    run(process.execPath, [join(folder, 'node_modules', compiler, 'bin', 'tsc'), '-p', name])
  } catch (error) {
    const lines = String(error.stdout)
      .split('\n')
      .filter((line) => line.trim() !== '')
    const others = lines.filter((line) => /^(node_modules\/(?!wardstick\/)| )/.test(line))
    if (others.length < lines.length || lines.length === 0)
      throw new Error(lines.filter((line) => !others.includes(line)).join('\n') || error.message, { cause: error })
  }
}

try {
  const [{ filename, files, unpackedSize }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], root),
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  writeFileSync(join(folder, 'consumer.ts'), CONSUMER)
  npm(
    'install',
    join(folder, filename),
    `typescript@${manifest.devDependencies.typescript}`,
    'typescript-5.0@npm:typescript@5.0.4',
    `@types/node@${manifest.devDependencies['@types/node']}`,
  )

  await check(
    `the tarball holds code, data and schemas and nothing else (${files.length} files, ` +
      `${(unpackedSize / 1e6).toFixed(1)} MB)`,
    () => {
      const strange = files
        .map((file) => file.path)
        .filter(
          (path) =>
            !/^(dist|data|schemas|docs)\/|^(package\.json|README\.md|LICENSE|CHANGELOG\.md|CITATION\.cff)$/.test(
              path,
            ) || /\/\.|\.test\./.test(path),
        )
      if (strange.length > 0) throw new Error(strange.join('\n'))
      for (const needed of ['LICENSE', 'data/LICENCES.md', 'schemas/study.schema.json', 'dist/cli/main.js'])
        if (!files.some((file) => file.path === needed)) throw new Error(`${needed} is not in it`)
    },
  )
  await check('publint finds nothing', async () => {
    const { messages } = await publint({ pkgDir: root, strict: true })
    if (messages.length > 0) throw new Error(messages.map((message) => formatMessage(message, manifest)).join('\n'))
  })
  await check('types under Node10 resolution with TypeScript 5.0', () =>
    typeCheck('typescript-5.0', { module: 'commonjs', moduleResolution: 'node10', esModuleInterop: true }),
  )
  await check('types under Node16 resolution', () =>
    typeCheck('typescript', { module: 'node16', moduleResolution: 'node16' }),
  )
  await check('types under bundler resolution', () =>
    typeCheck('typescript', { module: 'esnext', moduleResolution: 'bundler' }),
  )
  await check('every entry runs as an ES module', () => {
    run(process.execPath, [
      join(folder, 'node_modules', 'typescript', 'bin', 'tsc'),
      '--module',
      'node16',
      '--target',
      'es2022',
      '--skipLibCheck',
      '--types',
      'node',
      'consumer.ts',
    ])
    run(process.execPath, ['consumer.js'])
  })
  await check('every entry runs by require', () => {
    run(process.execPath, [
      join(folder, 'node_modules', 'typescript', 'bin', 'tsc'),
      '--module',
      'commonjs',
      '--moduleResolution',
      'node10',
      '--ignoreDeprecations',
      '5.0',
      '--target',
      'es2022',
      '--skipLibCheck',
      '--types',
      'node',
      '--outDir',
      'cjs',
      'consumer.ts',
    ])
    writeFileSync(join(folder, 'cjs', 'package.json'), '{"type":"commonjs"}')
    run(process.execPath, [join('cjs', 'consumer.js')])
  })
  await check('the command is on the path and knows its version', () => {
    const printed = run('npx', ['--no-install', 'wardstick', '--version']).trim()
    if (printed !== manifest.version) throw new Error(`printed ${printed}`)
  })
  await check('wardstick notebook makes a folder in which its first notebook runs', () => {
    run('npx', ['--no-install', 'wardstick', 'notebook', 'ward', '--no-start'])
    const printed = run('npx', ['--no-install', 'wardstick', 'notebook', 'run', join('ward', 'first.ipynb')])
    if (!printed.includes('3 cells ran; their outputs are written')) throw new Error(printed)
    if (readFileSync(join(folder, 'ward', 'first.ipynb'), 'utf8').includes(folder))
      throw new Error('its outputs hold a path of this machine')
  })
  await check('data and schemas are reachable by path', () => {
    run(process.execPath, [
      '--input-type=module',
      '-e',
      "for (const path of ['data/studies/aspley.json', 'schemas/study.schema.json', 'package.json']) await " +
        "import(`wardstick/${path}`, { with: { type: 'json' } })",
    ])
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const passed = results.filter(Boolean).length
console.log(`${passed} passed, ${results.length - passed} failed`)
process.exitCode = passed === results.length ? 0 : 1
