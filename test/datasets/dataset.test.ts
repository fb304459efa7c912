import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  BUILT_IN_DATA,
  DATASETS,
  type DatasetName,
  builtInStudies,
  loadDescriptor,
  loadTable,
  readStudyText,
} from '../../src/datasets/index.js'

const tables = Object.entries(DATASETS).flatMap(([dataset, names]) =>
  names.map((table) => [dataset as DatasetName, table as never] as const),
)

describe('the built-in tables', () => {
  it.each(tables)('%s %s load by their descriptor, with as many rows as it says', async (dataset, name) => {
    const [table, { resources }] = [await loadTable(dataset, name), await loadDescriptor(dataset)]
    const resource = resources.find((each) => each.name === name)
    expect(table.numRows()).toBe(resource?.rows)
    expect(table.columnNames()).toEqual(resource?.schema.fields.map((field) => field.name))
    const key = resource?.schema.primaryKey
    if (key !== undefined) expect(table.select(key).dedupe().numRows()).toBe(table.numRows())
  })

  it('are all that the descriptors list', async () => {
    for (const [dataset, names] of Object.entries(DATASETS))
      expect((await loadDescriptor(dataset as DatasetName)).resources.map(({ name }) => name)).toEqual([...names])
  })
})

describe('a data folder', () => {
  let folder: string
  const file = () => join(folder, 'deflators', 'gdp-deflator.csv.gz')
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wardstick-data-'))
    await cp(join(BUILT_IN_DATA, 'deflators'), join(folder, 'deflators'), { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const load = () => loadTable('deflators', 'gdp-deflator', { folder })

  it('whose file was altered is refused by its sha256', async () => {
    await writeFile(
      file(),
      gzipSync(
        gunzipSync(await readFile(file()))
          .toString('utf8')
          .replace('2009-10', '2009-11'),
      ),
    )
    await expect(load()).rejects.toMatchObject({
      code: 'altered-dataset',
      message: expect.stringContaining(`${file()}: this data file is not the one its descriptor describes`) as unknown,
    })
  })

  it('whose file is cut short is refused', async () => {
    await writeFile(file(), (await readFile(file())).subarray(0, 100))
    await expect(load()).rejects.toMatchObject({ code: 'altered-dataset' })
  })

  it('whose file or descriptor is gone names it and says what to do', async () => {
    await rm(file())
    await expect(load()).rejects.toThrow(`${file()}: this data file is missing. Install wardstick again`)
    await rm(join(folder, 'deflators', 'datapackage.json'))
    await expect(load()).rejects.toMatchObject({ code: 'missing-dataset' })
  })

  it('that has a folder in place of a file or of a descriptor says so', async () => {
    for (const path of [file(), join(folder, 'deflators', 'datapackage.json')]) {
      await rm(path)
      await mkdir(path)
      await expect(load()).rejects.toMatchObject({
        code: 'bad-file',
        message: `${path}: this is a folder, not a file. Name a folder of datasets, or install wardstick again.`,
      })
    }
  })

  it('whose descriptor is no descriptor is refused', async () => {
    const descriptor = join(folder, 'deflators', 'datapackage.json')
    await writeFile(descriptor, '{"name": 1}')
    await expect(load()).rejects.toThrow('not a descriptor of wardstick')
    await writeFile(descriptor, '{')
    await expect(load()).rejects.toThrow('not JSON')
  })

  it('suggests the nearest dataset, table and column of a name that is spelt nearly so', async () => {
    await expect(loadDescriptor('council-spendin' as never)).rejects.toThrow("Did you mean 'council-spending'?")
    await expect(loadTable('councills' as never, 'councils' as never)).rejects.toThrow(
      "dataset: 'councills' is not allowed. Did you mean 'councils'? Allowed: councils, council-spending,",
    )
    await expect(loadTable('deflators', 'gdp-deflater' as never)).rejects.toThrow("Did you mean 'gdp-deflator'?")
    await expect(loadTable('deflators', 'gdp-deflator', { columns: ['levels' as 'level'] })).rejects.toThrow(
      "Did you mean 'level'?",
    )
    await expect(loadDescriptor('toString' as never)).rejects.toThrow("dataset: 'toString' is not allowed.")
  })

  it('has no table that the dataset does not declare', async () => {
    await expect(loadTable('deflators', 'cpi' as 'gdp-deflator')).rejects.toThrow(
      "table of the dataset deflators: 'cpi' is not allowed. Allowed: gdp-deflator, quality.",
    )
  })
})

describe('study files', () => {
  it('are found by name or by path', async () => {
    expect(await builtInStudies()).toEqual(['aspley', 'peterborough'])
    expect((await readStudyText(join(BUILT_IN_DATA, 'studies', 'aspley.json'))).text).toBe(
      (await readStudyText('aspley')).text,
    )
  })

  it('that are not there are refused with what is', async () => {
    await expect(readStudyText('asply')).rejects.toThrow("unknown study 'asply'. Built in: 'aspley', 'peterborough'.")
    await expect(readStudyText('./nowhere.json')).rejects.toThrow('./nowhere.json: no such file.')
  })
})
