import { expect, it } from 'vitest'
import { inOrderOfCodes, neighboursOf } from '../../src/geography/neighbours.js'

const rule = { kind: 'within', metres: 1 } as const

it('gives the neighbours of an area in the order of the codes, whatever the order of their positions', () => {
  expect(neighboursOf(['A', 'B', 'C'], rule, [[2, 1], [0], [0]]).of('A')).toEqual(['B', 'C'])
})

it(
  'counts two areas that are neighbours of each other as two links, and an area without a neighbour as ' + 'an island',
  () => {
    const { codes, islands, links } = neighboursOf(['A', 'B', 'C'], rule, [[1], [0], []])
    expect([links, islands, codes]).toEqual([2, ['C'], ['A', 'B', 'C']])
  },
)

it('refuses a code that it does not know', () => {
  expect(() => neighboursOf(['A'], rule, [[]]).of('B')).toThrow(
    "area whose neighbours are wanted: 'B' is not allowed. Allowed: the code of one of the 1 areas that were given.",
  )
})

it('refuses two areas of one code, and says where they stand', () => {
  expect(() => inOrderOfCodes(['B', 'A', 'B'], (code) => code)).toThrow("key 'B' stands in rows 1 and 3")
})
