import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Point, type Position, type Ring, wardLocator } from '../../src/geography/index.js'
import { areaOf, areaOfCells, type Cell, square } from '../support/areas.js'

const at = (longitude: number, latitude: number): Point => Object.freeze({ longitude, latitude })

describe('wardsAt', () => {
  const locator = wardLocator([areaOf('B', square(1, 50)), areaOf('A', square(0, 50))])

  it('gives the wards in the order of the points, and counts those inside, outside and on a border', () => {
    const points = [at(1.5, 50.5), at(3, 50.5), at(1, 50.5), at(0.5, 50.5), at(0, 50)]
    expect(locator.wardsAt(points)).toEqual({ codes: ['B', null, 'A', 'A', 'A'], inside: 4, outside: 1, onBorder: 2 })
  })

  it('takes two columns as well as points', () => {
    const [longitude, latitude] = [
      [1.5, 3, 1],
      [50.5, 50.5, 50.5],
    ]
    expect(locator.wardsAt({ longitude: Float64Array.from(longitude), latitude: Float64Array.from(latitude) })).toEqual(
      locator.wardsAt(longitude.map((x, i) => at(x, latitude[i] ?? 0))),
    )
  })

  it('does not count a point on a border that lies inside the ward it is given to', () => {
    const overlapping = wardLocator([areaOf('A', square(0, 50, 2)), areaOf('B', square(1, 50, 2))])
    expect(overlapping.wardsAt([at(1, 51)])).toEqual({ codes: ['A'], inside: 1, outside: 0, onBorder: 0 })
  })

  it('finds nothing where there are no wards, and nothing of no points', () => {
    expect(wardLocator([]).wardsAt([at(0, 50)])).toEqual({ codes: [null], inside: 0, outside: 1, onBorder: 0 })
    expect(locator.wardsAt([])).toEqual({ codes: [], inside: 0, outside: 0, onBorder: 0 })
  })

  it('refuses a point without numbers by its position, and columns of two lengths', () => {
    const missing = null as unknown as number
    expect(() => locator.wardsAt([at(0, 50), at(missing, 50)])).toThrow(
      "point at position 1 (longitude, latitude): 'null, 50' is not allowed",
    )
    expect(() => locator.wardsAt({ longitude: [0, 0, 0], latitude: [50, 50, Number.NaN] })).toThrow(
      "point at position 2 (longitude, latitude): '0, NaN'",
    )
    expect(() => locator.wardsAt({ longitude: [0], latitude: [] })).toThrow('1 longitudes, 0 latitudes')
  })

  it('gives every whole and half point of a divided grid to exactly one ward, a border to the lower code', () => {
    const side = 5
    const cells = Array.from({ length: side * side }, (_, i): Cell => [i % side, Math.floor(i / side)])
    const points = Array.from({ length: (2 * side + 3) ** 2 }, (_, i) =>
      at((i % (2 * side + 3)) / 2 - 0.5, Math.floor(i / (2 * side + 3)) / 2 - 0.5),
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: cells.length, maxLength: cells.length }),
        (dealt) => {
          const wards = ['D', 'B', 'A', 'C']
            .map((code) =>
              areaOfCells(
                code,
                cells.filter((_, i) => dealt[i] === code),
              ),
            )
            .filter(({ geometry }) => geometry.coordinates.length > 0)
          const expected = points.map(
            ({ longitude: x, latitude: y }) => dealt.filter((_, i) => touches(cells[i], x, y)).sort()[0] ?? null,
          )
          const found = wardLocator(wards).wardsAt(points)
          expect(found.codes).toEqual(expected)
          expect([found.inside, found.outside]).toEqual([(2 * side + 1) ** 2, points.length - (2 * side + 1) ** 2])
          expect(found.onBorder).toBe(
            points.filter(
              ({ longitude: x, latitude: y }) =>
                Math.min(x, y) >= 0 && Math.max(x, y) <= side && (x % 1 === 0 || y % 1 === 0),
            ).length,
          )
        },
      ),
    )
  })

  it('agrees with turf on rings of any shape, with holes, on points in, out and on the border', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
    const ring = fc
      .array(corner, { minLength: 3, maxLength: 60 })
      .map((corners): Ring => [...corners, corners[0] ?? [0, 0]])
    const points = Array.from({ length: 43 * 43 }, (_, i) => at((i % 43) - 1, Math.floor(i / 43) - 1))
    fc.assert(
      fc.property(ring, ring, (outer, hole) => {
        const { codes } = wardLocator([areaOf('A', outer, hole)]).wardsAt(points)
        const inRing = (each: Ring, { longitude, latitude }: Point, ignoreBoundary: boolean): boolean =>
          booleanPointInPolygon(
            [longitude, latitude],
            { type: 'Polygon', coordinates: [each.map((position) => [...position])] },
            { ignoreBoundary },
          )
        const onEither = (point: Point): boolean =>
          [outer, hole].some((each) => inRing(each, point, false) && !inRing(each, point, true))
        expect(codes.map((code) => code === 'A')).toEqual(
          points.map((point) => onEither(point) || inRing(outer, point, false) !== inRing(hole, point, false)),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('gives each point the ward that wardAt gives it', () => {
    const turn = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(turn, { minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(turn, turn), { maxLength: 40 }),
        (turns, pairs) => {
          const border = turns.map((x, i): Position => [x, 50 + i / turns.length])
          const { wardAt, wardsAt } = wardLocator([
            areaOf('W', [...border, [-1, 51], [-1, 50], border[0] ?? [0, 50]]),
            areaOf('E', [...border, [2, 51], [2, 50], border[0] ?? [0, 50]]),
          ])
          const points = [...border, ...pairs.map(([x, y]): Position => [x, 50 + y])].map(([x, y]) => at(x, y))
          expect(wardsAt(points).codes).toEqual(points.map(wardAt))
        },
      ),
    )
  })
})

/** Whether a point lies in a cell or on its border. */
const touches = ([column, row]: Cell = [Number.NaN, Number.NaN], x: number, y: number): boolean =>
  x >= column && x <= column + 1 && y >= row && y <= row + 1
