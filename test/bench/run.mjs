/**
 * Measures wardstick as its users meet it: whole processes with their peak memory, and the loading of a table beside a
 * peer in the same run. Prints tables; asserts nothing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { PEER_NOTE, panelRows, peerRows } from './panel/rows.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'wardstick-bench-'))
const PRELOAD =
  `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak ` + `'+process.resourceUsage().maxRSS))`
const entry = new URL('../../dist/index.js', import.meta.url).href
const main = join(root, 'dist', 'cli', 'main.js')
const sources = join(root, '..', 'shared', 'sources')

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Runs a Node process several times: median seconds, largest peak memory in MB. */
function process_(args, runs = 7) {
  const results = Array.from({ length: runs }, () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, ['--import', PRELOAD, ...args], {
      cwd: scratch,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`)
    return {
      seconds: (performance.now() - start) / 1000,
      megabytes: Number(/peak (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024,
    }
  })
  return {
    seconds: median(results.map((result) => result.seconds)),
    megabytes: Math.max(...results.map((result) => result.megabytes)),
  }
}

function table(title, rows) {
  console.log(`\n${title}`)
  console.table(Object.fromEntries(rows.map(({ what, ...rest }) => [what, rest])))
}

const evaluate = (code) => ['--input-type=module', '-e', code]
const number = (value, digits) => Number(value.toFixed(digits))
function processRow(what, args, goal, peer, runs) {
  const own = process_(args, runs)
  const beside = process_(peer.args, runs)
  return {
    what,
    seconds: number(own.seconds, 3),
    goal,
    'peak MB': Math.round(own.megabytes),
    peer: peer.name,
    'peer seconds': number(beside.seconds, 3),
    ratio: number(own.seconds / beside.seconds, 2),
  }
}

const bareNode = { name: 'node -e 0', args: ['-e', '0'] }
table('Whole processes, median of runs', [
  processRow('wardstick --help', [main, '--help'], '0.4 s', bareNode),
  processRow("import 'wardstick'", evaluate(`await import('${entry}')`), '0.4 s', {
    name: "import 'arquero'",
    args: evaluate(`await import('${import.meta.resolve('arquero')}')`),
  }),
  processRow('wardstick council Nottingham', [main, 'council', 'Nottingham'], '', bareNode),
  processRow('wardstick ward Aspley', [main, 'ward', 'Aspley', '--council', 'Nottingham'], '', bareNode),
  processRow(
    'wardstick study aspley',
    [main, 'study', 'aspley'],
    '4.5 s, 400 MB',
    {
      name: "import 'vega', 'vega-lite'",
      args: evaluate(
        `await import('${import.meta.resolve('vega')}'); await import('${import.meta.resolve('vega-lite')}')`,
      ),
    },
    5,
  ),
])
{
  const start = performance.now()
  const { status, stderr } = spawnSync('npm', ['start'], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  table('The main job on an installed checkout', [
    { what: 'npm start', seconds: number((performance.now() - start) / 1000, 2), goal: '5 s' },
  ])
}

const { loadTable } = await import('../../dist/datasets/index.js')
const { fromCSV } = await import('arquero')
const packed = readFileSync(join(root, 'data', 'council-spending', 'outturn.csv.gz'))
async function times(work, runs = 15) {
  const laps = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    laps.push(performance.now() - start)
  }
  return median(laps)
}
const checked = await times(() => loadTable('council-spending', 'outturn'))
const guessed = await times(() => fromCSV(gunzipSync(packed).toString('utf8')))
table('Loading council-spending/outturn (5,971 rows, 22 columns)', [
  { what: 'loadTable: sha256, declared types, constraints', ms: number(checked, 1), ratio: 1 },
  { what: 'peer: arquero fromCSV, guessed types', ms: number(guessed, 1), ratio: number(checked / guessed, 2) },
])

if (existsSync(sources)) {
  const { seconds, megabytes } = process_(
    [join(root, 'dist', 'derive', 'main.js'), '--sources', sources, '--out', join(scratch, 'data')],
    1,
  )
  table('Deriving the data from the official files', [
    { what: 'data:build', seconds: number(seconds, 1), 'peak MB': Math.round(megabytes) },
  ])
} else console.log('\ndata:build is not measured: the official files are not here')
rmSync(scratch, { recursive: true, force: true })

{
  const { DISTANCES, accessMeter } = await import('../../dist/index.js')
  const { accessIndex, distanceInMetres } = await import('../../dist/geography/index.js')
  const { loadWardData } = await import('../../dist/datasets/index.js')
  const {
    wards,
    sites: { pools },
  } = await loadWardData({ kinds: ['pools'] })
  const states = pools.on('2010-03-31')
  const points = pools.sites.map(({ point }) => point)
  const timed = (work) => {
    const start = performance.now()
    work()
    return (performance.now() - start) / 1000
  }
  const own = timed(() =>
    accessMeter(accessIndex(wards.centres, points, Math.max(...DISTANCES)), states, DISTANCES)(wards.homes),
  )
  const peer = timed(() => {
    const open = points.filter((point, site) => point !== null && states[site]?.open != null)
    for (const { origin } of wards.homes)
      Math.min(...open.map((point) => distanceInMetres(wards.centres[origin], point)))
  })
  table(`Nearest public pool and reach within ${DISTANCES.join(', ')} m of ${wards.homes.length} LSOAs`, [
    {
      what: 'accessMeter',
      seconds: number(own, 3),
      peer: 'every pair',
      'peer seconds': number(peer, 3),
      ratio: number(own / peer, 3),
    },
  ])
}

{
  const { loadWardsAround, parseStudy, runStudy, studyCharts, studyPage } = await import('../../dist/study/index.js')
  const { loadStudyData, loadStudyDescriptors, readStudyText } = await import('../../dist/datasets/index.js')
  const { drawingPool, renderPage } = await import('../../dist/render/index.js')
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')])
  const { file, text } = await readStudyText('aspley')
  const data = await loadStudyData()
  const result = runStudy(parseStudy(text, file), data)
  const charts = studyCharts(result, await loadWardsAround(result, data))
  const page = studyPage(result, { charts, descriptors: await loadStudyDescriptors(), version: '0' })
  const specs = charts.flatMap(({ specs: { wide, narrow } }) => [wide, narrow])
  const bare = async () => {
    for (const spec of specs) {
      const view = new vega.View(vega.parse(vegaLite.compile(JSON.parse(JSON.stringify(spec))).spec), {
        renderer: 'none',
      })
      await view.toSVG()
      view.finalize()
    }
  }
  const seconds = async (work) => {
    const start = performance.now()
    await work()
    return (performance.now() - start) / 1000
  }
  await bare()
  const [alone, here] = [await seconds(bare), await seconds(() => renderPage(page))]
  const pool = drawingPool()
  await pool.draw(specs[0])
  const inThreads = await seconds(() => renderPage(page, { draw: pool.draw }))
  await pool.close()
  const row = (what, own) => ({
    what,
    seconds: number(own, 2),
    peer: 'vega alone, drawing only',
    'peer seconds': number(alone, 2),
    ratio: number(own / alone, 2),
  })
  table(`The page of the Aspley study: ${specs.length} drawings of ${charts.length} charts`, [
    row('renderPage, here', here),
    row('renderPage, beside a thread', inThreads),
  ])
}

table(
  'Wards of points and wards that touch, all England, each in a process of its own',
  (await import('./geography/points.mjs')).pointRows(),
)
table('Nearest open sites, each in a process of its own', (await import('./geography/access.mjs')).accessRows())
table(
  'Harmonising a panel of England, each in a process of its own',
  (await import('./geography/harmonise.mjs')).harmoniseRows(),
)
table('Panels as the command line measures them, each in a process of its own', panelRows())
{
  const rows = await peerRows()
  if (typeof rows === 'string') console.log(`\n${rows}`)
  else {
    table(
      'Access to sites, open stock and turnover of 7,681 wards in 16 years, by rule, at the least and the most',
      rows,
    )
    console.log(PEER_NOTE)
  }
}
table('Notebooks, each in a process of its own', (await import('./notebook.mjs')).notebookRows())
