import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { WardstickError, usage } from '../errors.js'
import { buildDatasets } from './build.js'
import { coverageModule } from './coverageModule.js'
import { type BuiltDataset, writeDataset } from './package.js'

/** The options of the command line. @throws InputError `usage`. */
function options(): { readonly sources?: string | undefined; readonly out: string } {
  try {
    return parseArgs({ options: { sources: { type: 'string' }, out: { type: 'string', default: DATA } } }).values
  } catch (error) {
    throw usage(`${(error as Error).message}.`)
  }
}

const DATA = fileURLToPath(new URL('../../data', import.meta.url))

const COVERAGE_MODULE = fileURLToPath(new URL('../../src/tables/coverage.ts', import.meta.url))

/** Writes what the built-in tables cover as a module, so that it is known without reading a file. */
async function writeCoverage(datasets: readonly BuiltDataset[]): Promise<void> {
  await writeFile(COVERAGE_MODULE, coverageModule(datasets))
}

try {
  const values = options()
  if (values.sources === undefined)
    throw usage('data:build needs the folder of the official files: npm run data:build -- --sources FOLDER.')
  const datasets = await buildDatasets(values.sources, (what) => process.stderr.write(`data:build: ${what} ...\n`))
  await mkdir(values.out, { recursive: true })
  if (values.out === DATA) await writeCoverage(datasets)
  for (const dataset of datasets) {
    await writeDataset(values.out, dataset)
    const documents = (dataset.documents ?? []).map(({ name, format }) => `; ${name} (${format})`).join('')
    process.stdout.write(
      `${join(values.out, dataset.name)}: ` +
        dataset.tables.map(({ declaration, rows }) => `${declaration.name} ${rows.length}`).join(', ') +
        ` rows${documents}\n`,
    )
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof WardstickError && error.code !== 'internal' ? 2 : 1
}
