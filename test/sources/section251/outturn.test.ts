import { describe, expect, it } from 'vitest'
import { readSection251Outturn } from '../../../src/sources/index.js'
import { textFile } from '../../support/sources.js'

const HEADER =
  'LA,LA Name,Line,S52 Line Reference,Own Provision (y),Private (z(i)),Other Public (z(ii)),Voluntary ' +
  '(z(iii)),Total Expenditure (k)'
const NOTTINGHAM = [
  '892,Nottingham,1,Residential care,10,5,0,3,18',
  '892,Nottingham,2,SERVICES BUDGET (excluding CERA),,,,,18',
]
const read = (rows: readonly string[], header = HEADER) =>
  readSection251Outturn(textFile('outturn.csv', [header, ...rows].join('\n')), { year: '2010-11' })
const rules = (rows: readonly string[]) => read(rows).quality.map(({ rule, row, value }) => [rule, row, value])

describe('the reader of Section 251 outturns', () => {
  it('finds the number of the line in its label where it has no column of its own', () => {
    const header = 'LEA Number:,LA Name:,S52 Line Reference:,PRIVATE (x),VOLUNTARY (y),PUBLIC (z),TOTAL EXPENDITURE (k)'
    const { lines, councils } = read(
      ['892,Nottingham ,1 Residential care,5,3,10,18', '892,Nottingham ,2 SERVICES BUDGET (excluding CERA),,,,18'],
      header,
    )
    expect(lines.map(({ number, label }) => [number, label])).toEqual([
      ['1', 'Residential care'],
      ['2', 'SERVICES BUDGET (excluding CERA)'],
    ])
    expect(councils).toEqual([
      {
        dfeNumber: '892',
        name: 'Nottingham',
        row: 2,
        total: 18,
        details: [{ voluntary: 3, private: 5, own: null, otherPublic: null, public: 10, total: 18 }],
      },
    ])
  })

  it('notes providers and details that do not sum, and uses what is printed', () => {
    expect(
      rules([
        '892,Nottingham,1,Residential care,10,5,0,3,28',
        '892,Nottingham,2,SERVICES BUDGET (excluding CERA),,,,,18',
      ]),
    ).toEqual([
      ['providers-do-not-sum-to-line', 2, '18 against 28'],
      ['details-do-not-sum-to-total', 2, 'Nottingham: 28 against 18'],
    ])
  })

  it('notes voluntary cells that are empty beside printed ones', () => {
    expect(
      read([
        '892,Nottingham,1,Residential care,10,NULL,,,10',
        '892,Nottingham,2,SERVICES BUDGET (excluding CERA),,,,,10',
      ]).quality,
    ).toMatchObject([{ rule: 'missing-empty', value: 'Nottingham', count: 1 }])
  })

  it(
    'refuses an amount that it cannot read, a line without a number, a line twice, and councils with different ' +
      'lines, naming them',
    () => {
      expect(() => read([NOTTINGHAM[0]?.replace(',3,', ',three,') ?? ''])).toThrow(
        "outturn.csv, row 2, column 'Voluntary (z(iii))': cannot read 'three'. Allowed: an amount in pounds, " +
          'NULL or nothing',
      )
      expect(() => read(['892,Nottingham,,Residential care,10,5,0,3,18'])).toThrow(
        "column 'S52 Line Reference': cannot read 'Residential care'. Allowed: a label that begins with the " +
          'number of the line',
      )
      expect(() => read(['Nottingham,892,1,Residential care,10,5,0,3,18'])).toThrow(
        "column 'LA': cannot read 'Nottingham'. Allowed: a number of three digits",
      )
      expect(() => read([...NOTTINGHAM, NOTTINGHAM[0] ?? ''])).toThrow("key '892 line 1' stands in rows 2 and 4")
      expect(() => read([...NOTTINGHAM, '874,Peterborough,1,Fostering,10,5,0,3,18'])).toThrow(
        'council 892 has other lines than 874',
      )
      expect(() => read([NOTTINGHAM[0] ?? ''])).toThrow('no line is the total without CERA')
      expect(() => read(NOTTINGHAM, HEADER.replace('Voluntary (z(iii))', 'Third sector'))).toThrow(
        "no column 'VOLUNTARY (y)'",
      )
    },
  )
})
