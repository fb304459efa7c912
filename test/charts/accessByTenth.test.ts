import { describe, expect, it } from 'vitest'
import { type ChartWords, accessByTenth } from '../../src/charts/index.js'

const words: ChartWords = {
  title: 'Who lives near?',
  unit: 'per cent',
  place: 'England',
  source: 'an example',
  alt: 'Higher where more are poor.',
  notes: [],
}
const data = (spec: object): Record<string, Record<string, unknown>[]> =>
  (spec as { datasets: Record<string, Record<string, unknown>[]> }).datasets

describe('access by tenth', () => {
  it('leaves a missing share out, marks a partial one by its shape, and shows all from 0 to 100 per cent', () => {
    const spec = accessByTenth(
      {
        tenths: [
          { tenth: 1, before: { value: 70, status: 'partial' }, after: { value: null, status: 'missing' } },
          { tenth: 10, before: { value: 40, status: 'modelled' }, after: { value: 41, status: 'modelled' } },
        ],
        before: '2010',
        after: '2023',
      },
      words,
    )
    expect(data(spec)['points']?.map(({ tenth, value, shape }) => [tenth, value, shape])).toEqual([
      [1, 70, 'diamond'],
      [10, 40, 'square'],
      [10, 41, 'square'],
    ])
    expect(JSON.stringify(spec)).toContain('"domain":[0,100]')
    expect(JSON.stringify(spec)).toContain('partial: not all is known')
  })

  it('draws no line across a tenth that is absent, and refuses one that is given twice', () => {
    const end = { value: 70, status: 'observed' } as const
    const tenths = [1, 2, 5].map((tenth) => ({ tenth, before: end, after: end }))
    const spec = accessByTenth({ tenths, before: '2010', after: '2023' }, words)
    expect(new Set(data(spec)['points']?.map(({ line }) => line)).size).toBe(4)
    const twice = { tenths: [...tenths, ...tenths.slice(0, 1)], before: '2010', after: '2023' }
    expect(() => accessByTenth(twice, words)).toThrow("'2010' has tenth 1 twice; give each once")
  })
})
