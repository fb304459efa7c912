import { table } from 'arquero'
import { expect, it } from 'vitest'
import { CROSSWALK_WEIGHTS, crosswalk, harmonise } from '../../../src/geography/index.js'
import { describeOnReference } from '../../support/reference.js'

interface Case {
  readonly expected: readonly {
    readonly id: string
    readonly value: Readonly<Record<string, number>> | number
    readonly tol: number
  }[]
}
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

describeOnReference(
  'areal interpolation of St Louis tracts to wards, against areal 0.1.8.9000 (R 4.2.2)',
  'spatial-areal-stl',
  ({ json, records: rows }) => {
    const pieces = () =>
      rows('intersections.csv').map((row) => ({
        source: row['GEOID'] ?? '',
        target: row['WARD'] ?? '',
        weight: Number(row['area']),
      }))
    const areas = () => new Map(rows('source_areas.csv').map((row) => [row['GEOID'] ?? '', Number(row['area'])]))
    const sumOf = () => crosswalk({ from: 'tract', to: 'ward', weights: 'square metres', pieces: pieces() })
    const total = () =>
      crosswalk({ from: 'tract', to: 'ward', weights: 'square metres', pieces: pieces(), sourceTotals: areas() })
    const column = (file: string, name: string) =>
      table({ tract: rows(file).map((row) => row['GEOID'] ?? ''), x: rows(file).map((row) => Number(row[name])) })
    const expected = () => (json('expected.json') as Case).expected
    const found = (id: string): { readonly byWard: ReadonlyMap<string, number | null>; readonly unplaced: number } => {
      const [kind = '', way = '', name = ''] = id.split('.')
      const { table: after, loss } =
        kind === 'intensive'
          ? harmonise(column('asthma.csv', 'ASTHMA'), sumOf(), {
              key: 'tract',
              measures: { x: { kind: 'mean', denominator: CROSSWALK_WEIGHTS } },
            })
          : harmonise(column('race.csv', name), way === 'total' ? total() : sumOf(), {
              key: 'tract',
              measures: { x: { kind: 'count' } },
            })
      return {
        byWard: new Map((after.objects() as { tract: string; x: number | null }[]).map((row) => [row.tract, row.x])),
        unplaced: loss.totals[0]?.unplaced ?? 0,
      }
    }

    it.each([
      'extensive.sum.TOTAL_E',
      'extensive.sum.WHITE_E',
      'extensive.sum.BLACK_E',
      'extensive.total.TOTAL_E',
      'extensive.total.WHITE_E',
      'extensive.total.BLACK_E',
      'intensive.ASTHMA',
    ])('%s is that of each of the 28 wards', (id) => {
      const { value, tol = 0 } = expected().find((each) => each.id === id) ?? {}
      const wards = Object.entries(value as Record<string, number>)
      expect(wards.length).toBe(28)
      const { byWard } = found(id)
      for (const [ward, number] of wards)
        expect(Math.abs((byWard.get(ward) ?? Number.NaN) - number)).toBeLessThanOrEqual(tol * Math.abs(number))
    })

    it(
      'keeps all 314,867 people by the area that is covered, and reports those that lie outside by the ' + 'whole area',
      () => {
        const value = (id: string): number => expected().find((each) => each.id === id)?.value as number
        expect(
          Math.abs(sum([...found('extensive.sum.TOTAL_E').byWard.values()]) - value('extensive.sum.sum.TOTAL_E')),
        ).toBeLessThan(1e-3)
        const whole = found('extensive.total.TOTAL_E')
        expect(Math.abs(sum([...whole.byWard.values()]) - value('extensive.total.sum.TOTAL_E'))).toBeLessThan(0.32)
        expect(sum([...whole.byWard.values()]) + whole.unplaced).toBeCloseTo(value('source.total'), 3)
      },
    )
  },
)
