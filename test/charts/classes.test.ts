import { expect, it } from 'vitest'
import { classNotes, classesOf, writtenInClass } from '../../src/charts/classes.js'
import { inForm } from '../../src/charts/numbers.js'

const counts = (values: readonly number[]): number[] =>
  classesOf('example', values, {}, { decimals: 1 }).map(({ holds }) => values.filter(holds).length)

it('classes hold equal numbers where no two values are equal', () => {
  for (const count of [3, 4, 20, 7651])
    expect(Math.max(...counts(range(count))) - Math.min(...counts(range(count)))).toBeLessThanOrEqual(1)
})

it('classes hold equal numbers although values are nearer to each other than they are written', () => {
  expect(counts([0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99])).toEqual([3, 3, 3])
})

it('equal values are in one class, and the numbers are as near to equal as they allow', () => {
  expect(counts([1, 1, 1, 1, 1, 2, 3, 4, 5])).toEqual([5, 2, 2])
  expect(counts([0, 0, 0, 0, 7])).toEqual([4, 1])
  expect(counts([0.3, 0.1 + 0.2, 0.3])).toEqual([3])
})

it.each([0.976, 0.9996, 1.04, -0.04])('%s is written so that its class is true of the number written', (value) => {
  const classes = classesOf('example', [value], { breaks: [0, 1] }, { decimals: 1 })
  const text = writtenInClass(value, classes, { decimals: 1 }, (form) => inForm(value, form))
  const read = Number(text.replace('−', '-'))
  expect(classes.findIndex(({ holds }) => holds(read))).toBe(classes.findIndex(({ holds }) => holds(value)))
})

it('a value is written with no more decimals than its class needs', () => {
  const written = (value: number) =>
    writtenInClass(value, classesOf('example', [value], { breaks: [1] }, {}), { decimals: 1 }, (form) =>
      inForm(value, form),
    )
  expect([0.976, 0.94, 1.04, 0.9996].map(written)).toEqual(['0.98', '0.9', '1.0', '0.9996'])
})

it('a note says how classes were chosen, but around a reference, which the key tells', () => {
  expect(classNotes({})).toEqual(['Classes hold equal numbers, as far as equal figures allow.'])
  expect(classNotes({ breaks: [1] })).toEqual(['Classes begin at numbers that were chosen, not computed.'])
  expect(classNotes({ around: { polarity: 'none', within: 1 } })).toEqual([])
})

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.sqrt(i + 2))
}
