import { declareTable, text } from '../../src/tables/declare.js'
import { gunzipSync } from 'node:zlib'
import { readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDatasets } from '../../src/derive/build.js'
import { type BuiltDataset, LICENCES, writeDataset } from '../../src/derive/package.js'
import { BUILT_IN_DATA } from '../../src/datasets/index.js'
import { SOURCES, describeOnSources } from '../support/sources.js'

/** Sources of one row a line without quoted line breaks, whose rows can be counted as lines. */
const FLAT_CSV = /^(population|geography|deprivation|deflators|councils)\/.*\.csv$|derived_/

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(gz|json)$/.test(file))
    .sort()

describeOnSources('data:build on the official files', () => {
  let folder: string
  let datasets: readonly BuiltDataset[]
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wardstick-build-'))
    datasets = await buildDatasets(SOURCES, () => undefined)
    for (const dataset of datasets) await writeDataset(folder, dataset)
  }, 180_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('gives the bytes of the committed data', () => {
    const committed = filesBelow(BUILT_IN_DATA).filter((file) => !file.startsWith('studies'))
    expect(filesBelow(folder)).toEqual(committed)
    for (const file of committed)
      expect(readFileSync(join(folder, file)).equals(readFileSync(join(BUILT_IN_DATA, file))), file).toBe(true)
  })

  it('accounts for every row of every source', () => {
    for (const { file, rowsIn, rowsOut, setAside } of datasets.flatMap(({ sources }) => sources)) {
      expect(rowsIn, file).toBe(rowsOut + setAside.reduce((sum, { rows }) => sum + rows, 0))
      if (FLAT_CSV.test(file))
        expect(rowsIn, file).toBe(
          readFileSync(join(SOURCES, ...file.split('/')), 'latin1')
            .trimEnd()
            .split(/\r\n|\r|\n/).length - 1,
        )
    }
  })
})

describe('writeDataset', () => {
  it('refuses two rows of one key', async () => {
    const declaration = declareTable({
      name: 't',
      title: '',
      description: '',
      columns: { a: text('') },
      primaryKey: ['a'],
    })
    const table = { declaration, rows: [{ a: 'x' }, { a: 'x' }] }
    const folder = await mkdtemp(join(tmpdir(), 'wardstick-write-'))
    await expect(
      writeDataset(folder, {
        name: 'd',
        title: '',
        description: '',
        licences: [LICENCES.ogl3],
        sources: [],
        tables: [table],
      }),
    ).rejects.toThrow('table t would have two rows of key x')
    await rm(folder, { recursive: true })
  })
})

describe('the descriptors', () => {
  const descriptors = readdirSync(BUILT_IN_DATA, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'studies')
    .map(({ name }) => ({ name, text: readFileSync(join(BUILT_IN_DATA, name, 'datapackage.json'), 'utf8') }))

  it.each(descriptors)(
    'of $name gives every source its publisher, edition, origin, licence, attribution and sha256',
    ({ text }) => {
      const { sources } = JSON.parse(text) as { sources: Record<string, string>[] }
      for (const source of sources) {
        for (const key of ['title', 'publisher', 'edition', 'file', 'origin', 'licence', 'attribution'])
          expect(source[key]).toMatch(/\S/)
        expect(source['sha256']).toMatch(/^[0-9a-f]{64}$/)
        expect(source['origin']).toMatch(/^([\w.-]+\/[\w.-]+@[0-9a-f]{8}(; (?=\w)|$))+$|^computed from .+$/)
      }
    },
  )

  it('and tables together stay small: 14 MB packed and 60 MB unpacked', () => {
    const files = filesBelow(BUILT_IN_DATA).map((file) => ({ file, bytes: readFileSync(join(BUILT_IN_DATA, file)) }))
    const unpacked = files.map(({ file, bytes }) => (file.endsWith('.gz') ? gunzipSync(bytes) : bytes))
    const size = (all: readonly Uint8Array[]): number => all.reduce((sum, { length }) => sum + length, 0)
    expect(size(files.map(({ bytes }) => bytes))).toBeLessThan(14e6)
    expect(size(unpacked)).toBeLessThan(60e6)
  })
})
