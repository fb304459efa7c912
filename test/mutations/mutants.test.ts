import { describe, expect, it } from 'vitest'
// @ts-expect-error a script without types
import { instrumented as instrumentedOf } from './instrument.mjs'
// @ts-expect-error a script without types
import { mutantsOf as mutantsIn } from './mutants.mjs'
// @ts-expect-error a script without types
import { sampleOf as sampleIn } from './sample.mjs'

interface Mutant {
  readonly id: number
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly replacement: string
  readonly isStatement: boolean
}
const mutantsOf = mutantsIn as (text: string) => Mutant[]
const instrumented = instrumentedOf as (text: string, mutants: readonly Mutant[]) => string
const sampleOf = sampleIn as (mutants: readonly { file: string }[], size: number, seed: number) => { file: string }[]

/** What a text becomes by each of its mutants. */
const mutated = (text: string): string[] =>
  mutantsOf(text).map(({ start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end))

describe('the mutants of a text', () => {
  it.each([
    ['const a = b + c', ['const a = (b) - (c)']],
    ['const a = b < c', ['const a = (b) <= (c)', 'const a = (b) >= (c)']],
    ['const a = b && !c', ['const a = (b) || (!c)', 'const a = b && (c)']],
    ['const a = b ?? c', ['const a = (b) && (c)']],
    ['const a = b ? c : d', ['const a = (c)', 'const a = (d)']],
    ['const a = true', ['const a = false']],
    ['const a = 1', ['const a = 2']],
    ["const a = 'b'", ["const a = ''"]],
    ["const a = ''", ["const a = 'mutated'"]],
    ['const a = `b${c}`', ["const a = ''"]],
    ['const a = [b]', ['const a = []']],
    ['const a = b?.c[0]?.d', ['const a = b?.c[0].d', 'const a = b.c[0]?.d', 'const a = b?.c[1]?.d']],
    ['const a = b.some(c)', ['const a = b.every(c)']],
    ['const a = b.filter(c)', ['const a = (b)']],
    ['a.push(b)', ['']],
  ])('%s are %j', (text, expected) => {
    expect(mutated(text)).toEqual(expected)
  })

  it.each([
    "type A = 'b' | 1",
    'interface A { b: 1 }',
    "import a from 'b'",
    "throw badValue('a', b + 1)",
    "const a = { title: 'b' }",
    'const { a } = b',
  ])('%s has none', (text) => {
    expect(mutated(text)).toEqual([])
  })
})

describe('an instrumented text', () => {
  /** What a function gives with each of its mutants switched on, the first without any. */
  function results(body: string, argument: number): unknown[] {
    const mutants = mutantsOf(body).map((mutant, i) => ({ ...mutant, id: i + 1 }))
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const run = new Function('x', instrumented(body, mutants)) as (x: number) => unknown
    return [0, ...mutants.map(({ id }) => id)].map((active) => {
      Object.assign(globalThis, { __isMutant: (id: number) => id === active })
      return run(argument)
    })
  }

  it('does what it did, and what each mutant does when it is switched on', () => {
    // In the order of the text: the two branches, the comparison twice, 2, the product, 3, the difference, 1.
    expect(results('return x > 2 ? x * 3 : x - 1', 2)).toEqual([1, 6, 1, 6, 6, 1, 1, 1, 3, 0])
    // Without the first statement, with the condition the other way round, at its boundary, always and never, with 1
    // for 0, without the second statement, with 2 for 1.
    const statements = 'const a = []\na.push(x)\nif (x > 0) a.push(1)\nreturn a.join()'
    expect(results(statements, 5)).toEqual(['5,1', '1', '5,1', '5', '5,1', '5', '5,1', '5', '5,2'])
  })
})

describe('a sample of mutants', () => {
  const all = Array.from({ length: 100 }, (_, i) => ({ file: i < 70 ? 'a' : i < 99 ? 'b' : 'c', i }))
  it('has of every file its share, and one at least, and is the same for one seed', () => {
    const sample = sampleOf(all, 10, 1)
    expect(['a', 'b', 'c'].map((name) => sample.filter(({ file }) => file === name).length)).toEqual([7, 2, 1])
    expect(sampleOf(all, 10, 1)).toEqual(sample)
    expect(sampleOf(all, 10, 2)).not.toEqual(sample)
    expect(sampleOf(all, 100, 1)).toEqual(all)
  })
})
