import { describe, expect, it } from 'vitest'
import { type FigureFinder, type OwnIndicator, defineIndicator, units } from '../../src/index.js'
import { BlockWriter } from '../../src/panel/block.js'
import { valueAt } from '../../src/panel/cells.js'
import { frozen } from '../support/frozen.js'
import { frameOf, framePlace, headerOf } from '../support/panel.js'

const own = (change: Partial<OwnIndicator> = {}): OwnIndicator =>
  frozen({
    id: 'museum/visits',
    title: 'Visits',
    unit: units.count('visit', 'visits'),
    kind: 'count',
    noun: { one: 'visit', many: 'visits' },
    coverage: { from: '2009-10', to: '2014-15' },
    source: ['own'],
    method: 'Counted.',
    figures: () => () => 1,
    ...change,
  } as const)

/** The figures of two places in a year and on a day. */
function figures(find: FigureFinder) {
  const places = [framePlace(), framePlace({ place: { kind: 'ward', code: 'W', name: 'W', vintage: 'WD13' } })]
  const frame = frameOf(places, ['2009-10', '2010-03-31'])
  const writer = new BlockWriter(headerOf(), 2, frame.periods)
  defineIndicator(own({ figures: () => find })).measure({} as never, frame, new Map([['visits', writer]]))
  const block = writer.finish()
  const parts = {
    places: places.map(({ place }) => place),
    periods: frame.periods,
    terms: frame.terms,
    blocks: [block],
  }
  return [0, 1].flatMap((row) => [0, 1].map((column) => valueAt(parts, block, { row, column })))
}

describe('the figures of an indicator of one’s own', () => {
  it('are observed where a number is given, 0 included, and missing for null', () => {
    const found = figures(({ place }, period) => (period === '2009-10' ? (place.code === 'W' ? 0 : 5) : null))
    expect(found.map(({ value, status, owner }) => [value, status, owner])).toEqual([
      [5, 'observed', 'council'],
      [null, 'missing', 'council'],
      [0, 'observed', 'ward'],
      [null, 'missing', 'ward'],
    ])
  })

  it('are as they are said to be', () => {
    const [first] = figures(() => ({ value: 3, status: 'partial', owner: 'country', notes: ['dates-by-year'] }))
    expect(first).toMatchObject({ value: 3, status: 'partial', owner: 'country', notes: ['dates-by-year'] })
    expect(figures(() => ({ value: null }))[0]).toMatchObject({ value: null, status: 'missing', notes: [] })
    expect(figures(() => ({ value: null, status: 'suppressed' }))[0]).toMatchObject({ status: 'suppressed' })
  })

  it('have bounds where both are given', () => {
    expect(figures(() => ({ value: 3, lower: 2, upper: 4 }))[3]?.bounds).toEqual({ lower: 2, upper: 4 })
    expect(figures(() => ({ value: 3, lower: 2 }))[0]).not.toHaveProperty('bounds')
    expect(figures(() => ({ value: 3, upper: 2 }))[0]).not.toHaveProperty('bounds')
  })
})

describe('defineIndicator', () => {
  it('says of an indicator what its author leaves out', () => {
    const made = defineIndicator(own())
    expect(made).toMatchObject({
      id: 'museum/visits',
      member: 'museum',
      measureId: 'visits',
      family: 'own',
      interval: null,
      time: 'flow',
      polarity: 'none',
      level: 'council',
      form: 'course',
      question: 'How many visits?',
      description: 'Visits.',
      keyFacts: [],
      processing: 'Counted.',
      missingRule: 'Missing where no figure is given; never 0.',
      inputs: [],
    })
    expect(made.cannotSay).not.toBe('')
    expect(made.unitIn(frameOf([], []).terms)).toEqual(units.count('visit', 'visits'))
    expect([made.periodOf('2009-10'), made.periodOf('2010-03-31')]).toEqual(['2009-10', null])
    expect(made).not.toHaveProperty('figures')
  })

  it('keeps what its author says', () => {
    const said = {
      family: 'people',
      interval: 'sampling',
      time: 'stock',
      polarity: 'more is better',
      level: 'ward',
      form: 'change',
      question: 'Q',
      description: 'D',
      inputs: ['wards/wards'],
    } as const
    const made = defineIndicator(own({ ...said, periodOf: () => '2010-03-31' }))
    expect(made).toMatchObject(said)
    expect(made.periodOf('2009-10')).toBe('2010-03-31')
  })

  it('refuses an id that is not two parts', () => {
    for (const id of ['museum', 'Museum/visits', 'museum/visits/all', 'museum/', '/visits', 'mu seum/visits'])
      expect(() => defineIndicator(own({ id: id as 'a/b' }))).toThrow(
        `id of an indicator: '${id}' is not allowed. Allowed: two parts of small letters, digits and hyphens`,
      )
    expect(() => defineIndicator(null as unknown as OwnIndicator)).toThrow('indicator')
  })

  it('writes nothing where its measure is not asked for', () => {
    expect(() =>
      defineIndicator(own()).measure({} as never, frameOf([framePlace()], ['2009-10']), new Map()),
    ).not.toThrow()
  })
})
