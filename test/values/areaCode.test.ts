import { describe, expect, it } from 'vitest'
import { readAreaCode } from '../../src/geography/index.js'

const codeOf = (text: string) => {
  const reading = readAreaCode(text)
  return reading.kind === 'value'
    ? [reading.value.code, reading.value.kind, reading.value.scheme, reading.value.country]
    : reading.kind
}

describe('readAreaCode', () => {
  it.each([
    ['E05001823', 'ward', 'England'],
    ['E01013817', 'LSOA', 'England'],
    ['E00069658', 'output area', 'England'],
    ['E02002889', 'MSOA', 'England'],
    ['E06000018', 'unitary authority', 'England'],
    ['E07000172', 'shire district', 'England'],
    ['E08000025', 'metropolitan district', 'England'],
    ['E09000001', 'London borough', 'England'],
    ['E10000024', 'county', 'England'],
    ['E36000359', 'census merged ward', 'England'],
    ['W05000001', 'ward', 'Wales'],
    ['S13002516', 'ward', 'Scotland'],
    ['N08000101', 'ward', 'Northern Ireland'],
    ['K04000001', 'country', 'several'],
  ])('%s is a GSS code of a %s of %s', (text, kind, country) => {
    expect(codeOf(text)).toEqual([text, kind, 'GSS', country])
  })

  it.each([
    ['00FYNF', 'ward', 'England'],
    ['37UBFB', 'ward', 'England'],
    ['00FY', 'district', 'England'],
    ['00NAMB', 'ward', 'Wales'],
    ['00QA', 'district', 'Scotland'],
    ['95ZZ', 'district', 'Northern Ireland'],
    ['95ZZ16', 'ward', 'Northern Ireland'],
  ])('%s is a code of the old scheme: a %s of %s', (text, kind, country) => {
    expect(codeOf(text)).toEqual([text, kind, 'ONS', country])
  })

  it('tells a GSS code of a kind that it does not use, such as a constituency', () => {
    expect(codeOf('E14000865')).toEqual(['E14000865', 'other area', 'GSS', 'England'])
  })

  it('takes an e-code for an authority of the finance returns', () => {
    expect(codeOf(' e3001 ')).toEqual(['E3001', 'finance authority', 'finance', 'England'])
  })

  it.each(['Aspley', 'E0500182', 'E050018234', 'NG8 5DD', '8.1'])('%s is the code of no area', (text) => {
    expect(codeOf(text)).toBe('unreadable')
  })

  it('is missing where nothing is given', () => {
    expect(readAreaCode('[x]')).toEqual({ kind: 'missing', meaning: 'not submitted' })
  })
})
