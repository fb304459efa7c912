import { parse as csvParse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Field, csvRows, parseTable } from '../../src/tables/index.js'

const FIELDS: readonly Field[] = [
  { name: 'code', type: 'string', constraints: { required: true, pattern: 'E\\d+' } },
  { name: 'people', type: 'integer' },
  { name: 'share', type: 'number' },
  { name: 'day', type: 'date' },
  { name: 'open', type: 'boolean' },
]
const HEADER = 'code,people,share,day,open'
const parse = (...rows: string[]): unknown[] =>
  parseTable([HEADER, ...rows, ''].join('\n'), FIELDS, { file: 'a.csv' }).objects()

describe('parseTable', () => {
  it('refuses a column that no record can have', () => {
    expect(() => parseTable('__proto__,b\n1,2\n', [{ name: '__proto__', type: 'string' }], { file: 'x.csv' })).toThrow(
      "x.csv: a column is named '__proto__', which no record can have. Rename it, or leave it out.",
    )
  })

  it('parses every column by its declared type and keeps codes as texts', () => {
    expect(parse('E01,"1,234",0.5,2010-03-31,true', 'E02,,,,')).toEqual([
      { code: 'E01', people: 1234, share: 0.5, day: '2010-03-31', open: true },
      { code: 'E02', people: null, share: null, day: null, open: null },
    ])
  })

  it.each([
    [',1,1,,', "row 2, column 'code': cannot read ''. Allowed: a value in every row"],
    ['X1,1,1,,', "row 2, column 'code': cannot read 'X1'. Allowed: texts of the form E\\d+"],
    ['E1,1.5,1,,', "row 2, column 'people': cannot read '1.5'. Allowed: a whole number"],
    ['E1,1,abc,,', "row 2, column 'share': cannot read 'abc'. Allowed: a number"],
    ['E1,1,1,2010-13-01,', "row 2, column 'day': cannot read '2010-13-01'. Allowed: a date"],
    ['E1,1,1,2013-02-31,', "row 2, column 'day': cannot read '2013-02-31'. Allowed: a date"],
    ['E1,1,1,,yes', "row 2, column 'open': cannot read 'yes'. Allowed: true or false"],
    ['E1,1,1,', 'row 2 has 4 cells, the header has 5'],
  ])('names the cell of %s', (row, message) => {
    expect(() => parse(row)).toThrow(message)
  })

  it('refuses two columns of one name and a missing column', () => {
    expect(() => parseTable('a,a\n1,2\n', [], { file: 'a.csv' })).toThrow("two columns are named 'a'")
    expect(() => parseTable('b\n1\n2\n', [{ name: 'a', type: 'string' }], { file: 'a.csv' })).toThrow(
      "a.csv: no column 'a'; found 'b'",
    )
  })

  it('keeps a missing cell of a table of one column, and counts rows over blank lines', () => {
    expect(parseTable('a\n1\n\n3\n', [{ name: 'a', type: 'integer' }], { file: 'a.csv' }).objects()).toEqual([
      { a: 1 },
      { a: null },
      { a: 3 },
    ])
    expect(() => parse('E1,1,1,,', '', 'E2,x,1,,')).toThrow("row 4, column 'people'")
  })

  it('takes a header of __proto__ for a name like any other', () => {
    const table = parseTable('__proto__,a\nx,1\n', [{ name: 'a', type: 'integer' }], { file: 'a.csv' })
    expect(table.objects()).toEqual([{ a: 1 }])
  })

  it('refuses a text that is not among those allowed', () => {
    const fields: Field[] = [{ name: 'class', type: 'string', constraints: { enum: ['UA', 'MD'] } }]
    expect(() => parseTable('class,n\nXX,1\n', fields, { file: 'a.csv' })).toThrow("cannot read 'XX'. Allowed: UA, MD")
  })
})

describe('csvRows', () => {
  it('reads quotes, commas and line breaks in cells, and any line ending', () => {
    expect(csvRows('\ufeffa,b\r\n"x, ""y""\nz",2\r\n', { file: 'a.csv' })).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
    ])
  })

  it('reads any line ending, also several in one file', () => {
    expect(csvRows('a,b\r\n1,2\n3,4\r5,6', { file: 'a.csv' })).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })

  it('reports an unclosed quote instead of swallowing the file', () => {
    expect(() => csvRows('a,b\n"x,1\n2,3\n', { file: 'a.csv' })).toThrow('a.csv: not a readable CSV file')
  })
})

describe('csvRows', () => {
  const strictly = (text: string): string[][] =>
    csvParse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    })

  it('gives what csv-parse gives for any cells, quoted or not', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', '\n', '\r', 'é', '\t', '=') })
    const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const text = rows.map((cells) => cells.map(quoted).join(',') + end).join('')
          expect(csvRows(text, { file: 'x.csv' })).toEqual(strictly(text))
        },
      ),
    )
  })

  it('reads or refuses any text as csv-parse does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', '\r', ' ', '\ufeff') })
    fc.assert(
      fc.property(text, (any) => {
        const attempt = (read: () => string[][]): string[][] | 'refused' => {
          try {
            return read()
          } catch {
            return 'refused'
          }
        }
        expect(attempt(() => csvRows(any, { file: 'x.csv' }))).toEqual(attempt(() => strictly(any)))
      }),
      { numRuns: 2000 },
    )
  })
})
