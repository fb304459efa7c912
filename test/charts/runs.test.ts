import { expect, it } from 'vitest'
import { leastStep, runsOf, withAbsent } from '../../src/charts/runs.js'
import { frozen } from '../support/frozen.js'

const at = (place: number, value: number | null = 1) => ({ at: place, when: String(place), value })
const runs = (points: readonly ReturnType<typeof at>[], step = 1) =>
  runsOf('example', frozen(points), { name: "the line 'A'", step }).map(({ point, run }) => [point.at, run])

it('a line stops at a missing figure and where a place is absent, and is read in the order of its places', () => {
  expect(runs([at(3), at(1), at(2), at(5), at(6, null), at(7)])).toEqual([
    [1, '0 0'],
    [2, '0 0'],
    [3, '0 0'],
    [5, '0 1'],
    [7, '0 2'],
  ])
})

it('a leap year is no gap', () => {
  expect(runs([at(2015 + 89 / 365), at(2016 + 91 / 366)]).map(([, run]) => run)).toEqual(['0 0', '0 0'])
})

it('a place that is given twice is refused', () => {
  expect(() => runs([at(1), at(2), at(1)])).toThrow("chart 'example': the line 'A' has 1 twice; give each once")
})

it('absent places stand between those that are further apart than a step', () => {
  expect(withAbsent([2011, 2008, 2009, 2009], 1)).toEqual([2008, 2009, 2010, 2011])
  expect(withAbsent([2001, 2011], 10)).toEqual([2001, 2011])
  expect(withAbsent([2010.25, 2012.247], 1)).toEqual([2010.25, 2011.25, 2012.247])
})

it('the least step is that of the two nearest places', () => {
  expect(leastStep([2015, 2008, 2009])).toBe(1)
  expect(leastStep([2009])).toBe(0)
})
