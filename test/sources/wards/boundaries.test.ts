import { gzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { gunzip } from '../../../src/sources/gunzip.js'
import { readWardBoundaries } from '../../../src/sources/index.js'
import { archiveFile } from '../../support/sources.js'

const ward = (code: string) => ({
  type: 'Polygon',
  id: code,
  arcs: [[0]],
  properties: { WD13CD: code, WD13CDO: '00EBMA', WD13NM: `Ward ${code}`, WD13NMW: null },
})
const shard = (district: string, ...codes: string[]) => ({
  type: 'Topology',
  transform: { scale: [1, 1], translate: [0, 50] },
  arcs: [
    [
      [0, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ],
  ],
  objects: { [district]: { type: 'GeometryCollection', geometries: codes.map(ward) } },
})
const archive = (files: Readonly<Record<string, unknown>>) => archiveFile('wards.tar.gz', files)

describe('readWardBoundaries', () => {
  it('gives a topology a district with the wards in the order of their codes, borders unmoved', async () => {
    const { topologies, oldCodes, counts } = await readWardBoundaries(
      await archive({
        './topo_E06000002.json': shard('E06000002', 'E05000003', 'E05000002'),
        'topo_E06000001.json': shard('E06000001', 'E05000001'),
      }),
    )
    expect(Object.keys(topologies)).toEqual(['E06000001', 'E06000002'])
    expect(topologies['E06000002']?.objects.wards.geometries.map(({ properties }) => properties)).toEqual([
      { ward_code: 'E05000002', ward_name: 'Ward E05000002', district_code: 'E06000002' },
      { ward_code: 'E05000003', ward_name: 'Ward E05000003', district_code: 'E06000002' },
    ])
    expect(topologies['E06000001']?.arcs).toEqual(shard('E06000001').arcs)
    expect(oldCodes.get('E05000001')).toBe('00EBMA')
    expect(counts).toEqual({ rowsIn: 3, rowsOut: 3, setAside: [] })
  })

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['no district', { 'readme.txt': 'hello' }, 'the archive has no file of a district'],
    ['text that is no JSON', { 'topo_E06000001.json': '{' }, 'topo_E06000001.json: not JSON'],
    [
      'another district than its name says',
      { 'topo_E06000001.json': shard('E06000002', 'E05000001') },
      'holds E06000002 and not E06000001',
    ],
    [
      'a ward without a code',
      { 'topo_E06000001.json': shard('E06000001', 'W05000001') },
      'not a topology of wards (objects.E06000001.geometries.0.properties.WD13CD',
    ],
    [
      'one ward twice',
      {
        'topo_E06000001.json': shard('E06000001', 'E05000001'),
        'topo_E06000002.json': shard('E06000002', 'E05000001'),
      },
      "key 'E05000001'",
    ],
  ])('refuses %s', async (_, files, message) => {
    await expect(readWardBoundaries(await archive(files))).rejects.toThrow(message)
  })

  it('refuses an archive whose bytes are no tar', async () => {
    await expect(
      readWardBoundaries({ name: 'wards.tar.gz', bytes: gzipSync(new Uint8Array(2048).fill(65)) }),
    ).rejects.toMatchObject({ code: 'bad-file' })
  })
})

describe('gunzip', () => {
  const packed = gzipSync(new Uint8Array(1_000_000))
  const file = (bytes: Uint8Array) => ({ name: 'a.gz', bytes })

  it('gives the bytes that were packed', () => {
    const content = new TextEncoder().encode('wards '.repeat(20_000))
    expect(Buffer.from(gunzip(file(gzipSync(content)), content.length)).equals(content)).toBe(true)
  })

  it.each<[string, () => Uint8Array, string]>([
    ['a bomb', () => gzipSync(new Uint8Array(50_000_000)), 'unpacks to more than the 1000000 bytes'],
    [
      'a forged size',
      () => packed.map((byte, i) => (i === packed.length - 4 ? byte ^ 1 : byte)),
      'declares 1000001 bytes and unpacks to 1000000',
    ],
    ['a file cut short', () => packed.subarray(0, packed.length - 12), 'bad-file'],
    [
      'a second member',
      () => new Uint8Array([...gzipSync(new Uint8Array(3)), ...gzipSync(new Uint8Array(3))]),
      'a second gzip member',
    ],
    ['no gzip file', () => new TextEncoder().encode('hello, this is text'), 'not a readable gzip file'],
    ['an empty file', () => new Uint8Array(), 'not a readable gzip file'],
  ])('refuses %s', (_, bytes, message) => {
    const caught = ((): unknown => {
      try {
        return gunzip(file(bytes()), 1_000_000)
      } catch (error) {
        return error
      }
    })()
    expect(caught).toMatchObject({ code: 'bad-file' })
    if (message !== 'bad-file') expect((caught as Error).message).toContain(message)
  })
})
