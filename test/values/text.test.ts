import { describe, expect, it } from 'vitest'
import { councilNameCore } from '../../src/geography/index.js'
import { comparableLabel, decodeText, readFinancialYear } from '../../src/tables/index.js'

describe('decodeText', () => {
  it('drops a byte order mark', () => {
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x41]))).toEqual({ text: 'A', encoding: 'utf-8' })
  })

  it('reads a pound sign of Windows-1252', () => {
    expect(decodeText(new Uint8Array([0xa3, 0x35]))).toEqual({ text: '£5', encoding: 'windows-1252' })
  })

  it('reads apostrophes and dashes of Windows-1252, which some versions of Node give as control characters', () => {
    expect(decodeText(new Uint8Array([0x43, 0x92, 0x73, 0x20, 0x96, 0x20, 0x85])).text).toBe('C’s – …')
  })

  it('keeps accents of Windows-1252 that begin a word', () => {
    expect(decodeText(new TextEncoder().encode('x').slice(0, 0))).toEqual({ text: '', encoding: 'utf-8' })
    expect(decodeText(new Uint8Array([0xc9, 0x70, 0xe9, 0x65])).text).toBe('Épée')
  })
})

describe('comparableLabel', () => {
  it.each([
    ["Children's social care:  Youth\njustice", "children's social care: youth justice"],
    ['Culture and heritage (excluding Archives)', 'culture and heritage'],
    ['Housing services (GFRA only) (£ thousand)', 'housing services'],
    ['PFI “Off–Balance”', 'pfi “off-balance”'],
  ])('of %j is %j', (label, expected) => {
    expect(comparableLabel(label)).toBe(expected)
  })
})

describe('councilNameCore', () => {
  it.each([
    ['City of Nottingham UA', 'nottingham'],
    ['Nottinghamshire County Council', 'nottinghamshire'],
    ['Bath & North East Somerset UA', 'bath and north east somerset'],
    ['King’s Lynn and West Norfolk', 'kings lynn and west norfolk'],
    ['County Durham', 'durham'],
    ['City of London', 'city of london'],
    ['The', 'the'],
  ])('of %s is %s', (name, core) => {
    expect(councilNameCore(name)).toBe(core)
  })
})

describe('readFinancialYear', () => {
  it.each([
    ['2009-10', '2009-10'],
    ['2009/10', '2009-10'],
    ['FY2009/2010', '2009-10'],
    ['1999–00', '1999-00'],
  ])('reads %s', (text, year) => {
    expect(readFinancialYear(text)).toEqual({ kind: 'value', value: year })
  })

  it.each(['2009-11', '`2017/18', '2017', '09/10'])('does not read %s', (text) => {
    expect(readFinancialYear(text)).toEqual({ kind: 'unreadable' })
  })
})
