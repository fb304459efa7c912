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
      [10, 40, 'circle'],
      [10, 41, 'circle'],
    ])
    expect(JSON.stringify(spec)).toContain('"domain":[0,100]')
    expect(JSON.stringify(spec)).toContain('partial: not all is known')
  })
})
