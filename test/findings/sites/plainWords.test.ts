import { describe, expect, it } from 'vitest'
import { knownSince, plainWard, plainWider } from '../../../src/findings/sites/plainWords.js'
import type { PlaceTold, WardTold } from '../../../src/index.js'
import { type Value, units } from '../../../src/index.js'
import { halls } from '../../support/halls.js'

const DAYS = ['2010-04-01', '2015-03-31', '2023-04-01'] as const
type Told = Pick<Value, 'value'> & Partial<Pick<Value, 'bounds' | 'status'>>
/** The values of a measure on the three days: numbers, or a number with its bounds and status. */
type Course = readonly (number | null | Told)[]

const place = (name: string, courses: Readonly<Record<string, Course>>, found: readonly object[] = []): PlaceTold => {
  const valueOn = (measure: string, day: unknown): Value => {
    const given = courses[measure]?.[DAYS.findIndex((each) => each === day)] ?? null
    const told: Told = typeof given === 'number' || given === null ? { value: given } : given
    return {
      unit: measure.startsWith('share') ? units.perCent('residents') : units.kilometres,
      period: day as Value['period'],
      place: { kind: 'ward', code: 'E05001823', name, vintage: 'WD13' },
      owner: 'ward',
      status: told.value === null ? 'missing' : 'observed',
      comparable: true,
      notes: [],
      source: [],
      ...told,
    }
  }
  return {
    name,
    turnovers: DAYS.slice(1).map((until, i) => ({
      interval: { since: DAYS[0], until },
      found: { gross: 0, opened: 0, replaced: 0, reopened: 0, ...found[i] } as PlaceTold['turnovers'][number]['found'],
    })),
    value: valueOn,
    series: (measure) => DAYS.map((day) => valueOn(measure, day)),
    course: () => '',
    numbers: () => '',
    direction: () => '',
    change: () => '',
  }
}

const told = (
  ward: PlaceTold,
  council = ward,
  england = place('England', { 'share-1km': [58, 57, 56] }),
): WardTold => ({
  amenity: halls().amenity(() => []),
  days: DAYS,
  claim: '2015-03-31',
  ward,
  council,
  england,
  least: null,
  nameSources: [],
})

const ward = (stock: Course, distance: Course = [2.2, 2.2, 1.5], share: Course = [45.4, 39.6, 50], name = 'Bradwell') =>
  told(place(name, { 'sites-open': stock, 'mean-distance': distance, 'share-1km': share }))
const { headline, sentence } = plainWard(halls())

describe('what residents of a ward can reach, of a kind without words of its own', () => {
  it('is headed by the distance on the claim’s day, with its size', () => {
    expect(headline(ward([1, 1, 1], [2, 3, 3]))).toBe(
      'Bradwell’s average distance to a village hall rose by 50% by March 2015',
    )
    expect(headline(ward([1, 1, 1], [3, 2, 2]))).toBe(
      'Bradwell’s average distance to a village hall fell by 33% by March 2015',
    )
  })

  it('calls a change of less than a twentieth none', () => {
    expect(headline(ward([1, 1, 1], [2.2, 2.21, 1]))).toBe(
      'Bradwell’s average distance to a village hall barely changed by March 2015',
    )
  })

  it('says perhaps where dates leave open that it was the other way round', () => {
    const after = { value: 3, bounds: { lower: 1.5, upper: 3 } }
    expect(headline(ward([1, 1, 1], [2, after, 3]))).toMatch('perhaps rose by March 2015')
  })

  it('says that it is not known where a figure before or after is missing', () => {
    expect(headline(ward([null, 1, 1], [null, 2, 2]))).toBe(
      'How far residents of Bradwell lived from a village hall is not known',
    )
    expect(sentence(ward([null, 1, 1], [null, 2, 2], [null, 40, 40]))).toBe(
      'Bradwell had an unknown number of village halls in 2010 and one village hall by March 2015. ' +
        'How many of its residents lived within 1 km of one is not known.',
    )
  })

  it('gives shares in whole per cent, with England beside them', () => {
    expect(sentence(ward([1, 3, 3]))).toBe(
      'Bradwell had one village hall in 2010 and 3 village halls by March 2015. 45% of its residents lived within ' +
        '1 km of one on 1 April 2010 and 40% on 31 March 2015 (England: 58% and 57%).',
    )
  })

  it('says of a ward that never had one how far the nearest was', () => {
    expect(sentence(ward([0, 0, 0], [5.7, 5.7, 5.7]))).toMatch(
      /^There was no village hall in Bradwell in 2010 or 2015; the nearest was 5\.7 km from its residents on average\./,
    )
  })

  it('says once what did not change', () => {
    expect(sentence(ward([2, 2, 2]))).toMatch(/^Bradwell had 2 village halls in 2010 and in 2015\./)
  })

  it('keeps what dates and places leave open', () => {
    const open = { value: 2, bounds: { lower: 2, upper: 3 } }
    expect(sentence(ward([open, { value: 1, status: 'partial' }, 1]))).toMatch(
      /^Bradwell had 2 or 3 village halls in 2010 and at least one village hall by March 2015\./,
    )
    const share = { value: 19.3, bounds: { lower: 19.3, upper: 89.6 } }
    expect(sentence(ward([1, 1, 1], [1, 1, 1], [29, share, 90]))).toContain('and 19% (19% to 90%) on 31 March 2015')
    expect(sentence(ward([1, 1, 1], [1, 1, 1], [{ value: 0, bounds: { lower: 0, upper: 100 } }, 1, 1]))).toContain(
      'is not known',
    )
  })

  it('writes names in s as they are read', () => {
    expect(headline(ward([1, 1, 1], [2, 3, 3], [1, 1, 1], 'St Ann’s'))).toMatch(/^St Ann’s average distance/)
    expect(headline(ward([1, 1, 1], [2, 3, 3], [1, 1, 1], 'Broomfields'))).toMatch(/^Broomfields’ average distance/)
  })
})

describe('what became of the stock, of a kind without words of its own', () => {
  const wider = plainWider(halls())
  const council = (stock: Course, found: readonly object[] = []) =>
    told(place('Bradwell', {}), place('Derbyshire Dales', { 'sites-open': stock }, found), place('England', {}, found))

  it.each([
    [[18, 16, 15], 'Derbyshire Dales had 2 fewer village halls by March 2015'],
    [[18, 19, 15], 'Derbyshire Dales had one more village hall by March 2015'],
    [[18, 18, 15], 'Derbyshire Dales had 18 village halls in 2010 and in 2015'],
    [[0, 0, 0], 'Derbyshire Dales had no village hall in 2010 or 2015'],
    [[null, 5, 5], 'How many village halls Derbyshire Dales had by March 2015 is not known'],
    [
      [{ value: 18, bounds: { lower: 17, upper: 18 } }, 15, 15],
      'Derbyshire Dales had 17 or 18 village halls in 2010, 15 by March 2015',
    ],
  ] as const)('is headed by the net change: %j', (stock, expected) => {
    expect(wider.headline(council(stock))).toBe(expected)
  })

  it('tells closings and openings to the claim’s day, with England beside them', () => {
    expect(wider.sentence(council([3, 2, 2], [{ gross: 2, opened: 1 }]))).toBe(
      'From 1 April 2010 to 31 March 2015 2 village halls closed and one opened in Derbyshire Dales ' +
        '(England: 2 and one).',
    )
  })
})

describe('knownSince', () => {
  it('warns of a kind that is known only since the cuts began', () => {
    expect(knownSince(halls())).toEqual([])
    expect(knownSince(halls([], { days: { first: '2016-08-04', last: '2026-08-19' } }))).toEqual([
      'The village halls are known only since 4 August 2016: no figure here shows what changed before.',
    ])
  })
})
