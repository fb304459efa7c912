import { describe, expect, it } from 'vitest'
import { CATALOGUE, SPENDING_INDICATORS, indicator, indicators } from '../../src/index.js'

describe('the catalogue', () => {
  it('has each id once, made of its two parts', () => {
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length)
    for (const { id, member, measureId } of CATALOGUE) expect(id).toBe(`${member}/${measureId}`)
  })

  it('says of every indicator what a reader needs', () => {
    for (const each of CATALOGUE) {
      expect(each.keyFacts.length, each.id).toBeGreaterThan(0)
      expect(each.keyFacts.length, each.id).toBeLessThanOrEqual(5)
      for (const text of [
        'title',
        'description',
        'processing',
        'cannotSay',
        'method',
        'missingRule',
        'question',
      ] as const)
        expect(each[text], each.id).toMatch(/\S/)
      expect(each.source.length, each.id).toBeGreaterThan(0)
      expect(each.coverage.otherwise, each.id).toMatch(/\S/)
    }
  })

  it('has four measures of every line of spending, what was planned beside what was spent', () => {
    expect(indicators({ family: 'spending' })).toHaveLength(4 * Object.keys(SPENDING_INDICATORS).length)
    for (const [id, { availableFrom }] of Object.entries(SPENDING_INDICATORS))
      expect(indicators({ member: id }).map(({ coverage }) => coverage.from)).toEqual(Array(4).fill(availableFrom))
  })

  it('has deprivation, voluntary provision and residents', () => {
    expect(indicators({ family: 'smallAreas' }).map(({ id, coverage }) => [id, coverage.editions?.join(' ')])).toEqual([
      ['deprivation/income-share', '2010-11 2019-20'],
      ['deprivation/imd-score', '2004-05 2007-08 2010-11 2015-16 2019-20'],
      ['deprivation/imd-rank', '2004-05 2007-08 2010-11 2015-16 2019-20'],
      ['deprivation/income-rank', '2010-11 2019-20'],
    ])
    expect(indicators({ family: 'councilShare' }).map(({ id, polarity }) => `${id} ${polarity}`)).toEqual([
      'voluntary-provision/amount none',
      'voluntary-provision/share-of-expenditure none',
    ])
    expect(indicators({ family: 'people' }).map(({ id }) => id)).toEqual(['people/residents'])
    expect(indicator('people/residents')).toMatchObject({
      level: 'ward',
      kind: 'count',
      inputs: expect.arrayContaining(['wards/ward-populations']) as unknown,
    })
    expect(indicators({ family: 'smallAreas' }).map(({ kind, polarity }) => `${kind}, ${polarity}`)).toEqual([
      'share, less is better',
      'index, less is better',
      'index, more is better',
      'index, more is better',
    ])
  })
})

describe('indicator', () => {
  it('is that of an id, and refuses others with the nearest', () => {
    expect(indicator('culture/real').id).toBe('culture/real')
    expect(() => indicator('culture/reel')).toThrow(
      "indicator: 'culture/reel' is not allowed. Did you mean 'culture/real'?",
    )
    expect(() => indicator(undefined as unknown as string)).toThrow('id of an indicator')
  })
})

describe('indicators', () => {
  it('are all without a query, and those that meet all of it', () => {
    expect(indicators()).toEqual(CATALOGUE)
    expect(indicators({ family: 'spending', member: 'deprivation' })).toEqual([])
    expect(indicators({ level: 'council', family: 'smallAreas' })).toEqual([])
    expect(indicators({ level: 'ward', family: 'smallAreas' })).toHaveLength(4)
    expect(indicators({ level: 'ward', member: 'culture' })).toEqual([])
  })

  it('cover a year between their first and their last, both included', () => {
    const covered = (covers: string, member = 'voluntary-provision') => indicators({ member, covers }).length
    expect(['2007-08', '2008-09', '2011-12', '2013-14', '2014-15'].map((year) => covered(year))).toEqual([
      0, 2, 2, 2, 0,
    ])
  })

  it('cover of editions those alone', () => {
    const covered = (covers: string) => indicators({ family: 'smallAreas', covers }).map(({ measureId }) => measureId)
    expect(covered('2015-16')).toEqual(['imd-score', 'imd-rank'])
    expect(covered('2012-13')).toEqual([])
    expect(covered('2010-11')).toHaveLength(4)
  })
})
