import { describe, expect, it } from 'vitest'
import { type PrintedLine, classifyLines } from '../../../src/sources/section251/lines.js'

const line = (number: string, label: string, ...amounts: (number | null)[]): PrintedLine => ({ number, label, amounts })
const kinds = (...lines: PrintedLine[]) => classifyLines(lines).map(({ kind, knownBy }) => `${kind}, ${knownBy}`)

describe('classifyLines', () => {
  it('knows a subtotal by its name and by the sums that it makes in every council', () => {
    expect(
      kinds(
        line('1', 'Residential care', 1, 10),
        line('2', 'Fostering', 2, 20),
        line('3', 'Total Children Looked After', 3, 30),
      ).at(-1),
    ).toBe('subtotal, name and sums')
  })

  it('believes the sums where the name says nothing, and the name where the sums do not agree', () => {
    expect(kinds(line('1', 'A', 1, 10), line('2', 'B', 2, 20), line('3', 'Unknown', 3, 30)).at(-1)).toBe(
      'subtotal, sums',
    )
    expect(kinds(line('1', 'A', 1, 10), line('2', 'B', 2, 20), line('3', 'Total A and B', 3, 99)).at(-1)).toBe(
      'subtotal, name',
    )
  })

  it('takes a line that is a sum in some councils only, or is 0 throughout, for a detail', () => {
    expect(kinds(line('1', 'A', 1, 10), line('2', 'B', 2, 20), line('3', 'C', 3, 33)).at(-1)).toBe('detail, name')
    expect(kinds(line('1', 'A', 0, 0), line('2', 'B', 0, 0), line('3', 'C', 0, 0)).at(-1)).toBe('detail, name')
  })

  it('sums the lines directly before it alone: a service of its own may stand before the group', () => {
    expect(
      kinds(
        line('1', 'Other services', 7, 7),
        line('2', 'A', 1, 10),
        line('3', 'B', 2, 20),
        line('4', 'Total A and B', 3, 30),
      ),
    ).toEqual(['detail, name', 'detail, name', 'detail, name', 'subtotal, name and sums'])
  })

  it('takes capital lines apart and what follows the totals of the return for memoranda', () => {
    expect(
      kinds(
        line('1', 'A', 1),
        line('2', 'Capital Expenditure from Revenue (CERA)', 5),
        line('3', 'SERVICES BUDGET (Including CERA)', 6),
        line('4', 'SERVICES BUDGET (excluding CERA)', 1),
        line('5', 'Youth work', 1),
      ),
    ).toEqual(['detail, name', 'capital, name', 'capital, name', 'total, name', 'memorandum, name'])
  })
})
