import { TextDecoder, TextEncoder } from 'node:util'
import { readStudyText } from '../../dist/datasets/index.js'
import { parseTable } from '../../dist/tables/index.js'
import { readCalendarDeflator, readGrowthDeflator, readOnsSeries, readOutturn } from '../../dist/sources/index.js'
import { parseStudy } from '../../dist/study/index.js'
import { seeded, wrongRefusal } from './support.mjs'

const WAYS = 1500
const LONGEST = 5000
const LINES = Array.from(
  { length: 30 },
  (_, i) => `E${6000000 + i},"Ward ${i}, north",${i * 13},12/0${(i % 9) + 1}/2010`,
)
const SERVICES = 'edu trans csc asc phs hous cul env plan pol frs cen oth totsx'.split(' ')
const COUNCILS = Array.from(
  { length: 20 },
  (_, i) => `E3${String(i).padStart(3, '0')},"Council ${i}",UA${',1'.repeat(13)},13`,
)
const FIELDS = [
  { name: 'code', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'people', type: 'integer' },
  { name: 'day', type: 'string' },
]
const bytesOf = (text) => new TextEncoder().encode(text)

/** Texts that are read, and how. */
const READERS = {
  table: [
    `code,name,people,day\n${LINES.join('\n')}\n`,
    (bytes) => parseTable(new TextDecoder().decode(bytes), FIELDS, { file: 'a.csv' }),
  ],
  'return of councils': [
    `,,,${SERVICES.map((service) => `RSX-${service}-net-cur-exp`).join(',')}\nE-code,Local authority,Class,` +
      `${SERVICES.join(',')}\n${COUNCILS.join('\n')}\n`,
    (bytes) => readOutturn({ name: 'RSX.csv', bytes }, { year: '2021-22' }),
  ],
  'deflator by year': [
    `year,value\n${Array.from({ length: 25 }, (_, i) => `${2000 + i},${60 + i}`).join('\n')}\n`,
    (bytes) => readCalendarDeflator({ name: 'deflator.csv', bytes }),
  ],
  'deflator by growth': [
    `fy_start,yoy_factor\n${Array.from({ length: 20 }, (_, i) => `${2005 + i},1.0${i}`).join('\n')}\n`,
    (bytes) => readGrowthDeflator({ name: 'growth.csv', bytes }, 2024),
  ],
  'series of the ONS': [
    `"Title","GDP"\n"CDID","L8GG"\n${Array.from({ length: 25 }, (_, i) => `"${2000 + i}","${60 + i}"`).join('\n')}\n`,
    (bytes) => readOnsSeries({ name: 'series.csv', bytes }),
  ],
}
const STRANGE = [
  '\u0000',
  '"',
  ',',
  '\n',
  '\r',
  '\ufeff',
  '-',
  '1e999',
  '__proto__',
  '\u202e',
  'é',
  '\u001b[31m',
  '9'.repeat(40),
]

/** A text damaged by some of: bytes changed, parts cut out, doubled or swapped, strange letters put in. */
function damaged(text, random) {
  let bytes = bytesOf(text)
  const at = () => Math.floor(random() * bytes.length)
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const [a, b] = [at(), at()].sort((x, y) => x - y)
    const way = Math.floor(random() * 5)
    if (way === 0) bytes = bytes.map((byte, i) => (i === a ? Math.floor(random() * 256) : byte))
    else if (way === 1) bytes = joined(bytes.subarray(0, a), bytes.subarray(b))
    else if (way === 2) bytes = joined(bytes.subarray(0, b), bytes.subarray(a))
    else if (way === 3) bytes = joined(bytes.subarray(a, b), bytes.subarray(0, a), bytes.subarray(b))
    else
      bytes = joined(bytes.subarray(0, a), bytesOf(STRANGE[Math.floor(random() * STRANGE.length)]), bytes.subarray(a))
  }
  return bytes
}

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Each text damaged in many seeded ways: read or refused in words, and neither for long. */
export async function damagedTexts() {
  const { text } = await readStudyText('aspley')
  const readers = { ...READERS, 'study file': [text, (bytes) => parseStudy(new TextDecoder().decode(bytes), 'a.json')] }
  const faults = []
  for (const [name, [whole, read]] of Object.entries(readers)) {
    const isRead = await Promise.resolve()
      .then(() => read(bytesOf(whole)))
      .then(() => null, wrongRefusal)
    if (isRead !== null) faults.push(`${name}, undamaged: ${isRead}`)
    const random = seeded(13)
    for (let i = 0; i < WAYS; i++) {
      const bytes = damaged(whole, random)
      const start = performance.now()
      const fault = await Promise.resolve()
        .then(() => read(bytes))
        .then(() => null, wrongRefusal)
      if (fault !== null) faults.push(`${name}, way ${i}: ${fault}`)
      if (performance.now() - start > LONGEST) faults.push(`${name}, way ${i}: took longer than ${LONGEST} ms`)
    }
  }
  const kinds = Object.keys(readers).length
  return { what: `${kinds} kinds of text in ${WAYS} states of damage`, cases: kinds * (WAYS + 1), faults }
}
