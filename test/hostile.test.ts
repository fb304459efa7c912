import { describe, expect, it } from 'vitest'
import * as geography from '../src/geography/index.js'
import * as indicators from '../src/index.js'
import * as tables from '../src/tables/index.js'
import { type FinancialYear, type PriceLevelRow, type Value } from '../src/index.js'
import { type Point } from '../src/geography/index.js'
import { valueOf } from './support/value.js'

const wardstick = { ...indicators, ...geography, ...tables }

/** What plain JavaScript, and a cell that is missing, hands over in place of a number. */
const NO_NUMBERS = [null, undefined, Number.NaN, Infinity, -Infinity, '', '1', {}] as unknown as number[]
const here: Point = { longitude: -1.2, latitude: 52.97 }
const at = (longitude: number, latitude: number): Point => ({ longitude, latitude })
const level = (year: FinancialYear, value: number): PriceLevelRow => ({
  series: 's',
  financial_year: year,
  level: value,
})

/** Functions of a number that is none: each is refused in words. */
const OF_NO_NUMBER: Readonly<Record<string, (odd: number) => unknown>> = {
  'quantile of it': (odd) => wardstick.quantile([1, odd, 3], 0.5),
  'quantile at it': (odd) => wardstick.quantile([1, 2, 3], odd),
  'quartiles of it': (odd) => wardstick.quartiles([1, odd, 3]),
  'rankFromLowest of it': (odd) => wardstick.rankFromLowest(odd, [1, 2]),
  'rankFromLowest among it': (odd) => wardstick.rankFromLowest(1, [odd, 2]),
  'quantileGroups of it': (odd) => wardstick.quantileGroups([1, odd, 3], 2),
  'quantileGroups, so many': (odd) => wardstick.quantileGroups([1, 2, 3], odd),
  'fromNationalGrid, easting': (odd) => wardstick.fromNationalGrid(odd, 100_000),
  'fromNationalGrid, northing': (odd) => wardstick.fromNationalGrid(400_000, odd),
  'toNationalGrid, longitude': (odd) => wardstick.toNationalGrid(at(odd, 52)),
  'toNationalGrid, latitude': (odd) => wardstick.toNationalGrid(at(-1, odd)),
  'distanceInMetres from it': (odd) => wardstick.distanceInMetres(at(odd, 52), here),
  'distanceInMetres to it': (odd) => wardstick.distanceInMetres(here, at(-1, odd)),
  'accessIndex, origin': (odd) => wardstick.accessIndex([at(odd, 52)], [here], 4000),
  'accessIndex, site': (odd) => wardstick.accessIndex([here], [at(-1, odd)], 4000),
  'nearestNeighbours of it': (odd) =>
    wardstick.nearestNeighbours(
      [
        { code: 'A', ...here },
        { code: 'B', ...at(odd, 52) },
      ],
      1,
    ),
  'wardLocator at it': (odd) => wardstick.wardLocator([]).wardAt(at(-1, odd)),
  'financialYear from it': (odd) => wardstick.financialYear(odd),
  'deflator of it': (odd) => wardstick.deflator([level('2009-10', odd)], 's'),
}

describe('what is no number', () => {
  it.each(Object.entries(OF_NO_NUMBER))('is refused in words: %s', (_, call) => {
    for (const odd of NO_NUMBERS)
      expect(() => call(odd), String(odd)).toThrow(expect.objectContaining({ name: 'InputError' }) as Error)
  })
})

describe('values of different things', () => {
  const of = (value: number, change: Partial<Value> = {}): Value => valueOf(value, change)
  const elsewhere = { kind: 'council', code: 'E06000031', name: 'Peterborough', vintage: 'LAD2023' } as const
  it.each(['percentChange', 'difference'] as const)('%s is refused across places and against time', (name) => {
    const change = wardstick[name]
    expect(() => change(of(1), of(2, { place: elsewhere }))).toThrow(
      "place of a value: 'Peterborough (E06000031)' is not allowed. Allowed: Nottingham (E06000018), as the first.",
    )
    expect(() => change(of(1, { period: '2014-15' }), of(2))).toThrow(
      "period of the later value: '2009-10' is not allowed. Allowed: a period that does not begin before 2014-15.",
    )
  })

  it('windowMean is refused across places', () => {
    expect(() => wardstick.windowMean([of(1, { period: '2008-09' }), of(2, { place: elsewhere })])).toThrow(
      'place of a value',
    )
  })

  it('sumValues is refused across years, and across places that no place is given for', () => {
    expect(() => wardstick.sumValues([of(1), of(2, { period: '2010-11' })])).toThrow(
      "period of a value to sum: '2010-11' is not allowed. Allowed: 2009-10, as the first.",
    )
    expect(() => wardstick.sumValues([of(1), of(2, { place: elsewhere })])).toThrow('place of a value')
    const both = { kind: 'group', code: 'both', name: 'Both', vintage: 'LAD2023' } as const
    expect(wardstick.sumValues([of(1), of(2, { place: elsewhere })], { place: both })).toMatchObject({
      value: 3,
      place: both,
    })
  })
})

describe('distances and prices', () => {
  it('are measured across the antimeridian, and refused where degrees end', () => {
    // One degree of longitude at the equator: 111,319.49 m (the semi-major axis of WGS84, 6,378,137 m, times pi / 180).
    expect(wardstick.distanceInMetres(at(179.5, 0), at(-179.5, 0))).toBeCloseTo(111_319.49, 1)
    expect(() => wardstick.distanceInMetres(at(454_000, 340_000), here)).toThrow('longitude from -180 to 180')
  })

  it('a deflator refuses a level of 0 or less, and a year that stands twice', () => {
    for (const odd of [0, -80])
      expect(() => wardstick.deflator([level('2009-10', odd)], 's')).toThrow('a positive number')
    expect(() => wardstick.deflator([level('2009-10', 80), level('2009-10', 90)], 's')).toThrow(
      "deflator s: key '2009-10' stands in rows 1 and 2",
    )
  })
})

describe('words', () => {
  it.each([null, undefined, Number.NaN, Infinity, -Infinity] as unknown as (number | null)[])(
    'of %s are those of a missing figure',
    (value) => {
      expect(wardstick.percentInWords(value)).toBe('–')
      for (const unit of [wardstick.units.pounds(), wardstick.units.perCent('residents'), wardstick.units.people]) {
        expect(wardstick.figureInWords({ value, unit })).toBe('–')
        expect(wardstick.numberInWords({ value, unit })).toBe('–')
        expect(wardstick.amountInWords({ value, unit })).toBe('–')
        expect(wardstick.valueInWords({ value, unit })).toBe('no figure')
      }
    },
  )
})
