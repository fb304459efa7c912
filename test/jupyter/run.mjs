/**
 * Runs the notebooks where their readers do: in the real tslab kernel by nbclient, as HTML by nbconvert, in JupyterLab
 * in Chromium, as they are stored and run live, and one in Deno's kernel. Needs Python 3, Chromium and a registry of
 * Python packages. Ends with a line `N passed, N failed`; pictures are left in `out/jupyter/`.
 */
import { execFile, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { changedCells } from '../../dist/notebooks/compareOutputs.js'
import { readNotebook } from '../../dist/notebooks/file.js'
import { scaffold } from '../../dist/notebooks/scaffold.js'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const pictures = join(root, 'out', 'jupyter')
const PYTHON_PACKAGES = ['jupyterlab==4.6.6', 'nbclient==0.11.0', 'nbconvert==7.17.2']
const DENO = 'deno@2.9.5'
const FIXTURE = 'fixture.ipynb'
const TOKEN = 'wardstick'
const DRAWN = '.jp-RenderedVegaCommon5 canvas, .jp-RenderedVegaCommon5 svg, .vega-embed canvas, .vega-embed svg'
/** What every page of nbconvert loads, to typeset formulas and for widgets; it is read without them. */
const OF_NBCONVERT = /^https:\/\/cdnjs\.cloudflare\.com\/ajax\/libs\/(mathjax|require\.js)\//

const folder = mkdtempSync(join(tmpdir(), 'wardstick-jupyter-'))
const temporary = join(root, 'node_modules', '.tmp')
mkdirSync(temporary, { recursive: true })
/** Below the packages of the checkout, which are found from there as from `notebooks/`. */
const project = mkdtempSync(join(temporary, 'jupyter-'))
const environment = {
  ...process.env,
  PATH: [join(folder, 'venv', 'bin'), process.env.PATH].join(delimiter),
  HOME: folder,
  JUPYTER_PATH: join(project, 'jupyter'),
  ...Object.fromEntries(
    ['CONFIG_DIR', 'DATA_DIR', 'RUNTIME_DIR'].map((name) => [`JUPYTER_${name}`, join(folder, name)]),
  ),
}
const run = async (command, args, options = {}) => {
  const { stdout } = await promisify(execFile)(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: environment,
    ...options,
  })
  return stdout
}

const results = []
async function check(what, work) {
  const faults = await Promise.resolve()
    .then(work)
    .catch((error) => [[error.message, error.stdout, error.stderr].filter(Boolean).join('\n')])
  results.push(faults.length === 0)
  console.log(
    faults.length === 0
      ? `ok      ${what}`
      : `failed  ${what}\n${faults.map((fault) => `        ${fault}`).join('\n')}`,
  )
}

let browser
try {
  mkdirSync(pictures, { recursive: true })
  await run('python3', ['-m', 'venv', join(folder, 'venv')])
  await run(join(folder, 'venv', 'bin', 'pip'), [
    'install',
    '--quiet',
    '--retries',
    '0',
    '--disable-pip-version-check',
    ...PYTHON_PACKAGES,
  ])
  const names = await copyNotebooks()
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--hide-scrollbars',
      '--font-render-hinting=none',
    ],
  })
  await checkKernel(names)
  await checkPages(names)
  await checkLab(names.find((name) => name !== FIXTURE) ?? FIXTURE)
  await checkDeno()
} finally {
  await browser?.close()
  for (const made of [folder, project]) rmSync(made, { recursive: true, force: true })
}
const passed = results.filter(Boolean).length
console.log(`${passed} passed, ${results.length - passed} failed`)
process.exitCode = passed === results.length ? 0 : 1

/** A folder as a reader has it: the notebooks, the packages, and the kernel that wardstick writes. */
async function copyNotebooks() {
  const own = join(root, 'notebooks')
  if (existsSync(own))
    cpSync(own, project, {
      recursive: true,
      filter: (path) => !/[\\/](jupyter|node_modules|\.venv|\.ipynb_checkpoints)$/.test(path),
    })
  cpSync(join(here, FIXTURE), join(project, FIXTURE))
  await scaffold(project)
  return readdirSync(project)
    .filter((name) => name.endsWith('.ipynb'))
    .sort()
}

async function checkKernel(names) {
  mkdirSync(join(folder, 'executed'))
  for (const name of names)
    await check(`${name}: the kernel gives the outputs that the file has`, async () => {
      await run('python', [join(here, 'execute.py'), 'tslab', project, join(folder, 'executed'), name])
      const [committed, executed] = await Promise.all(
        [project, join(folder, 'executed')].map((where) => readNotebook(join(where, name))),
      )
      const strange = [root, folder].filter((path) => JSON.stringify(outputsOf(executed)).includes(path))
      return [
        ...changedCells(committed, executed).map(({ cell, difference }) => `cell ${cell}: ${difference}`),
        ...strange.map((path) => `an output holds the path ${path}`),
      ]
    })
}

async function checkPages(names) {
  await run('jupyter', [
    'nbconvert',
    '--to',
    'html',
    '--log-level=ERROR',
    '--output-dir',
    join(folder, 'html'),
    ...names.map((name) => join(project, name)),
  ])
  for (const name of names)
    await check(
      `${name}: is a page of its own with every chart, and asks for nothing but what nbconvert itself loads`,
      async () => {
        const html = join(folder, 'html', name.replace(/ipynb$/, 'html'))
        const context = await browser.newContext({ viewport: { width: 1000, height: 1400 } })
        const asked = []
        await context.route(/^https?:/, (route) => {
          asked.push(route.request().url())
          return route.abort()
        })
        const page = await context.newPage()
        await page.goto(pathToFileURL(html).href)
        const charts = outputsOf(await readNotebook(join(project, name))).filter(
          (output) => output.data?.['image/svg+xml'] !== undefined,
        ).length
        const shown = await page.evaluate(
          () =>
            [...document.querySelectorAll('.jp-RenderedSVG svg, .jp-RenderedSVG img, .jp-RenderedImage img')].filter(
              (each) => each.getBoundingClientRect().height > 100,
            ).length,
        )
        const broken = await page
          .locator('[data-mime-type="application/vnd.jupyter.stderr"]', { hasText: /Error/ })
          .count()
        await page.screenshot({ path: join(pictures, name.replace('.ipynb', '-page.png')), fullPage: true })
        await context.close()
        return [
          ...asked.filter((url) => !OF_NBCONVERT.test(url)).map((url) => `asked for ${url}`),
          ...(shown === charts ? [] : [`${shown} pictures of ${charts} charts are shown`]),
          ...(broken === 0 ? [] : [`${broken} errors are shown`]),
        ]
      },
    )
}

function outputsOf({ cells }) {
  return cells.flatMap(({ outputs = [] }) => outputs)
}

async function checkLab(name) {
  const port = await freePort()
  const options = [
    '--no-browser',
    '--allow-root',
    '--ip=127.0.0.1',
    `--port=${port}`,
    '--ServerApp.port_retries=0',
    `--IdentityProvider.token=${TOKEN}`,
  ]
  const lab = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), 'notebook', project, '--', ...options], {
    env: { ...environment, JUPYTER_PATH: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  lab.stderr.setEncoding('utf8').on('data', (text) => (log += text))
  const ended = new Promise((done) => lab.once('close', done))
  const api = (path, init = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { authorization: `token ${TOKEN}` } })
  await check('wardstick notebook starts JupyterLab', () =>
    until(60, async () => (await api('/api/status')).ok).then((isUp) => (isUp ? [] : [log])),
  )
  try {
    const page = await (await browser.newContext({ viewport: { width: 1300, height: 1500 } })).newPage()
    await page.goto(`http://127.0.0.1:${port}/lab/tree/${name}?token=${TOKEN}`)
    await page.locator('.jp-NotebookPanel .jp-Cell').first().waitFor({ timeout: 60_000 })
    await check(`${name}: Vega draws the charts that the file holds`, () =>
      chartFaults(page, `${name.replace('.ipynb', '')}-stored.png`),
    )
    await check(`${name}: run live, every cell ends, and Vega draws its charts`, () => liveFaults(page, name))
  } finally {
    await check('JupyterLab ends with every kernel', async () => {
      const kernels = await (await api('/api/kernels')).json()
      for (const { id } of kernels) await api(`/api/kernels/${id}`, { method: 'DELETE' })
      await api('/api/shutdown', { method: 'POST' })
      const code = await Promise.race([ended, wait(30_000, 'not at all', { ref: false })])
      lab.kill('SIGTERM')
      const isClosed = await until(10, () =>
        api('/api/status').then(
          () => false,
          () => true,
        ),
      )
      const left = (await run('ps', ['-eo', 'pid,args']))
        .split('\n')
        .filter((line) => line.includes(join(folder, 'RUNTIME_DIR')))
      return [
        ...(kernels.length === 1 ? [] : [`${kernels.length} kernels ran`]),
        ...(code === 0 ? [] : [`it ended with ${code}`]),
        ...(isClosed ? [] : ['its port is open']),
        ...left.map((line) => `left behind: ${line}`),
      ]
    })
  }
}

/** JupyterLab draws what is in sight: the charts are looked for one below the other. */
async function chartFaults(page, picture) {
  await page.locator('.jp-OutputArea-output').first().waitFor({ timeout: 60_000 })
  const chart = page.locator(DRAWN).first()
  const panel = page.locator('.jp-WindowedPanel-outer').first()
  const isDrawn = await until(60, async () => {
    await panel.evaluate((each) => each.scrollBy(0, 300))
    const box = await chart.boundingBox({ timeout: 500 }).catch(() => null)
    return box !== null && box.width > 200 && box.height > 100
  })
  if (isDrawn) await chart.scrollIntoViewIfNeeded()
  await page.screenshot({ path: join(pictures, picture) })
  const instead = await page.locator('.jp-RenderedImage img, .jp-RenderedSVG img').count()
  return [
    ...(isDrawn ? [] : ['no chart is drawn by Vega']),
    ...(instead === 0 ? [] : [`${instead} pictures stand in the place of charts`]),
  ]
}

async function liveFaults(page, name) {
  const cells = (await readNotebook(join(project, name))).cells.filter(
    ({ cell_type, source }) => cell_type === 'code' && source.trim() !== '',
  ).length
  await choose(page, 'Edit', 'Clear Outputs of All Cells')
  await until(10, async () => (await page.locator(DRAWN).count()) === 0)
  const cleared = await page.locator(DRAWN).count()
  await choose(page, 'Run', 'Run All Cells')
  const prompt = page.locator('.jp-InputPrompt', { hasText: `[${cells}]:` })
  const isDone = await until(180, async () => {
    await page
      .locator('.jp-WindowedPanel-outer')
      .first()
      .evaluate((each) => each.scrollBy(0, 300))
    return (await prompt.count()) > 0
  })
  await page
    .locator('.jp-WindowedPanel-outer')
    .first()
    .evaluate((each) => each.scrollTo(0, 0))
  return [
    ...(cleared === 0 ? [] : ['its outputs were not cleared']),
    ...(isDone ? [] : [`cell ${cells} did not end`]),
    ...(await chartFaults(page, `${name.replace('.ipynb', '')}-live.png`)),
  ]
}

async function choose(page, menu, item) {
  await page.locator('.lm-MenuBar-item', { hasText: new RegExp(`^${menu}$`) }).click()
  await page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${item}$`) }).click()
}

/** Deno's kernel runs the same cells; a chart is one output in every form there too. */
async function checkDeno() {
  const deno = join(folder, 'deno')
  mkdirSync(deno)
  await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', deno, DENO])
  const kernel = join(project, 'jupyter', 'kernels', 'deno')
  mkdirSync(kernel)
  writeFileSync(
    join(kernel, 'kernel.json'),
    JSON.stringify({
      argv: [join(deno, 'node_modules', '.bin', 'deno'), 'jupyter', '--kernel', '--conn', '{connection_file}'],
      display_name: 'Deno',
      language: 'typescript',
    }),
  )
  const ownFolder = join(folder, 'deno-project')
  mkdirSync(ownFolder)
  symlinkSync(join(root, 'node_modules'), join(ownFolder, 'node_modules'))
  writeFileSync(join(ownFolder, 'deno.json'), JSON.stringify({ nodeModulesDir: 'manual' }))
  writeFileSync(
    join(ownFolder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { arquero: '*', wardstick: '*' } }),
  )
  cpSync(join(here, FIXTURE), join(ownFolder, FIXTURE))
  await check(`${FIXTURE}: Deno's kernel displays what tslab's does`, async () => {
    mkdirSync(join(folder, 'in-deno'))
    await run('python', [join(here, 'execute.py'), 'deno', ownFolder, join(folder, 'in-deno'), FIXTURE])
    const displays = await Promise.all(
      [project, join(folder, 'in-deno')].map(async (where) =>
        outputsOf(await readNotebook(join(where, FIXTURE))).filter(({ output_type }) => output_type === 'display_data'),
      ),
    )
    const [tslab, denos] = displays.map((outputs) =>
      outputs.map(({ data }) => JSON.stringify(Object.entries(data).sort())),
    )
    return denos.length === tslab.length
      ? tslab.flatMap((data, i) =>
          denos[i] === data ? [] : [`display ${i + 1} is another: ${denos[i].slice(0, 300)}`],
        )
      : [`${denos.length} displays, ${tslab.length} expected`]
  })
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

/** Whether something comes to be so within some seconds. */
async function until(seconds, isSo) {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await wait(250))
    if (
      await Promise.resolve()
        .then(isSo)
        .catch(() => false)
    )
      return true
  return false
}
