import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contiguity, type Neighbours, type Position, type WardFeature } from '../../src/geography/index.js'
import { areaOf, areaOfCells, type Cell, square } from '../support/areas.js'
import { describeOnReference } from '../support/reference.js'

const SIDE = 6
const cells = Array.from({ length: SIDE * SIDE }, (_, i): Cell => [i % SIDE, Math.floor(i / SIDE)])
/** A hundredth of a degree to a cell, somewhere in England. */
const inEngland = ([x, y]: Position): Position => [-1 + x / 100, 52 + y / 100]
/** A grid whose cells are dealt out to areas: -1 is sea. */
const labels = fc.array(fc.integer({ min: -1, max: 9 }), { minLength: cells.length, maxLength: cells.length })
const codeOf = (label: number): string => `A${label}`
const areasOf = (dealt: readonly number[], move = inEngland): WardFeature[] =>
  [...new Set(dealt)]
    .filter((label) => label >= 0)
    .map((label) =>
      areaOfCells(
        codeOf(label),
        cells.filter((_, i) => dealt[i] === label),
        move,
      ),
    )
const linksOf = ({ codes, of }: Neighbours): string[] =>
  codes.flatMap((code) => of(code).map((other) => `${code} ${other}`))

describe('contiguity', () => {
  it('joins areas that share a corner by the queen rule, and only those that share a side by the rook rule', () => {
    fc.assert(
      fc.property(labels, fc.constantFrom(0, 1, 4), (dealt, snap) => {
        const expected = (near: (columns: number, rows: number) => boolean): string[] => {
          const pairs = cells.flatMap(([x, y], i) =>
            cells.flatMap(([u, v], j) =>
              near(Math.abs(x - u), Math.abs(y - v)) ? [[dealt[i] ?? -1, dealt[j] ?? -1] as const] : [],
            ),
          )
          return [
            ...new Set(
              pairs.filter(([a, b]) => a >= 0 && b >= 0 && a !== b).map(([a, b]) => `${codeOf(a)} ${codeOf(b)}`),
            ),
          ].sort()
        }
        expect(linksOf(contiguity(areasOf(dealt), { rule: 'queen', snap }))).toEqual(
          expected((columns, rows) => columns <= 1 && rows <= 1),
        )
        expect(linksOf(contiguity(areasOf(dealt), { rule: 'rook', snap }))).toEqual(
          expected((columns, rows) => columns + rows === 1),
        )
      }),
      { numRuns: 60 },
    )
  })

  it(
    'is mutual, never joins an area to itself, has the rook among the queen’s, and does not depend on the order ' +
      'or on the way rings run',
    () => {
      // Each area has its own idea, up to 6 m wrong, of where the corners lie.
      const faulty = fc.array(
        fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })),
        { minLength: 10, maxLength: 10 },
      )
      fc.assert(
        fc.property(labels, faulty, fc.constantFrom('queen' as const, 'rook' as const), (dealt, faults, rule) => {
          const areas = [...new Set(dealt)]
            .filter((label) => label >= 0)
            .flatMap((label) => {
              const [east = 0, north = 0] = faults[label] ?? []
              return areasOf(
                dealt.map((each) => (each === label ? label : -1)),
                ([x, y]) => inEngland([x + east / 685, y + north / 1113]),
              )
            })
          const found = contiguity(areas, { rule })
          const links = new Set(linksOf(found))
          for (const code of found.codes)
            for (const other of found.of(code))
              expect([other === code, links.has(`${other} ${code}`)]).toEqual([false, true])
          const turned = [...areas].reverse().map((area): WardFeature =>
            area.geometry.type === 'Polygon'
              ? area
              : {
                  ...area,
                  geometry: {
                    ...area.geometry,
                    coordinates: area.geometry.coordinates.map((rings) => rings.map((ring) => [...ring].reverse())),
                  },
                },
          )
          expect(linksOf(contiguity(turned, { rule }))).toEqual([...links])
          const queen = new Set(linksOf(contiguity(areas, { rule: 'queen' })))
          expect([...links].filter((link) => !queen.has(link))).toEqual([])
        }),
        { numRuns: 60 },
      )
    },
  )

  it('finds with a larger tolerance what it finds with a smaller one', () => {
    const apart = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(apart, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (gaps, a, b) => {
        const row = gaps.map((gap, i) => areaOf(`A${i}`, square(-1 + i / 100 + gap / 68_500, 52, 0.01)))
        const [small, large] = [Math.min(a, b), Math.max(a, b)].map(
          (snap) => new Set(linksOf(contiguity(row, { rule: 'queen', snap }))),
        )
        expect([...(small ?? [])].filter((link) => large?.has(link) === false)).toEqual([])
      }),
    )
  })

  it('joins an area to the one that fills its hole, and not to one that lies in the hole apart from its border', () => {
    const around = areaOf('A', square(0, 50, 3), square(1, 51))
    expect(contiguity([around, areaOf('B', square(1, 51))], { rule: 'rook' }).of('A')).toEqual(['B'])
    expect(contiguity([around, areaOf('B', square(1.2, 51.2, 0.5))], { rule: 'queen' }).islands).toEqual(['A', 'B'])
  })

  it('joins areas whose borders have no corner in common', () => {
    const halves = [
      areaOf('A', square(0, 50, 2)),
      areaOf('B', square(2, 50.5)),
      areaOf('C', [
        [-1, 50.5],
        [0, 51],
        [-1, 51.5],
        [-1, 50.5],
      ]),
    ]
    expect([contiguity(halves, { rule: 'rook' }).of('A'), contiguity(halves, { rule: 'queen' }).of('A')]).toEqual([
      ['B'],
      ['B', 'C'],
    ])
    expect(contiguity(halves, { rule: 'queen', snap: 0 }).links).toBe(0)
  })

  it('says by which rule and tolerance areas are neighbours, and knows no neighbours of no areas', () => {
    expect(contiguity([], { rule: 'queen' })).toMatchObject({
      rule: { kind: 'queen', snap: 4 },
      codes: [],
      links: 0,
      islands: [],
    })
    expect(contiguity([areaOf('A', square(0, 50))], { rule: 'rook', snap: 2 })).toMatchObject({
      rule: { kind: 'rook', snap: 2 },
      islands: ['A'],
    })
  })

  it('refuses a rule that is none, a tolerance below 0 and two areas of one code', () => {
    const area = areaOf('A', square(0, 50))
    expect(() => contiguity([area], { rule: 'bishop' as 'queen' })).toThrow('rule of contiguity')
    for (const snap of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => contiguity([area], { rule: 'queen', snap })).toThrow('snap of contiguity')
    expect(() => contiguity([area, area], { rule: 'queen' })).toThrow("key 'A' stands in rows 1 and 2")
  })
})

/**
 * Crime in 49 neighbourhoods of Columbus, Ohio (Anselin 1988; columbus.shp of spData 2.2.1), with the neighbours that
 * spdep 1.2.7 finds.
 */
describeOnReference('contiguity of Columbus', 'spatial-moran-columbus', ({ json, numbers }) => {
  const code = (row: number): string => String(row).padStart(2, '0')
  const areas = (): WardFeature[] =>
    (json('data.geojson') as { features: WardFeature[] }).features.map((feature, i) => ({
      ...feature,
      properties: { ward_code: code(i + 1), ward_name: '', district_code: '' },
    }))

  it.each([
    ['queen', 'neighbours.csv', 236],
    ['rook', 'neighbours_rook.csv', 200],
  ] as const)('by the %s rule is that of poly2nb', (rule, file, links) => {
    const found = contiguity(areas(), { rule, snap: 0 })
    expect(found.links).toBe(links)
    expect(linksOf(found)).toEqual(numbers(file).map(([i = 0, j = 0]) => `${code(i)} ${code(j)}`))
  })
})
