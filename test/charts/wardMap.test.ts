import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import {
  CLASS_COLOURS,
  DARK,
  GREY,
  INK,
  PAPER,
  WARDS_DRAWN_SINGLY,
  type WardMapRow,
  wardMap,
} from '../../src/charts/index.js'
import type { Ring, WardFeature } from '../../src/model/boundary.js'
import { CHART_WORDS as words, dataOf, expectDrawn, keyOf, notesOf } from '../support/charts.js'
import { contrast } from '../support/vegaLite.js'

const ringAt = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west, south + size],
  [west + size, south + size],
  [west + size, south],
  [west, south],
]
const square = (code: string, west: number, south: number, size = 0.02, name = code): WardFeature => ({
  type: 'Feature',
  properties: { ward_code: code, ward_name: name, district_code: 'E06000001' },
  geometry: { type: 'Polygon', coordinates: [ringAt(west, south, size)] },
})
const four = Object.freeze([
  square('A', -1.2, 52.96),
  square('B', -1.18, 52.96),
  square('C', -1.2, 52.98),
  square('D', -1.18, 52.98),
])
const rows: readonly WardMapRow[] = Object.freeze(
  [
    { ward_code: 'A', value: 1 },
    { ward_code: 'B', value: 2 },
    { ward_code: 'C', value: 3 },
    { ward_code: 'D', value: null },
  ].map((row) => Object.freeze(row)),
)
/** A lattice of so many wards, one value each. */
const lattice = (side: number) =>
  Array.from({ length: side * side }, (_, i) =>
    square(`W${i}`, -2 + (i % side) * 0.02, 52 + Math.floor(i / side) * 0.02),
  )
const coordinates = (feature: unknown): number[][][][] =>
  (feature as { geometry: { coordinates: number[][][][] } }).geometry.coordinates
const signed = (ring: number[][]): number =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0) / 2
const shoelace = (ring: number[][]): number => Math.abs(signed(ring))

describe('a ward map', () => {
  it(
    'is valid and drawn without a warning, singly and together, with statuses, a small ward and an ' + 'emphasised one',
    async () => {
      await expectDrawn((layout) =>
        wardMap(
          {
            decimals: 1,
            wards: four,
            rows: [
              { ward_code: 'A', value: 1, status: 'modelled' },
              { ward_code: 'B', value: 2 },
            ],
            emphasis: 'A',
          },
          words,
          layout,
        ),
      )
      const many = lattice(21)
      await expectDrawn((layout) =>
        wardMap(
          {
            wards: [...many, square('tiny', -2.5, 52, 0.0001)],
            rows: many.slice(1).map(({ properties }, i) => ({ ward_code: properties.ward_code, value: i })),
            emphasis: 'W5',
          },
          words,
          layout,
        ),
      )
    },
  )

  it('classes wards by equal numbers, at the shortest breaks between them, and says how many are in each', () => {
    expect(keyOf(wardMap({ decimals: 1, wards: four, rows, suffix: ' %' }, words))).toEqual([
      'below 2.0 % (1 ward)',
      '2.0 % to below 3.0 % (1 ward)',
      '3.0 % and more (1 ward)',
      'no figure (1 ward)',
    ])
  })

  it('takes breaks: a value on a break is in the class above it', () => {
    const spec = wardMap({ wards: four, rows, breaks: [2, 3], decimals: 0 }, words)
    expect(keyOf(spec).slice(0, 3)).toEqual(['below 2 (1 ward)', '2 to below 3 (1 ward)', '3 and more (1 ward)'])
    expect(dataOf(spec)['class 2']?.map(({ told }) => told)).toEqual(['B (B): 2'])
    expect(keyOf(wardMap({ wards: four, rows, breaks: [2], decimals: 0 }, words)).slice(0, 2)).toEqual([
      'below 2 (1 ward)',
      '2 and more (2 wards)',
    ])
  })

  it('writes a break with all its decimals, so that the key is true', () => {
    expect(keyOf(wardMap({ decimals: 1, wards: four, rows, breaks: [1.25] }, words))[0]).toBe('below 1.25 (1 ward)')
  })

  it('classes changes by what they mean, light to dark, and writes them with their sign', () => {
    const changes: WardMapRow[] = [
      { ward_code: 'A', value: -3 },
      { ward_code: 'B', value: 0.5 },
      { ward_code: 'C', value: 4 },
      { ward_code: 'D', value: -0.5 },
    ]
    const labels = (polarity: 'more is better' | 'less is better' | 'none') =>
      keyOf(wardMap({ decimals: 1, wards: four, rows: changes, around: { polarity, within: 0.5 } }, words))
    expect(labels('more is better')).toEqual([
      'better: above +0.5 (1 ward)',
      'about the same: −0.5 to +0.5 (2 wards)',
      'worse: below −0.5 (1 ward)',
    ])
    expect(labels('less is better')).toEqual([
      'better: below −0.5 (1 ward)',
      'about the same: −0.5 to +0.5 (2 wards)',
      'worse: above +0.5 (1 ward)',
    ])
    expect(labels('none')).toEqual([
      'rise: above +0.5 (1 ward)',
      'about the same: −0.5 to +0.5 (2 wards)',
      'fall: below −0.5 (1 ward)',
    ])
    expect(
      dataOf(wardMap({ decimals: 1, wards: four, rows: changes, around: { polarity: 'none', within: 0 } }, words))[
        'class 1'
      ]?.map(({ told }) => told),
    ).toEqual(['B (B): +0.5', 'C (C): +4.0'])
  })

  it('hatches a ward without a figure and one without a row, and never colours them', () => {
    const spec = wardMap({ decimals: 1, wards: four, rows: rows.slice(1) }, words)
    expect(dataOf(spec)['missing']?.map(({ told }) => told)).toEqual(['A (A): no figure', 'D (D): no figure'])
    expect(keyOf(spec).at(-1)).toBe('no figure (2 wards)')
    const [hatching] = dataOf(spec)['hatching'] ?? []
    expect(
      (hatching as unknown as { geometry: { coordinates: unknown[] } }).geometry.coordinates.length,
    ).toBeGreaterThan(50)
  })

  it('refuses rows of wards that are not on the map, or names them in a note', () => {
    const strange = [...rows, { ward_code: 'X', value: 1 }, { ward_code: 'Y', value: 2 }]
    expect(() => wardMap({ decimals: 1, wards: four, rows: strange }, words)).toThrow(
      'the rows of X, Y are not among its wards; take boundaries of the list that the rows are of, or give ' +
        "unmatched: 'note'",
    )
    expect(notesOf(wardMap({ decimals: 1, wards: four, rows: strange, unmatched: 'note' }, words))).toContain(
      'Not on the map: the rows of X, Y are not among its wards.',
    )
    expect(
      notesOf(
        wardMap(
          {
            decimals: 1,
            wards: four,
            rows: [...rows, ...Array.from({ length: 7 }, (_, i) => ({ ward_code: `X${i}`, value: 1 }))],
            unmatched: 'note',
          },
          words,
        ),
      ),
    ).toContain('X0, X1, X2, X3, X4 and 2 more are not')
  })

  it.each([
    ['a row twice', { wards: four, rows: [...rows, { ward_code: 'A', value: 2 }] }, "the ward 'A' comes twice"],
    ['a ward twice', { wards: [...four, square('A', 0, 52)], rows }, "the ward 'A' comes twice"],
    ['no figure', { wards: four, rows: [{ ward_code: 'A', value: null }] }, 'none of its wards has a figure'],
    ['no ward', { wards: [], rows: [] }, 'none of its wards has a figure'],
    ['falling breaks', { wards: four, rows, breaks: [3, 2] }, 'its breaks are 3, 2; give one or two rising numbers'],
    [
      'three breaks',
      { wards: four, rows, breaks: [1, 2, 3] },
      'its breaks are 1, 2, 3; give one or two rising numbers',
    ],
    [
      'two kinds of classes',
      { wards: four, rows, breaks: [1], around: { polarity: 'none', within: 1 } as const },
      'it has breaks and classes around a reference',
    ],
    [
      'a negative width of the same',
      { wards: four, rows, around: { polarity: 'none', within: -1 } as const },
      'values within -1 of 0 cannot be about the same',
    ],
    [
      'an emphasis that is not there',
      { wards: four, rows, emphasis: 'X' },
      "the ward 'X' that it is about is not among its wards",
    ],
    [
      'a text as value',
      { wards: four, rows: [{ ward_code: 'A', value: '1' as unknown as number }] },
      `row 1, field 'value' is "1"`,
    ],
  ])('refuses %s', (_, map, message) => {
    expect(() => wardMap(map, words)).toThrow(message)
  })

  it('takes an arquero table', () => {
    expect(
      keyOf(
        wardMap(
          {
            decimals: 1,
            wards: four,
            rows: table({ ward_code: ['A', 'B'], value: [1, 2], other: ['x', 'y'] }),
            breaks: [2],
          },
          words,
        ),
      ),
    ).toEqual(['below 2.0 (1 ward)', '2.0 and more (1 ward)', 'no figure (2 wards)'])
  })

  it('lies to scale with north up: the bar is as long as its kilometres', () => {
    const spec = wardMap({ decimals: 1, wards: four, rows }, words)
    const [bar] = dataOf(spec)['scale'] ?? []
    const ring = (name: string) => coordinates(dataOf(spec)[name]?.[0])[0]?.[0] ?? []
    const [south, north] = [ring('class 1').map(([, y = 0]) => y), ring('class 3').map(([, y = 0]) => y)]
    expect(bar?.['label']).toBe('0.5 km; north is up')
    expect(Math.max(...north)).toBeLessThan(Math.max(...south))
    // A minute of latitude at 53° north is 1,855 m on the ground (WGS84); 0.02 degrees are 1.2 minutes.
    const metres = ((Math.max(...south) - Math.min(...south)) / (Number(bar?.['to']) - Number(bar?.['x']))) * 500
    expect(metres / 1000).toBeCloseTo(1.855 * 1.2, 1)
  })

  it('writes name and figure in a ward, and explains a number in one too small for them', () => {
    const spec = wardMap(
      {
        decimals: 1,
        wards: [...four.slice(0, 3), square('E', -1.2, 53, 0.0015, 'A long name of a ward')],
        rows: [...rows.slice(0, 3), { ward_code: 'E', value: 9 }],
      },
      words,
    )
    expect(dataOf(spec)['texts']?.map(({ text }) => text)).toEqual(['A', '1.0', 'B', '2.0', 'C', '3.0', '1'])
    expect(notesOf(spec)).toContain('By number: 1 A long name of a ward 9.0.')
  })

  it('keeps a hole of a ward, whichever way round it is given', () => {
    for (const hole of [ringAt(-1.195, 52.965, 0.01), [...ringAt(-1.195, 52.965, 0.01)].reverse()]) {
      const holed = {
        ...square('A', -1.2, 52.96),
        geometry: { type: 'Polygon' as const, coordinates: [ringAt(-1.2, 52.96, 0.02), hole] },
      }
      const rings = coordinates(
        dataOf(wardMap({ wards: [holed], rows: [{ ward_code: 'A', value: 1 }], breaks: [0] }, words))['class 2']?.[0],
      ).flat()
      const [outer = 0, inner = 0] = rings.map(signed)
      expect(inner / outer).toBeCloseTo(-0.25, 2)
    }
  })

  it('tells one status of all figures in a note, and several by marks and the key', () => {
    const of = (...statuses: WardMapRow['status'][]) =>
      wardMap(
        {
          decimals: 1,
          wards: four,
          rows: statuses.map((status, i) => ({ ward_code: 'ABCD'.charAt(i), value: i, status })),
        },
        words,
      )
    expect(notesOf(of('modelled', 'modelled', 'modelled', 'modelled'))).toContain('All figures are modelled.')
    expect(keyOf(of('modelled', 'modelled', 'modelled', 'modelled'))).not.toContain('modelled')
    expect(keyOf(of('modelled', 'observed', 'partial', null))).toEqual(
      expect.arrayContaining(['modelled', 'partial: not all is known']),
    )
    expect(dataOf(of('modelled', 'observed', 'partial', null))['marks']?.map(({ told }) => told)).toEqual([
      'A (A): 0.0 (modelled)',
      'C (C): 2.0 (partial)',
    ])
  })

  it('outlines and names the ward that it is about', () => {
    const spec = wardMap({ decimals: 1, wards: four, rows, emphasis: 'B' }, words)
    expect(keyOf(spec).at(-1)).toBe('B')
    expect(dataOf(spec)['emphasis']?.length).toBe(1)
  })
})

describe('a map of many wards', () => {
  const many = lattice(21)
  const figures = many.map(({ properties }, i) => ({
    ward_code: properties.ward_code,
    value: i % 3 === 0 ? null : i % 2,
    status: 'modelled' as const,
  }))
  const spec = wardMap({ wards: many, rows: figures, breaks: [1], emphasis: 'W0' }, words)

  it('draws the wards of a class as one area, of the size of its wards, and says so', () => {
    expect(many.length).toBeGreaterThan(WARDS_DRAWN_SINGLY)
    const sizes = ['class 1', 'class 2', 'missing'].map((name) =>
      coordinates(dataOf(spec)[name]?.[0]).reduce((sum, [ring = []]) => sum + shoelace(ring), 0),
    )
    const whole = shoelace(
      (dataOf(spec)['coast']?.[0] as unknown as { geometry: { coordinates: number[][][] } }).geometry.coordinates[0] ??
        [],
    )
    for (const size of sizes) expect(size / whole).toBeCloseTo(1 / 3, 2)
    expect(notesOf(spec)).toContain('441 wards; neighbours of one class are drawn as one area.')
    expect(notesOf(spec)).toContain('All figures are modelled.')
  })

  it('names the ward that it is about with its figure', () => {
    expect(dataOf(spec)['emphasis']?.map(({ label }) => label)).toEqual(['W0: no figure'])
  })

  it('draws a ward that is too small to be seen as a dot, and counts it', () => {
    const tiny = wardMap(
      { wards: [...many, square('tiny', -1.9, 53, 0.00001)], rows: [{ ward_code: 'tiny', value: 1 }] },
      words,
    )
    expect(coordinates(dataOf(tiny)['class 1']?.[0])).toHaveLength(1)
    expect(notesOf(tiny)).toContain('1 ward is too small to be seen and drawn as a dot.')
  })
})

describe('the colours of classes', () => {
  const sets = [
    ['low', 'middle', 'high'],
    ['better', 'same', 'worse'],
    ['rise', 'same', 'fall'],
  ] as const
  const dark = (colour: string): string => DARK[colour] ?? ''

  it('differ by 3 to 1 from class to class, in the order of their lightness, light and dark', () => {
    for (const names of sets)
      for (const colours of [
        names.map((name) => CLASS_COLOURS[name] as string),
        names.map((name) => dark(CLASS_COLOURS[name])),
      ]) {
        const [first = '', second = '', third = ''] = colours
        expect(contrast(first, second)).toBeGreaterThanOrEqual(3)
        expect(contrast(second, third)).toBeGreaterThanOrEqual(3)
        expect(contrast(first, third)).toBeGreaterThanOrEqual(9)
      }
  })

  it('carry texts and borders that stand out, light and dark', () => {
    const inks = { low: INK, middle: INK, better: INK, same: INK, high: PAPER, worse: PAPER } as const
    for (const [name, ink] of Object.entries(inks)) {
      const colour = CLASS_COLOURS[name as keyof typeof inks]
      expect(contrast(colour, ink), name).toBeGreaterThanOrEqual(4.5)
      expect(contrast(dark(colour), dark(ink)), name).toBeGreaterThanOrEqual(4.5)
      // Of a border, dark within light, one of the two stands out from every class.
      expect(Math.max(contrast(colour, PAPER), contrast(colour, GREY.text)), name).toBeGreaterThanOrEqual(3)
    }
    expect(contrast(GREY.line, PAPER)).toBeGreaterThanOrEqual(3)
  })

  it('has a scale that is shorter than the map also for a single small ward', () => {
    const [bar] =
      dataOf(wardMap({ wards: [square('A', -0.1, 51.5, 0.002)], rows: rows.slice(0, 1) }, words))['scale'] ?? []
    expect(bar).toMatchObject({ label: '0.02 km; north is up' })
    expect(bar?.['to']).toBeLessThan(748 / 2)
  })
})
