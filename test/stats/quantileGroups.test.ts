import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { quantileGroups } from '../../src/index.js'
import { csvRows } from '../../src/tables/index.js'
import { groupBy } from '../../src/tables/groupBy.js'

const REFERENCE = fileURLToPath(new URL('../../../shared/reference/quantiles-phe-regional/', import.meta.url))

describe('quantileGroups', () => {
  it('puts the lowest values into group 1', () => {
    expect(quantileGroups([10, 40, 20, 30], 4)).toEqual([1, 4, 2, 3])
  })

  it('follows the rule exactly for any number of groups: 21 × 20 / 28 is 15', () => {
    const rising = (n: number) => Array.from({ length: n }, (_, i) => i)
    expect(quantileGroups(rising(28), 20)[7]).toBe(6)
    // The rule in whole numbers, without a division.
    const exact = (n: number, k: number, rank: number) => {
      let steps = 0
      while (steps * n < (n + 1 - rank) * k) steps++
      return Math.max(1, k + 1 - steps)
    }
    for (const k of [3, 4, 5, 7, 10, 12, 13, 20, 25, 50, 100])
      for (let n = k; n < 260; n += 3)
        expect(quantileGroups(rising(n), k)).toEqual(rising(n).map((i) => exact(n, k, i + 1)))
  })

  it('never parts equal values', () => {
    expect(quantileGroups([1, 1, 1, 2], 2)).toEqual([1, 1, 1, 2])
  })

  it('divides 32,844 values into tenths of 3,284 or 3,285', () => {
    const groups = quantileGroups(
      Array.from({ length: 32844 }, (_, i) => (i * 7919) % 32844),
      10,
    )
    const sizes = Array.from({ length: 10 }, (_, i) => groups.filter((group) => group === i + 1).length)
    expect(new Set(sizes)).toEqual(new Set([3284, 3285]))
  })

  it('does not change what it is given', () => {
    const values = Object.freeze([3, 1, 2])
    expect(quantileGroups(values, 3)).toEqual([3, 1, 2])
  })

  it('refuses more groups than values, and values that are no numbers', () => {
    expect(() => quantileGroups([1], 2)).toThrow('number of groups')
    expect(() => quantileGroups([1, Number.NaN], 2)).toThrow('values to group')
  })

  it.skipIf(!existsSync(REFERENCE))(
    'agrees with phe_quantile of PHEindicatormethods 2.1.0 in all 321 values of its published workbook',
    () => {
      const expected =
        (
          JSON.parse(readFileSync(`${REFERENCE}expected.json`, 'utf8')) as {
            expected: { id: string; value: number[] }[]
          }
        ).expected.find(({ id }) => id === 'IndSexReg.workbook')?.value ?? []
      const [header = [], ...rows] = csvRows(readFileSync(`${REFERENCE}data.csv`, 'utf8'), { file: 'data.csv' })
      const at = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? ''
      const numbered = rows.filter((row) => row.length === header.length).map((row, i) => ({ row, i }))
      const found = new Map<number, number | null>()
      for (const group of groupBy(numbered, ({ row }) => `${at(row, 'IndSexRef')} ${at(row, 'ParentCode')}`).values()) {
        const inverted = ['RAG - Low is good', 'TRUE'].includes(at(group[0]?.row ?? [], 'Polarity'))
        const known = group.filter(({ row }) => !['', 'NA'].includes(at(row, 'Value')))
        // The workbook gives no tenths to a group of fewer than ten areas, where quantileGroups refuses.
        const groups =
          known.length < 10
            ? []
            : quantileGroups(
                known.map(({ row }) => Number(at(row, 'Value')) * (inverted ? -1 : 1)),
                10,
              )
        for (const { i } of group) found.set(i, null)
        known.forEach(({ i }, position) => found.set(i, groups[position] ?? null))
      }
      expect(expected.length).toBe(321)
      expect(numbered.map(({ i }) => found.get(i))).toEqual(expected)
    },
  )
})
