import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printNotebook, readNotebook } from '../../src/notebooks/file.js'
import { runNotebook } from '../../src/notebooks/run.js'
import { writeCells } from '../support/notebooks.js'

const root = join(import.meta.dirname, '..', '..')
let folder = ''

/** A project with an arquero of its own beside that of wardstick: the same code, and for TypeScript another one. */
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'wardstick-arquero-')))
  const own = join(folder, 'node_modules')
  const wardstick = join(own, 'wardstick')
  mkdirSync(own)
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.') && !['wardstick', 'arquero'].includes(name))
      symlinkSync(join(root, 'node_modules', name), join(own, name))
  for (const part of ['dist', 'package.json']) cpSync(join(root, part), join(wardstick, part), { recursive: true })
  symlinkSync(join(root, 'data'), join(wardstick, 'data'))
  for (const place of [own, join(wardstick, 'node_modules')]) {
    mkdirSync(place, { recursive: true })
    cpSync(join(root, 'node_modules', 'arquero'), join(place, 'arquero'), { recursive: true })
  }
  const manifest = join(own, 'arquero', 'package.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"version": "[^"]+"/, '"version": "7.2.1"'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a project with another arquero than that of wardstick', () => {
  it('has tables of both in its cells: wardstick gives its own, and takes and shows any', async () => {
    const file = writeCells(join(folder, 'both.ipynb'), [
      "import { table } from 'arquero'\nimport { harmonise } from 'wardstick/geography'\n" +
        "import { joinTables, rowsOf, toArrow } from 'wardstick/tables'\n" +
        "import { loadCrosswalk, loadTable } from 'wardstick/data'",
      "const deflators = await loadTable('deflators', 'gdp-deflator')\nconst some = deflators.slice(0, 2)\n" +
        'const counted = some.count()',
      "const today = table({ ward_code: ['E05012270', 'E05012274'], volunteers: [212, 190] })\n" +
        "const moved = harmonise(today, await loadCrosswalk('WD25', 'WD13'), { key: 'ward_code', measures: { " +
        "volunteers: { kind: 'count' } } })\nconst after = moved.loss.totals[0].after\nafter",
      "const names = table({ ward_code: ['E05012270'], name: ['Aspley'] })\n" +
        'const joined = joinTables(today, names, ' +
        "{ on: ['ward_code'], cardinality: 'one-to-one', unmatched: 'missing' })\n" +
        "console.log(rowsOf(names, ['name']), toArrow(names).length > 0)\njoined.table",
      'today.filter((row: any) => row.volunteers > 200)',
    ])
    const { ran, failures } = await runNotebook(file)
    expect(failures.map(({ message }) => message)).toEqual([])
    const outputs = ran.cells.map((cell) => (cell.cell_type === 'code' ? cell.outputs : []))
    expect(outputs[2]).toMatchObject([{ text: '402\n' }])
    expect(outputs[3]?.[1]).toMatchObject({ data: { 'text/plain': expect.stringContaining('Aspley') as unknown } })
    expect(outputs[4]).toMatchObject([{ data: { 'text/plain': 'ward_code  volunteers\nE05012270         212' } }])
    writeFileSync(file, printNotebook(ran))
    expect(await readNotebook(file)).toEqual(ran)
  })
})
