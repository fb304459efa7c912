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
    ['E04000001', 'parish', 'England'],
    ['E11000001', 'metropolitan county', 'England'],
    ['E12000004', 'region', 'England'],
    ['E13000001', 'part of London', 'England'],
    ['E58000001', 'electoral division', 'England'],
    ['E92000001', 'country', 'England'],
    ['W00000001', 'output area', 'Wales'],
    ['W01000001', 'LSOA', 'Wales'],
    ['W02000001', 'MSOA', 'Wales'],
    ['W04000001', 'parish', 'Wales'],
    ['W06000001', 'unitary authority', 'Wales'],
    ['W92000004', 'country', 'Wales'],
    ['S12000005', 'unitary authority', 'Scotland'],
    ['S92000003', 'country', 'Scotland'],
    ['N09000001', 'district', 'Northern Ireland'],
    ['N92000002', 'country', 'Northern Ireland'],
    ['K02000001', 'country', 'several'],
    ['K03000001', 'country', 'several'],
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
    ['00PTAA', 'ward', 'Wales'],
    ['00PU', 'district', 'England'],
    ['00MZ', 'district', 'England'],
    ['00RJ', 'district', 'Scotland'],
    ['00RK', 'district', 'England'],
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
