/**
 * Panels as the command line measures them, and the measures of sites beside pandas, each in a process of its own:
 * whole processes, from start to figures in memory.
 */
import { deepStrictEqual as same } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CATALOGUE } from '../../../dist/index.js'
import { KINDS, writeHistories } from './histories.mjs'

const PANDAS = '3.1.1'
/** Kinds of which some sites stand within so many metres of a point. */
const OF_UNKNOWN_PLACE = ['libraries/', 'childrens-centres/']
const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))
const PRELOAD =
  `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak ` + `'+process.resourceUsage().maxRSS))`

/** What each side of the comparison does and does not do. */
export const PEER_NOTE = `Both are whole processes, from start to figures in memory.
wardstick reads and checks the built-in tables, finds the distances, makes the history of each site from its dates,
and gives every figure its status, notes and bounds. pandas is handed the distances (to 4 km, or to the nearest) and
what each site is on each day, in binary columns, and gives the numbers alone. Known to differ: wardstick narrows how
many residents one site of unknown place can be near to, looks no farther than 40 km for such sites, and orders sites
beyond 4 km by their distance on a sphere (a nearest may be up to 0.4% farther).`

const rounded = (value, digits) => Number(value.toFixed(digits))

function run(command, args) {
  const env = { ...process.env, START: String(Date.now() / 1000) }
  const { status, stdout, stderr, error } = spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(`${command} ${args.slice(0, 3).join(' ')}: ${stderr || error}`)
  return { stdout, stderr, seconds: Date.now() / 1000 - Number(env.START) }
}

const idsOf = (chosen) => CATALOGUE.filter(chosen).map(({ id }) => id)

function panelRow(what, ids, asked, goal) {
  const args = ['panel', '--indicators', ids.join(','), ...asked]
  const { stdout, stderr, seconds } = run(process.execPath, ['--import', PRELOAD, main, ...args])
  return {
    what,
    indicators: ids.length,
    cells: Number(/of ([\d,]+) rows/.exec(stdout)?.[1].replaceAll(',', '')),
    seconds: rounded(seconds, 2),
    goal,
    'peak MB': Math.round(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024),
  }
}

/** Rows of a table: `wardstick panel` of wards and of councils. */
export function panelRows() {
  const england = ['--wards', 'england', '--periods', '2007-08..2022-23']
  return [
    panelRow(
      '7,681 wards, 16 years, all of level ward or site',
      idsOf(({ level }) => level !== 'council'),
      england,
      '15 s, 1000 MB',
    ),
    panelRow(
      '7,681 wards, 16 years, pools',
      idsOf(({ member }) => member === 'pools'),
      england,
      '3 s',
    ),
    panelRow(
      'all councils, 17 years, all lines of spending',
      idsOf(({ family }) => family === 'spending'),
      ['--councils', 'all', '--periods', '2007-08..2023-24'],
      '1 s',
    ),
  ]
}

/** Rows of a table: the measures of sites beside pandas; a text that says why, where pandas cannot be had. */
export async function peerRows() {
  const folder = mkdtempSync(join(tmpdir(), 'wardstick-bench-panel-'))
  try {
    const python = pythonWithPandas(folder)
    if (python === null) return `pandas ${PANDAS} cannot be installed by pip: no peer is measured`
    const codes = await writeHistories(folder)
    const own = JSON.parse(run(process.execPath, [fileURLToPath(new URL('own.mjs', import.meta.url)), folder]).stdout)
    const peer = JSON.parse(run(python, [fileURLToPath(new URL('peer.py', import.meta.url)), folder]).stdout)
    same(own.codes, codes)
    const { alike, known } = compared(folder, own.indicators)
    return [
      {
        what: `${KINDS.length} kinds of sites, ${own.indicators.length} indicators`,
        cells: own.cells,
        'alike to 1e-6': alike,
        'known to differ': known,
        seconds: rounded(own.seconds, 2),
        'peak MB': Math.round(own.megabytes),
        peer: `pandas ${PANDAS}`,
        'peer seconds': rounded(peer.seconds, 2),
        'peer peak MB': Math.round(peer.megabytes),
        ratio: rounded(own.seconds / peer.seconds, 3),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An interpreter with pandas, installed for it alone; null where it cannot be had. */
function pythonWithPandas(folder) {
  const python = join(folder, 'python', 'bin', 'python')
  try {
    run('python3', ['-m', 'venv', join(folder, 'python')])
    run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `pandas==${PANDAS}`])
    return python
  } catch {
    return null
  }
}

/** How many figures and bounds are alike, and how many differ for a known reason. @throws Error for any other. */
function compared(folder, indicators) {
  const numbersOf = (name) => {
    const path = join(folder, name)
    if (!existsSync(path)) return null
    const bytes = readFileSync(path)
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)
  }
  const counts = { alike: 0, known: 0 }
  for (const id of indicators) {
    const name = id.replace('/', '.')
    const [values, lower, upper] = ['values', 'lower', 'upper'].map((of) => numbersOf(`own.${name}.${of}`))
    compare(id, numbersOf(`peer.${name}`), { values, lower, upper }, counts)
  }
  return counts
}

/** By how much a nearest site may be farther than the peer’s: ours orders those beyond 4 km by distance on a sphere. */
const ON_A_SPHERE = 0.004

/**
 * Counts the numbers of an indicator that are as the peer’s, which are by rule, least and most.
 *
 * Of sites of unknown place ours narrows how many residents they can be near to, and looks for those alone that can
 * be near: its bounds may be narrower there.
 */
function compare(id, peer, { values, lower, upper }, counts) {
  const cells = values.length
  const isDistance = id.endsWith('/mean-distance')
  const mayBeUnplaced = OF_UNKNOWN_PLACE.some((kind) => id.startsWith(kind))
  const [least, most] = isDistance ? [2, 1] : [1, 2]
  const nearly = isDistance ? ON_A_SPHERE : 0
  const check = (cell, own, theirs, { more = nearly, less = 0 } = {}) => {
    if (own === undefined || Number.isNaN(own)) return
    const apart = (own - theirs) / Math.max(1, Math.abs(theirs))
    if (Math.abs(apart) <= 1e-6) counts.alike++
    else if (apart <= more && apart >= -less) counts.known++
    else throw new Error(`${id}, cell ${cell}: ${own}, and by pandas ${theirs}`)
  }
  const isNarrowed = mayBeUnplaced && id.includes('/share-')
  for (let cell = 0; cell < cells; cell++) {
    const rule = peer[cell]
    check(cell, values[cell], rule)
    check(cell, lower?.[cell], Math.min(rule, peer[least * cells + cell]), {
      more: isDistance && mayBeUnplaced ? Number.POSITIVE_INFINITY : nearly,
    })
    check(cell, upper?.[cell], Math.max(rule, peer[most * cells + cell]), {
      less: isNarrowed ? Number.POSITIVE_INFINITY : 0,
    })
  }
}
