import { describe, expect, it } from 'vitest'
import { comparableLabel, decodeText, wrapText } from '../../src/tables/index.js'
import { comparableText, withoutRemark } from '../../src/values/text.js'

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

describe('a text of which the encoding is not known', () => {
  it('is Mac OS Roman where that leaves fewer capitals inside words, and Windows-1252 where it is a draw', () => {
    // 0xd5 is Õ in Windows-1252 and an apostrophe in Mac OS Roman; 0xe9 is é, and È.
    expect(decodeText(Uint8Array.from([0x61, 0xd5, 0x73]))).toEqual({ text: 'a’s', encoding: 'macintosh' })
    expect(decodeText(Uint8Array.from([0x61, 0xe9, 0x73]))).toEqual({ text: 'aés', encoding: 'windows-1252' })
    expect(decodeText(Uint8Array.from([0x41, 0xd5, 0x73])).encoding).toBe('windows-1252')
    expect(() => decodeText('text' as unknown as Uint8Array)).toThrow("bytes of a text: 'string' is not allowed")
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

describe('texts as they are compared', () => {
  it('have straight apostrophes and hyphens, single spaces and small letters, and keep a remark in brackets', () => {
    expect(comparableText(' Children‘s `Youth´  —  Work\t(A) ')).toBe("children's 'youth' - work (a)")
    expect(comparableText('ﬁne ½')).toBe('fine 1⁄2')
    expect(() => comparableText(3 as unknown as string)).toThrow('text to compare')
  })

  it('lose the remarks at their end, and no other', () => {
    expect(withoutRemark('Aspley (Nottingham) (Ward) ')).toBe('Aspley')
    expect(withoutRemark('(North) Aspley')).toBe('(North) Aspley')
    expect(withoutRemark('Appleby (Bongate) West')).toBe('Appleby (Bongate) West')
  })
})

describe('wrapText', () => {
  it('fills lines up to their length, between words', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrapText('one two three', 6)).toEqual(['one', 'two', 'three'])
    expect(wrapText('one two three', 13)).toEqual(['one two three'])
    expect(wrapText('a extraordinary b c', 3)).toEqual(['a', 'extraordinary', 'b c'])
    expect(wrapText('', 3)).toEqual([''])
    expect(() => wrapText(3 as unknown as string, 3)).toThrow('text to wrap')
  })
})
