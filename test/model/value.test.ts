import { describe, expect, it } from 'vitest'
import { combine, sumValues } from '../../src/index.js'
import { valueOf as of } from '../support/value.js'

describe('combine', () => {
  it('takes the weakest status, every note and source once, and loses comparability with any input', () => {
    const result = combine(
      [of(1, { notes: ['x'] }), of(2, { status: 'modelled', notes: ['x', 'y'], source: ['b'], comparable: false })],
      (a, b) => a + b,
    )
    expect(result).toMatchObject({
      value: 3,
      status: 'modelled',
      notes: ['x', 'y'],
      source: ['a', 'b'],
      comparable: false,
    })
  })

  it('is missing, never 0, when an input is missing', () => {
    expect(combine([of(1), of(null)], (a, b) => a + b)).toMatchObject({ value: null, status: 'missing' })
  })

  it('is missing when the rule gives no finite number', () => {
    expect(combine([of(1), of(0)], (a, b) => a / b)).toMatchObject({ value: null, status: 'missing' })
  })

  it('stays suppressed when the only unknown input is suppressed', () => {
    expect(combine([of(1), of(null, { status: 'suppressed' })], (a, b) => a + b)).toMatchObject({
      value: null,
      status: 'suppressed',
    })
  })
})

describe('sumValues', () => {
  it('refuses to sum nothing', () => {
    expect(() => sumValues([])).toThrow("values to sum: 'none' is not allowed")
  })

  it('refuses to sum different units or bases', () => {
    expect(() => sumValues([of(1), of(2, { unit: 'GBP per head' })])).toThrow('value to sum')
    expect(() => sumValues([of(1, { basis: 'outturn' }), of(2, { basis: 'budget' })])).toThrow(
      'Allowed: GBP (outturn), as the first',
    )
  })

  it('keeps negatives', () => {
    expect(sumValues([of(5), of(-7)]).value).toBe(-2)
  })
})
