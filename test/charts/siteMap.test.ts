import { describe, expect, it } from 'vitest'
import { type ChartWords, type SiteMap, siteMap } from '../../src/charts/index.js'
import { toNationalGrid } from '../../src/geography/index.js'
import type { WardFeature } from '../../src/model/boundary.js'
import { render } from '../../src/render/index.js'

const words: ChartWords = {
  title: 'Where?',
  unit: 'public pools',
  place: 'Square (E05000001)',
  source: 'an example',
  alt: 'A pool to the west.',
  notes: [],
}
const square = (west: number, south: number, size: number): WardFeature => ({
  type: 'Feature',
  properties: { ward_code: 'E05000001', ward_name: 'Square', district_code: 'E06000001' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  },
})
const home = { point: { longitude: -1.19, latitude: 52.97 }, people: 1500, label: 'E01000001' }
const [near, far] = [
  { longitude: -1.21, latitude: 52.97 },
  { longitude: 0, latitude: 51 },
]
const map: SiteMap = {
  ward: square(-1.2, 52.96, 0.02),
  around: [square(-1.22, 52.96, 0.02), square(0.5, 51, 0.02)],
  homes: [home],
  panels: [
    {
      label: 'before',
      sites: [
        { point: near, label: 'Beechdale', name: 'Beechdale', state: 'open' },
        { point: far, label: 'London', state: 'open' },
      ],
      nearest: [{ point: near, metres: 1343 }],
    },
    { label: 'after', sites: [{ point: near, label: 'Beechdale', state: 'closed since' }], nearest: [null] },
  ],
  near: 1000,
  site: 'public pool',
}
const data = (spec: object): Record<string, Record<string, unknown>[]> =>
  (spec as { datasets: Record<string, Record<string, unknown>[]> }).datasets

describe('a site map', () => {
  it('draws distances to scale: the bar of a kilometre is as long as a kilometre on the grid', () => {
    const spec = siteMap(map, words)
    const [bar] = data(spec)['scale'] ?? []
    const [reach] = data(spec)['reach'] ?? []
    const [a, b] = [toNationalGrid(home.point), toNationalGrid(near)]
    const metres = Math.hypot(a.easting - b.easting, a.northing - b.northing)
    const pixels = Math.hypot(
      Number(reach?.['to']) - Number(reach?.['x']),
      Number(reach?.['low']) - Number(reach?.['y']),
    )
    expect((pixels / (Number(bar?.['to']) - Number(bar?.['x']))) * 1000).toBeCloseTo(metres, -1)
    expect(metres).toBeCloseTo(1343, -1)
  })

  it('has north up and west to the left', () => {
    const [site] = data(siteMap(map, words))['sites'] ?? []
    const [drawnHome] = data(siteMap(map, words))['homes'] ?? []
    expect(Number(site?.['x'])).toBeLessThan(Number(drawnHome?.['x']))
  })

  it('marks residents without an open site, and beyond the near distance, as such', () => {
    expect(data(siteMap(map, words))['homes']?.map(({ beyond, told }) => [beyond, told])).toEqual([
      [true, 'E01000001, 1,500 residents: 1.34 km to the nearest'],
      [true, 'E01000001, 1,500 residents: none open'],
    ])
    expect(data(siteMap({ ...map, near: 2000 }, words))['homes']?.[0]).toMatchObject({ beyond: false })
  })

  it('leaves out what lies outside the map, and counts the sites that do', () => {
    const spec = siteMap(map, words)
    const borders = (data(spec)['around']?.[0]?.['geometry'] as { coordinates: unknown[][] }).coordinates
    expect(borders.map((line) => line.length)).toEqual([2, 3])
    expect(data(spec)['sites']?.map(({ told }) => told)).toEqual(['Beechdale: open', 'Beechdale: closed since'])
    expect(JSON.stringify(spec)).toContain('1 of the sites lie outside the maps.')
  })

  it('stands its maps side by side on a page and one below the other on a phone', () => {
    const frames = (layout: 'wide' | 'narrow') => data(siteMap(map, words, layout))['frames'] ?? []
    expect(new Set(frames('wide').map(({ y }) => y)).size).toBe(1)
    expect(new Set(frames('narrow').map(({ x }) => x)).size).toBe(1)
  })

  it('keeps a hole of a ward', async () => {
    const hole = [
      [-1.195, 52.965],
      [-1.185, 52.965],
      [-1.185, 52.975],
      [-1.195, 52.975],
      [-1.195, 52.965],
    ] as const
    const ward = {
      ...map.ward,
      geometry: {
        type: 'Polygon' as const,
        coordinates: [...(map.ward.geometry.coordinates as readonly (readonly (readonly [number, number])[])[]), hole],
      },
    }
    const spec = siteMap({ ...map, ward }, words)
    expect((data(spec)['ward']?.[0]?.['geometry'] as { coordinates: unknown[] }).coordinates.length).toBe(2)
    expect(await render(spec, 'svg')).toContain('<svg')
  })
})
