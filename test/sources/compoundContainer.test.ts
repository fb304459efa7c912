import { describe, expect, it } from 'vitest'
import { compoundProblem } from '../../src/sources/compoundContainer.js'
import { describeOnSources, sourceFile } from '../support/sources.js'
import { writtenWorkbook } from '../support/workbooks.js'

const ROWS = Array.from({ length: 900 }, (_, i) => [`a long text of row ${i}`, i])
const whole = writtenWorkbook('biff8', ROWS)

describe('compoundProblem', () => {
  it('finds nothing in a whole file', () => {
    expect(compoundProblem(whole)).toBeNull()
  })

  it('finds every cut that reaches a sector in use; the last two of this file are empty', () => {
    for (let length = 0; length < whole.length - 1024; length += 97)
      expect(compoundProblem(whole.subarray(0, length))).toMatch(/^it is cut off/)
  })

  it('finds a header of no known size of sectors', () => {
    expect(compoundProblem(whole.map((byte, i) => (i === 30 ? 40 : byte)))).toBe('its header is damaged')
  })
})

describeOnSources('compoundProblem on an official file', () => {
  it('finds nothing in it, and finds it cut by half', async () => {
    const { bytes } = await sourceFile('spending/outturn/RS_2009-10.xls')
    expect(compoundProblem(bytes)).toBeNull()
    expect(compoundProblem(bytes.subarray(0, bytes.length >> 1))).toMatch(/^it is cut off/)
  })
})
