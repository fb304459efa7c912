import { describe, expect, it } from 'vitest'
import { postcodeArea, readPostcode } from '../../src/tables/index.js'

describe('readPostcode', () => {
  it.each([
    ['NG8 5DD', 'NG8 5DD'],
    ['se29FA', 'SE2 9FA'],
    ['GL10 2Ng', 'GL10 2NG'],
    ['CH1 1 RL', 'CH1 1RL'],
    [' TA21  8AQ\n', 'TA21 8AQ'],
    ['HU 18 1PA', 'HU18 1PA'],
    ['SE1\u00a01JA', 'SE1 1JA'],
    ['EC3A 7EX', 'EC3A 7EX'],
  ])('%j is %s: spacing and case are no repair', (text, postcode) => {
    expect(readPostcode(text)).toEqual({ kind: 'value', value: { postcode, repaired: false } })
  })

  it.each([
    ['C013 9DA', 'CO13 9DA'],
    ['S024 9AQ', 'SO24 9AQ'],
    ['NE27 OHJ', 'NE27 0HJ'],
    ['NE27 IEJ', 'NE27 1EJ'],
    ['NGO 1AA', 'NG0 1AA'],
    ['NE26 1EJ.', 'NE26 1EJ'],
    ['S1O 2TN', 'S10 2TN'],
    ['E1O 5AA', 'E10 5AA'],
    ['NG1I 1AA', 'NG11 1AA'],
    ['0X1 1AA', 'OX1 1AA'],
    ['5E1 9AA', 'SE1 9AA'],
    ['NG8 SDD', 'NG8 5DD'],
    ['NGS 1AA', 'NG5 1AA'],
    ['NG8 5D5', 'NG8 5DS'],
    ['B1I 1AA', 'B11 1AA'],
    ['S0I 1AA', 'SO1 1AA'],
    ['NG8 5DD,;.', 'NG8 5DD'],
  ])('%s is repaired to %s, where only one kind of sign can stand', (text, postcode) => {
    expect(readPostcode(text)).toEqual({ kind: 'value', value: { postcode, repaired: true } })
  })

  it.each([
    'SK2',
    'NG24 1U',
    'NE32 34AU',
    '[No registered public address]',
    'n/a - mobile',
    '[Unknown]',
    'NG8 5CO',
    '8NG 5DD',
    'SSS 1AA',
    '01 1AA',
    'NG8 50D',
    'NG8 5DD X',
    'W1O 1AAA',
    'NG8 5DDD',
    '5DD',
  ])('%s is not a postcode', (text) => {
    expect(readPostcode(text)).toEqual({ kind: 'unreadable' })
  })

  it('is missing where nothing is given', () => {
    expect(readPostcode(' ')).toEqual({ kind: 'missing', meaning: 'empty' })
  })
})

describe('postcodeArea', () => {
  it('is the letters before the first digit', () => {
    expect(['NG8 5DD', 'B31 3LX', ''].map(postcodeArea)).toEqual(['NG', 'B', ''])
    expect(() => postcodeArea(3 as unknown as string)).toThrow('postcode')
  })
})
