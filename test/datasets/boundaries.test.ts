import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BUILT_IN_DATA, loadBoundaries, loadBoundaryMap, loadDescriptor } from '../../src/datasets/index.js'
import { wardFeatures } from '../../src/geography/index.js'

describe('the boundaries of a data folder', () => {
  let folder: string
  const file = () => join(folder, 'wards', 'boundaries.topojson.gz')
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wardstick-boundaries-'))
    await cp(join(BUILT_IN_DATA, 'wards'), join(folder, 'wards'), { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('load from there', async () => {
    expect(Object.keys((await loadBoundaries({ folder }))['E06000018'] ?? {})).toEqual([
      'type',
      'transform',
      'arcs',
      'objects',
    ])
  })

  it('that were altered are refused by their sha256', async () => {
    await writeFile(
      file(),
      gzipSync(
        gunzipSync(await readFile(file()))
          .toString('utf8')
          .replace('Aspley', 'Asply'),
      ),
    )
    await expect(loadBoundaries({ folder })).rejects.toMatchObject({
      code: 'altered-dataset',
      message: expect.stringContaining(file()) as unknown,
    })
    await expect(loadBoundaryMap({ folder })).resolves.toMatchObject({ type: 'Topology' })
  })

  it('that are gone are named, with what to do', async () => {
    await rm(file())
    await expect(loadBoundaries({ folder })).rejects.toMatchObject({
      code: 'missing-dataset',
      message: expect.stringContaining(`${file()}: this data file is missing`) as unknown,
    })
  })

  it('that the descriptor does not name are refused', async () => {
    await writeFile(
      join(folder, 'wards', 'datapackage.json'),
      JSON.stringify({ ...(await loadDescriptor('wards')), documents: [] }),
    )
    await expect(loadBoundaries({ folder })).rejects.toMatchObject({ code: 'bad-file' })
  })
})

describe('loadBoundaries of 2025', () => {
  it('has the 20 wards of Nottingham and the 22 of Peterborough, named as the table of wards', async () => {
    const boundaries = await loadBoundaries({ vintage: 'WD25' })
    expect(Object.entries(boundaries).map(([district, topology]) => [district, wardFeatures(topology).length])).toEqual(
      [
        ['E06000018', 20],
        ['E06000031', 22],
      ],
    )
  })

  it.each([
    [{ vintage: 'WD24' }, "vintage of boundaries: 'WD24' is not allowed. Allowed: WD13, WD25."],
    [
      'WD25',
      "what boundaries to load: 'WD25' is not allowed. Allowed: an object with vintage, such as { vintage: 'WD25' }.",
    ],
  ])('refuses %j', async (loading, message) => {
    await expect(loadBoundaries(loading as never)).rejects.toThrow(message)
  })
})
