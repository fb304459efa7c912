import { describe, expect, it } from 'vitest'
import { halls } from '../../support/halls.js'

describe('siteKind', () => {
  it('makes every word from the two that people say', () => {
    expect(halls().words).toMatchObject({ short: 'village halls', title: 'Village halls', near: 'a village hall' })
    expect(halls([], { one: 'allotment', many: 'allotments' }).words.near).toBe('an allotment')
  })

  it('takes the words that are given', () => {
    expect(halls([], { words: { near: 'an open hall' } }).words).toMatchObject({
      near: 'an open hall',
      nearInFull: 'an open hall',
      short: 'village halls',
    })
  })

  it('names its findings by its id', () => {
    expect(halls().widerFinding).toBe('village-halls-wider')
  })

  it('counts units only where a site may have several', () => {
    expect(halls().compared).not.toContain('units-4km')
    const courts = halls([], { unit: { one: 'court', many: 'courts' } })
    expect(courts.aspects).toEqual(['units'])
    expect(courts.compared).toContain('units-4km')
  })

  it('profiles a ward on the days that it covers', () => {
    expect(halls().profileDays).toEqual(['2010-04-01', '2015-03-31', '2023-04-01'])
    expect(halls([], { days: { first: '2016-08-04', last: '2026-08-19' } }).profileDays).toEqual([
      '2016-08-04',
      '2023-04-01',
    ])
  })

  it('hands its terms to its sites', () => {
    expect(halls().amenity(() => []).terms.id).toBe('village-halls')
  })
})
