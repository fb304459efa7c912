import { describe, expect, it } from 'vitest'
import { readWardBoundaries2025 } from '../../../src/sources/index.js'
import { archiveFile, describeOnSources, sourceFile } from '../../support/sources.js'

const square = (west: number) => [
  [
    [west, 52],
    [west + 1, 52],
    [west + 1, 53],
    [west, 53],
    [west, 52],
  ],
]
const ward = (code: string, district: string, west = 0) => ({
  type: 'Feature',
  properties: { WDCD: code, WDNM: `Ward ${code}`, LADCD: district, vintage: '2025' },
  geometry: { type: 'Polygon', coordinates: square(west) },
})
const shard = (...features: object[]) => ({ type: 'FeatureCollection', features })
const archive = (files: Readonly<Record<string, unknown>>) => archiveFile('wards.tar.gz', files)

describe('readWardBoundaries2025', () => {
  it('gives the wards in the order of their codes, borders unmoved', async () => {
    const files = {
      './E07000001.geojson': shard(ward('E05000003', 'E07000001')),
      './E06000001.geojson': shard(ward('E05000002', 'E06000001', 1), ward('E05000001', 'E06000001')),
    }
    const { features, counts } = await readWardBoundaries2025(await archive(files))
    expect(features.map(({ properties }) => properties)).toEqual([
      { ward_code: 'E05000001', ward_name: 'Ward E05000001', district_code: 'E06000001' },
      { ward_code: 'E05000002', ward_name: 'Ward E05000002', district_code: 'E06000001' },
      { ward_code: 'E05000003', ward_name: 'Ward E05000003', district_code: 'E07000001' },
    ])
    expect(features[1]?.geometry.coordinates).toEqual(square(1))
    expect(counts).toEqual({ rowsIn: 3, rowsOut: 3, setAside: [] })
  })

  it('keeps a ward that stands twice with one border once, and says so', async () => {
    const { features, counts, quality } = await readWardBoundaries2025(
      await archive({ 'E06000001.geojson': shard(ward('E05000001', 'E06000001'), ward('E05000001', 'E06000001')) }),
    )
    expect([features.length, counts.setAside, quality.map(({ rule, value }) => [rule, value])]).toEqual([
      1,
      [{ reason: 'the same ward again', rows: 1 }],
      [['repeated-ward', 'E05000001 Ward E05000001']],
    ])
  })

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['no district', { 'readme.txt': 'hello' }, 'the archive has no file of a district'],
    ['text that is no JSON', { 'E06000001.geojson': '{' }, 'E06000001.geojson: not JSON'],
    [
      'a ward of another district',
      { 'E06000001.geojson': shard(ward('E05000001', 'E06000002')) },
      'holds ward E05000001 of E06000002',
    ],
    [
      'a code that is no ward',
      { 'E06000001.geojson': shard(ward('E06000001', 'E06000001')) },
      'not a collection of wards (features.0.properties.WDCD',
    ],
    [
      'positions of the National Grid',
      {
        'E06000001.geojson': shard({
          ...ward('E05000001', 'E06000001'),
          geometry: { type: 'Polygon', coordinates: square(450_000) },
        }),
      },
      'features.0.geometry.coordinates',
    ],
    [
      'a ward twice with two borders',
      { 'E06000001.geojson': shard(ward('E05000001', 'E06000001'), ward('E05000001', 'E06000001', 3)) },
      "key 'E05000001'",
    ],
  ])('refuses %s', async (_, files, message) => {
    await expect(readWardBoundaries2025(await archive(files))).rejects.toThrow(message)
  })
})

describeOnSources('the boundaries of 2025', () => {
  it('hold 6,826 wards of 296 districts, one of them twice', async () => {
    const { features, counts } = await readWardBoundaries2025(
      await sourceFile('geography/england_wd25_geojson_by_lad.tar.gz'),
    )
    expect([features.length, new Set(features.map(({ properties }) => properties.district_code)).size, counts]).toEqual(
      [6826, 296, { rowsIn: 6827, rowsOut: 6826, setAside: [{ reason: 'the same ward again', rows: 1 }] }],
    )
  })
})
