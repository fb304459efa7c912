/**
 * Validates the HTML that wardstick makes by the Nu HTML checker (npm package `vnu-jar`, which needs Java): the pages
 * of both studies and of two further wards, charts as documents, and what a notebook shows. Ends with a line `N passed,
 * N failed`.
 *
 *     node test/html/run.mjs
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { table } from 'arquero'
import { toHtml } from '../../dist/display/index.js'
import { render } from '../../dist/render/index.js'
import { openStudy } from '../../dist/study/index.js'

const CHECKER = 'vnu-jar@26.9.27'
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'wardstick-html-'))

/** A ward of a county with two tiers that never had a library, and one of an island. */
const FURTHER_WARDS = [
  {
    name: 'bradwell',
    ward: { name: 'Bradwell', code: 'E05003345', vintage: 'WD13' },
    council: 'E07000035',
    comparators: { label: 'shire districts', classes: ['SD'], leftOut: [] },
  },
  { name: 'ventnor', ward: { name: 'Ventnor East', code: 'E05008513', vintage: 'WD13' }, council: 'E06000046' },
]

try {
  const jar = installed()
  const documents = [...(await pages()), ...(await charts()), ...(await shown())]
  const faults = faultsOf(jar, documents)
  const results = documents.map(({ name }) => {
    const found = faults.get(name) ?? []
    console.log([`${found.length === 0 ? 'ok     ' : 'failed '} ${name}`, ...found].join('\n        '))
    return found.length === 0
  })
  const passed = results.filter(Boolean).length
  console.log(`${passed} passed, ${results.length - passed} failed`)
  process.exitCode = passed === results.length ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The checker, installed by npm into a folder of its own. */
function installed() {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'checker', private: true }))
  execFileSync('npm', ['install', CHECKER, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  return join(folder, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar')
}

/** The errors that the checker finds in documents, by the name of the document, each with its line. */
function faultsOf(jar, documents) {
  const files = documents.map(({ name, html }) => {
    const file = join(folder, `${name}.html`)
    writeFileSync(file, html)
    return file
  })
  const checked = spawnSync('java', ['-jar', jar, '--format', 'json', ...files], { encoding: 'utf8', maxBuffer: 1e8 })
  if (checked.error !== undefined) throw checked.error
  const faults = new Map()
  for (const { type, url, lastLine, message } of JSON.parse(checked.stderr).messages) {
    const name = basename(url ?? '', '.html')
    if (type !== 'info') faults.set(name, [...(faults.get(name) ?? []), `line ${lastLine ?? '?'}: ${message}`])
  }
  return faults
}

/** The pages of studies as the command writes them. */
async function pages() {
  const template = JSON.parse(readFileSync(join(root, 'data', 'studies', 'aspley.json'), 'utf8'))
  const studies = ['aspley', 'peterborough', ...FURTHER_WARDS.map((each) => studyFile(template, each))]
  return studies.map((study) => {
    const out = join(folder, 'out')
    const command = [join(root, 'dist', 'cli', 'main.js'), 'study', study, '--format', 'page', '--out', out]
    execFileSync(process.execPath, command, { encoding: 'utf8' })
    const name = /([\w-]+)(\.json)?$/.exec(study)[1]
    return { name: `page-${name}`, html: readFileSync(join(out, name, 'index.html'), 'utf8') }
  })
}

/** The study of Aspley for another ward. */
function studyFile(template, further) {
  const { name, ward } = further
  const file = join(folder, `${name}.json`)
  const amenities = { ...template.amenities, siteNames: [] }
  const study = { ...template, ...further, title: `What changed around ${ward.name}?`, groups: [], amenities }
  writeFileSync(file, JSON.stringify({ ...study, $schema: undefined }))
  return file
}

/** Charts as documents of their own, one with a title that only looks like HTML. */
async function charts() {
  const { charts: all } = await openStudy('aspley')
  const [first] = all
  const odd = { ...first.specs.wide, title: { text: 'a < b & "c" <script>', subtitle: [] } }
  const documents = all.flatMap(({ id, specs }) => [
    { name: `chart-${id}`, spec: specs.wide },
    { name: `chart-${id}-narrow`, spec: specs.narrow },
  ])
  return Promise.all(
    [...documents.filter((_, i) => i % 5 === 0), { name: 'chart-odd', spec: odd }].map(async ({ name, spec }) => ({
      name,
      html: await render(spec, 'html'),
    })),
  )
}

/** What a notebook shows, in a document as a notebook puts it. */
async function shown() {
  const study = await openStudy('aspley')
  const { own } = study.result.indicators[0].comparisons[0]
  const spending = table({ council: ['Nottingham', 'a < b & c'], year: [2009, 2014], spent: [126.1, null] })
  const things = {
    study: [study],
    finding: [study.findings[0]],
    table: [spending, { title: 'What was spent', units: { spent: '£ per person' }, source: 'an example', rows: 1 }],
    value: [own.change],
    values: [[own.before, own.after]],
    text: ['a < b & c'],
  }
  return Promise.all(
    Object.entries(things).map(async ([name, [thing, options]]) => ({
      name: `notebook-${name}`,
      html: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${name}</title></head><body>
${await toHtml(thing, options)}
</body></html>`,
    })),
  )
}
