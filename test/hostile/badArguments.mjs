import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DIST, each, run } from './support.mjs'

const MAIN = join(DIST, 'cli', 'main.js')
const LONG = 'x'.repeat(5000)

/** Calls that are wrong, each refused with exit code 2 and one message. */
const CALLS = [
  ['studdy'],
  ['--colour'],
  ['study'],
  ['study', ''],
  ['study', 'asply'],
  ['study', LONG],
  ['study', './none.json'],
  ['study', './'],
  ['study', './empty.json'],
  ['study', './list.json'],
  ['study', './deep.json'],
  ['study', '../../../etc/passwd'],
  ['study', 'aspley', 'peterborough'],
  ['study', 'aspley', '--colour'],
  ['study', 'aspley', '--format', ''],
  ['study', 'aspley', '--format', 'page,pdf'],
  ['study', 'aspley', '--format', 'json', '--open'],
  ['study', 'aspley', '--out'],
  ['study', 'aspley', '--out', './file'],
  ['study', 'aspley', '--out', './strange'],
  ['study', 'aspley', '--format', 'json', '--data', './file'],
  ['study', 'aspley', '--format', 'json', '--data', './nowhere'],
  ['council'],
  ['council', ''],
  ['council', LONG],
  ['council', 'Notingham'],
  ['council', '\u001b[31mLeeds'],
  ['council', '__proto__'],
  ['council', 'Leeds', '--as-of', 'yesterday'],
  ['council', 'Leeds', '--as-of', '2015-02-30'],
  ['council', 'Leeds', '--data', './nowhere'],
  ['ward'],
  ['ward', 'Abbey'],
  ['ward', 'Asply', '--council', 'Nottingham'],
  ['ward', 'E05012270'],
  ['ward', 'Aspley', '--council', 'Leeds'],
  ['ward', 'Aspley', '--council', ''],
  ['indicators'],
  ['indicators', 'show'],
  ['indicators', 'show', ''],
  ['indicators', 'show', 'culture/real-per-hed'],
  ['indicators', 'show', LONG],
  ['indicators', 'show', '__proto__'],
  ['indicators', 'list', '--family', 'speding'],
  ['indicators', 'list', '--level', 'street'],
  ['indicators', 'list', '--covers', 'yesterday'],
  ['panel'],
  ['panel', '--indicators', '', '--england', '--periods', '2009-10'],
  ['panel', '--indicators', 'cultre', '--england', '--periods', '2009-10'],
  ['panel', '--indicators', 'cultre/*', '--england', '--periods', '2009-10'],
  ['panel', '--indicators', LONG, '--england', '--periods', '2009-10'],
  ['panel', '--indicators', 'culture', '--periods', '2009-10'],
  ['panel', '--indicators', 'culture', '--england', '--periods', ''],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-11'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2014-15..2009-10'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10..2010-03-31'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2040-41'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2010-03-31'],
  ['panel', '--indicators', 'culture', '--councils', 'single-teir', '--periods', '2009-10'],
  ['panel', '--indicators', 'culture', '--councils', 'single-tier,Leeds', '--periods', '2009-10'],
  ['panel', '--indicators', 'culture', '--councils', ',', '--periods', '2009-10'],
  ['panel', '--indicators', 'culture', '--wards', 'Abbey', '--periods', '2009-10'],
  ['panel', '--indicators', 'culture', '--council', 'Notingham', '--periods', '2009-10'],
  ['panel', '--indicators', 'culture', '--council', '', '--periods', '2009-10'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--as-of', '2015-02-30'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--prices', '2023'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--prices', '2045-46'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--deflator', 'cpi'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--tiers', 'none'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--out', 'panel.xlsx'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--out', 'panel'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--out', './nowhere/panel.csv'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--out', './file/panel.csv'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--out', './folder.csv'],
  ['panel', '--indicators', 'culture', '--england', '--periods', '2009-10', '--data', './nowhere'],
  ['list'],
  ['list', 'coucils'],
  ['list', 'councils', '--set', 'single-teir'],
  ['list', 'councils', '--as-of', 'yesterday'],
  ['list', 'councils', '--as-of', '1900-01-01'],
  ['list', 'wards', '--council', 'Notingham'],
  ['list', 'datasets', '--data', './nowhere'],
  ['notebook', 'run'],
  ['notebook', 'run', './none.ipynb'],
  ['notebook', 'run', './file'],
  ['notebook', 'run', './none.ipynb', '--timeout', 'soon'],
  ['notebook', '--no-browser'],
]

/** Commands that print JSON too. */
const WITH_JSON = ['study', 'council', 'ward', 'indicators', 'panel', 'list']

function faultOf({ status, stderr, stdout, isLate }) {
  if (isLate) return 'hung'
  if (status !== 2) return `exit code ${status}: ${stderr.slice(0, 200)}`
  if (stdout !== '') return `printed ${stdout.slice(0, 100)}`
  if (/^\s+at /m.test(stderr)) return `a stack: ${stderr.slice(0, 200)}`
  return stderr.length > 5 ? null : 'said nothing'
}

function faultOfJson(ended) {
  const fault = faultOf(ended)
  if (fault !== null) return fault
  try {
    const { error } = JSON.parse(ended.stderr)
    return error.exitCode === 2 && error.code.length > 2 && typeof error.data === 'object' ? null : 'no code or no data'
  } catch {
    return `no JSON: ${ended.stderr.slice(0, 200)}`
  }
}

export async function badArguments(folder) {
  const cwd = join(folder, 'arguments')
  mkdirSync(join(cwd, 'strange', 'aspley'), { recursive: true })
  mkdirSync(join(cwd, 'folder.csv'))
  const files = {
    file: 'x',
    'empty.json': '',
    'list.json': '[]',
    'deep.json': '['.repeat(100_000),
    'strange/aspley/thesis.docx': 'x',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
  const ofData = CALLS.filter((call) => WITH_JSON.includes(call[0]) && call.length > 1 && call.at(-1) !== '--out')
  const asJson = ofData.filter((_, i) => i % 3 === 0).map((call) => [...call, '--json'])
  const faults = await each([...CALLS, ...asJson], async (call) => {
    const ended = await run(process.execPath, [MAIN, ...call], { cwd })
    const fault = call.includes('--json') ? faultOfJson(ended) : faultOf(ended)
    return fault === null ? null : `${call.join(' ').slice(0, 100)}: ${fault}`
  })
  return {
    what: 'wrong calls of the command line',
    cases: CALLS.length + asJson.length,
    faults: faults.filter(Boolean),
  }
}
