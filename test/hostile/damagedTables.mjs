import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { BUILT_IN_DATA, loadTable } from '../../dist/datasets/index.js'
import { wrongRefusal } from './support.mjs'

/** What can befall the stored bytes of a table. */
const DAMAGES = {
  empty: () => new Uint8Array(),
  'one byte': (bytes) => bytes.subarray(0, 1),
  'header alone': (bytes) => bytes.subarray(0, 10),
  'cut by half': (bytes) => bytes.subarray(0, bytes.length >> 1),
  'cut by ten bytes': (bytes) => bytes.subarray(0, -10),
  'cut by one byte': (bytes) => bytes.subarray(0, -1),
  'changed at the start': (bytes) => flipped(bytes, 0),
  'changed in its first tenth': (bytes) => flipped(bytes, Math.floor(bytes.length / 10) + 10),
  'changed in the middle': (bytes) => flipped(bytes, bytes.length >> 1),
  'changed checksum': (bytes) => flipped(bytes, bytes.length - 6),
  zeros: (bytes) => new Uint8Array(bytes.length),
  'unpacked text': (bytes) => gunzipSync(bytes),
  'a row less': (bytes) =>
    gzipSync(
      gunzipSync(bytes)
        .toString('utf8')
        .replace(/[^\n]*\n$/, ''),
    ),
  'a digit more': (bytes) =>
    gzipSync(
      gunzipSync(bytes)
        .toString('utf8')
        .replace(/(\d)(?=[^\d]*$)/, '$11'),
    ),
}

const flipped = (bytes, at) => bytes.map((byte, i) => (i === at ? byte ^ 0xff : byte))

/** Every built-in table, damaged in every way: refused in words. */
export async function damagedTables(folder) {
  const data = join(folder, 'data')
  cpSync(BUILT_IN_DATA, data, { recursive: true })
  const tables = readdirSync(data, { recursive: true })
    .filter((file) => file.endsWith('.csv.gz'))
    .sort()
  const faults = []
  for (const file of tables) {
    const [dataset, name] = file.replace('.csv.gz', '').split(/[\\/]/)
    const bytes = readFileSync(join(data, file))
    for (const [damage, applied] of Object.entries(DAMAGES)) {
      writeFileSync(join(data, file), applied(bytes))
      const fault = await loadTable(dataset, name, { folder: data }).then(() => 'was read', wrongRefusal)
      if (fault !== null) faults.push(`${file}, ${damage}: ${fault}`)
    }
    writeFileSync(join(data, file), bytes)
  }
  rmSync(data, { recursive: true })
  return {
    what: `${tables.length} built-in tables in ${Object.keys(DAMAGES).length} states of damage`,
    cases: tables.length * Object.keys(DAMAGES).length,
    faults,
  }
}
