import { describe, expect, it } from 'vitest'
import { decodeWindows1252 } from '../../src/values/windows1252.js'

describe('decodeWindows1252', () => {
  it('gives the characters from 0x80 to 0x9f that Microsoft’s table has', () => {
    // Unicode Consortium, CP1252.TXT; 0x81, 0x8d, 0x8f, 0x90 and 0x9d stand for nothing.
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i)
    expect(decodeWindows1252(bytes)).toBe(
      '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
        '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178',
    )
  })

  it('leaves the others as Latin-1 has them', () => {
    expect(decodeWindows1252(Uint8Array.from([0x41, 0xa3, 0xe9, 0x7f, 0xff]))).toBe('A£é\u007fÿ')
  })
})
