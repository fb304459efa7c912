import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { zipProblem } from '../../src/sources/zipContainer.js'

const text = new TextEncoder().encode('ward,people\n'.repeat(40))
const zipped = (level: 0 | 6 = 6) => zipSync({ 'a.csv': [text, { level }], 'b/c.xml': [text, { level }] })
const changed = (at: number, bytes: Uint8Array = zipped()) => bytes.map((byte, i) => (i === at ? byte ^ 0xff : byte))

/** The first entry of the directory, whose bytes 24 to 27 are the unpacked size. */
function directoryOf({ buffer, length }: Uint8Array): DataView {
  return new DataView(buffer, new DataView(buffer).getUint32(length - 22 + 16, true))
}

describe('zipProblem', () => {
  it.each([0, 6] as const)('finds nothing in a whole archive, packed at level %i', (level) => {
    expect(zipProblem(zipped(level))).toBeNull()
  })

  it('finds every cut', () => {
    const whole = zipped()
    for (let length = 0; length < whole.length; length++)
      expect(zipProblem(whole.subarray(0, length))).toMatch(/^it is cut off/)
  })

  it('finds a changed byte in what is packed, and one in the directory', () => {
    expect(zipProblem(changed(40, zipped(0)))).toBe('the part a.csv is damaged')
    expect(zipProblem(changed(40))).toBe('the part a.csv is damaged')
    const whole = zipped()
    expect(zipProblem(changed(whole.length - 22 + 16, whole))).toBe('the directory of the archive is damaged')
  })

  it('refuses what unpacks to more than 300 MB before it unpacks it', () => {
    const bomb = zipped()
    directoryOf(bomb).setUint32(24, 301 * 2 ** 20 - text.length, true)
    expect(zipProblem(bomb)).toBe('it unpacks to 301 MB, and at most 300 MB are read')
  })

  it('refuses a part that holds more than the directory says', () => {
    const whole = zipped()
    directoryOf(whole).setUint32(24, text.length - 1, true)
    expect(zipProblem(whole)).toBe('the part a.csv is damaged')
  })

  it('asks what is wrong with each part', () => {
    expect(zipProblem(zipped(), (name) => (name === 'b/c.xml' ? 'no XML' : null))).toBe('no XML')
  })
})
