import { describe, expect, it } from 'vitest'
import { type ChartWords, type RankedChange, rankedChanges } from '../../src/charts/index.js'

const words: ChartWords = {
  title: 'Was it typical?',
  unit: 'per cent',
  place: 'Nottingham (E06000018)',
  source: 'an example',
  alt: 'Second of three.',
  notes: [],
}
const own: RankedChange = { label: 'Nottingham', value: -33.2, own: true }
const chart = (changes: readonly RankedChange[]) => ({
  changes,
  distribution: { n: 3, lower: -40, median: -30, upper: -20 },
  comparators: 'councils',
  suffix: ' %',
  decimals: 1,
})
const data = (spec: object): Record<string, Record<string, unknown>[]> =>
  (spec as { datasets: Record<string, Record<string, unknown>[]> }).datasets

describe('ranked changes', () => {
  it('stand in order, equal ones by name, whatever order they come in, and their input stays as it was', () => {
    const changes = Object.freeze([
      own,
      { label: 'b', value: -10 },
      { label: 'a', value: -10 },
      { label: 'c', value: -50 },
    ])
    const spec = rankedChanges(chart(changes), words)
    const middles = Object.fromEntries((data(spec)['dots'] ?? []).map(({ told, y }) => [String(told), Number(y)]))
    expect(
      Object.entries(middles)
        .sort(([, a], [, b]) => a - b)
        .map(([told]) => told),
    ).toEqual(['1. c: −50.0 %', '2. Nottingham: −33.2 %', '3. a: −10.0 %', '4. b: −10.0 %'])
  })

  it('draws a change far beyond the others at the edge, and tells it in a note', () => {
    const spec = rankedChanges(chart([own, { label: 'Wigan', value: 427.9 }, { label: 'a', value: -10 }]), words)
    const wigan = data(spec)['dots']?.find(({ told }) => String(told).includes('Wigan'))
    expect(wigan).toMatchObject({ beyond: true, told: '3. Wigan: +427.9 %' })
    expect(Number(wigan?.['value'])).toBeLessThan(20)
    expect(JSON.stringify(spec).replaceAll('\u00a0', ' ')).toContain('Triangles lie beyond the axis: Wigan +427.9 %.')
  })

  it('speaks of no triangle where the axis holds the change after all', () => {
    const spec = rankedChanges(
      {
        ...chart([
          { ...own, value: -100 },
          { label: 'near', value: -90 },
        ]),
        distribution: { n: 2, lower: -2, median: 0, upper: 2 },
      },
      words,
    )
    expect(data(spec)['dots']?.map(({ beyond }) => beyond)).toEqual([false, false])
    expect(JSON.stringify(spec)).not.toContain('Triangles')
  })

  it('never moves the place itself to the edge', () => {
    const spec = rankedChanges(
      chart([
        { ...own, value: 900 },
        { label: 'a', value: -10 },
      ]),
      words,
    )
    expect(data(spec)['dots']?.find((dot) => dot['own'] === true)).toMatchObject({ value: 900, beyond: false })
  })

  it('names every place up to forty, and the place itself alone above', () => {
    const many = (count: number): RankedChange[] => [
      own,
      ...Array.from({ length: count - 1 }, (_, i) => ({ label: `p${i}`, value: -i })),
    ]
    expect(data(rankedChanges(chart(many(40)), words))['labels']?.length).toBe(39)
    expect(data(rankedChanges(chart(many(41)), words))['labels']).toBeUndefined()
    expect(data(rankedChanges(chart(many(41)), words))['ownLabels']).toMatchObject([
      { label: 'Nottingham: −33.2 %' },
      { label: 'rank 7 of 41' },
    ])
  })

  it('refuses changes without the place that they are about', () => {
    expect(() => rankedChanges(chart([{ label: 'a', value: 1 }]), words)).toThrow(
      'it has no change of the place that it is about',
    )
  })
})
