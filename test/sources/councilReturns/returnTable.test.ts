import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readBudget, readOutturn } from '../../../src/sources/index.js'
import { textFile } from '../../support/sources.js'

const LINES = [
  'TOTAL EDUCATION SERVICES',
  "TOTAL CHILDREN'S SOCIAL CARE",
  "Children's social care: Sure start children's centres/flying start and early years",
  "Children's social care: Services for young people",
  'TOTAL CULTURAL AND RELATED SERVICES',
  'Culture and heritage (excluding Archives)',
  'Library service',
  'Open spaces',
  'Recreation and sport',
  'Community development',
  'TOTAL SERVICE EXPENDITURE',
]
const header = `E-code,ONS Code,Local authority,Class,${LINES.join(',')}`
const row = (start: string, cell = '1') => `${start}${`,${cell}`.repeat(LINES.length)}`
const budget = (...lines: string[]) => readBudget(textFile('RA.csv', [...lines, ''].join('\n')), { year: '2021-22' })

describe('a return', () => {
  it('gives authorities, official totals, and a count for every row', async () => {
    const read = await budget(
      'Budget 2021-22',
      header,
      row('E3001,E06000018,Nottingham,UA'),
      row('E6101,,Avon Fire,O'),
      '',
      row(',,ENGLAND,', '2'),
      row(',,SHIRE COUNTIES,SC', '3'),
      'Source: the ministry',
    )
    expect(read.authorities.map(({ eCode, gssCode, class: of, row: at }) => [eCode, gssCode, of, at])).toEqual([
      ['E3001', 'E06000018', 'UA', 3],
      ['E6101', null, 'O', 4],
    ])
    expect(read.totals.map(({ area, amounts }) => [area, amounts.library_service])).toEqual([
      ['ENGLAND', 2],
      ['SC', 3],
    ])
    expect(read.counts).toEqual({
      rowsIn: 5,
      rowsOut: 2,
      setAside: [
        { reason: 'official total, kept in the table of totals', rows: 2 },
        { reason: 'heading or note', rows: 1 },
      ],
    })
  })

  it('keeps a marker as missing and reports its cell', async () => {
    const read = await budget(header, row('E3001,E06000018,Nottingham,UA', '[x]'))
    expect(read.authorities[0]?.amounts.library_service).toBeNull()
    expect(read.quality.find(({ column }) => column === 'library_service')).toEqual({
      file: 'RA.csv',
      sheet: null,
      row: 2,
      column: 'library_service',
      value: '[x]',
      rule: 'missing-not-submitted',
      action: 'kept as missing, not as 0',
      count: 1,
    })
  })

  it('sets a second row of an authority aside and says which it kept', async () => {
    const read = await budget(
      header,
      row('E5100,,Greater London Authority,O'),
      row('E5100,,Greater London Authority,O', '9'),
    )
    expect(read.authorities.length).toBe(1)
    expect(read.quality).toMatchObject([
      {
        row: 3,
        rule: 'repeated-authority',
        action: expect.stringContaining('set aside; the row kept is 2, which differs in education') as unknown,
      },
    ])
  })

  it('rounds fractions of a pound and counts them', async () => {
    const read = await budget(header, row('E3001,E06000018,Nottingham,UA', '1.23456'))
    expect(read.authorities[0]?.amounts.library_service).toBe(1.235)
    expect(read.quality).toMatchObject([{ rule: 'fraction-of-a-pound', count: LINES.length }])
  })

  it.each([
    [
      'a text where a number must be',
      [header, row('E3001,E06000018,Nottingham,UA', 'about 5')],
      "RA.csv, row 2, column 'education': cannot read 'about 5'",
    ],
    [
      'an unknown class',
      [header, row('E3001,E06000018,Nottingham,XX')],
      "RA.csv, row 2, column 'Class': cannot read 'XX'. Allowed: UA, MD, L or LB, SC, SD, O",
    ],
    ['a file without a header', ['Nottingham,1'], "RA.csv: no header row that begins with 'E-code'"],
    [
      'a missing line',
      [header.replace('Library service', 'Libraries'), row('E3001,E06000018,Nottingham,UA')],
      "RA.csv: no column 'library service'",
    ],
    ['the edition of another year', ['Budget 2019-20', header], 'its titles speak of 2019-20, not of 2021-22'],
    [
      'an authority whose e-code is misspelt',
      [header, row('e3001,E06000018,Nottingham,UA')],
      "row 2, column 'E-code': cannot read 'e3001'. Allowed: E and four digits",
    ],
    ['an authority without e-code', [header, row(',,Nottingham,UA')], "row 2, column 'E-code': cannot read ''"],
    [
      'two columns of one line',
      [header.replace('TOTAL SERVICE', 'Library service,TOTAL SERVICE')],
      "are both titled 'library service'",
    ],
    ['a missing class column', [header.replace('Class', 'Kind')], "no column 'Class'"],
  ])('refuses %s, naming the place', async (_, lines, message) => {
    await expect(budget(...lines)).rejects.toThrow(message)
  })

  it('refuses a service line that it does not know, so that no spending is lost', async () => {
    const services = [
      'edu',
      'trans',
      'csc',
      'asc',
      'phs',
      'hous',
      'cul',
      'env',
      'plan',
      'pol',
      'frs',
      'cen',
      'oth',
      'new',
      'totsx',
    ]
    const text =
      `,,,${services.map((service) => `RSX-${service}-net-cur-exp`).join(',')}\nE-code,Local ` +
      `authority,Class,${services.join(',')}\n`
    await expect(readOutturn(textFile('RSX.csv', text), { year: '2021-22' })).rejects.toThrow(
      "column 'rsx-new-net-cur-exp' is no service line that wardstick knows for 2021-22",
    )
  })

  it.each([
    ['a text', new TextEncoder().encode('E-code,1\n'), 'RS.xls: not a workbook'],
    [
      'a legacy workbook cut short',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 2, 3]),
      'RS.xls: not a whole workbook: it is cut off',
    ],
    [
      'a zipped workbook cut short',
      new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]),
      'RS.xls: not a whole workbook: it is cut off',
    ],
    [
      'a workbook without the sheet',
      workbook(),
      "RS.xls: no sheet 'data'; found notes. Use the edition of the file that has it.",
    ],
  ])('refuses %s', async (_, bytes, message) => {
    await expect(readOutturn({ name: 'RS.xls', bytes }, { year: '2009-10', sheet: 'data' })).rejects.toThrow(message)
  })
})

function workbook(): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), 'notes')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}
