import { describe, expect, it } from 'vitest'
import { type ReadReport, type Reader, READERS, collectRecords } from '../../src/sources/index.js'
import { textFile } from '../support/sources.js'

/* The contract that every reader keeps, on small files made up for it: a header and rows, no quotation marks. */

interface Sample {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** A column whose cells may be changed without the key of the row changing. */
  readonly free: string
}
const sample = (free: string, header: string, ...rows: string[]): Sample => ({
  free,
  header: header.split(','),
  rows: rows.map((row) => row.split(',')),
})

const HALLS = sample(
  'Management Type (Text)',
  'Facility ID,Site ID,Facility Type,Facility Subtype,Operational Status,Operational Status Notes,' +
    'Accessibility Type (Text),Management Type (Text),Year Built,Year Built Estimated?,Date Opened,Closed Date,' +
    'Closure Reason,Seasonality Type,Badminton Courts,Area,Length,Width,Dimensions Estimate,Easting,Northing,' +
    'Latitude,Longitude',
  '11,1,6,6001,3,,Pay and Play,Trust,1970,0,,,,1,4,594.0,33.0,18.0,0,454350,340682,52.96079,-1.192334',
  '12,1,6,6002,5,,Private Use,Other,1980,1,,2012-05-03,999,1,1,180.0,18.0,10.0,1,454350,340682,52.96079,-1.192334',
  '13,2,6,6003,3,,Pay and Play,Trust,1990,0,,,,1,6,900.0,45.0,20.0,0,454360,340692,52.96088,-1.192184',
)
const SAMPLES: Readonly<Record<string, Sample>> = {
  'active-places-sports-halls': HALLS,
  'childrens-centre-union': sample(
    'name',
    'urn,name,la_code,la_name,type,open_date,postcode_first,postcode_last,first_listed,last_listed,first_absent,' +
      'lists_missed_between',
    "1,Aspley,892,Nottingham,Children's centre,27-03-2006,NG8 5PJ,NG8 5PJ,2016-08-04,2026-08-19,,0",
    "2,Bulwell,892,Nottingham,Children's Centre,,NG6 8AB,NG6 8AB,2016-08-04,2017-01-19,2017-11-09,0",
    "3,Witney,931,Oxfordshire,Children's centre linked site,01-03-2017,OX28 4YA,OX28 4YA,2017-11-09,2026-08-19,,0",
  ),
  'childrens-centre-lists': sample(
    'open_centres',
    'list_date,open_centres',
    '2016-08-04,3272',
    '2016-10-18,3265',
    '2016-10-20,3263',
  ),
  'gias-childrens-centres': sample(
    'EstablishmentName',
    'URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),' +
      'EstablishmentStatus (name),OpenDate,Postcode',
    "1,892,Nottingham,Aspley,47,Children's Centre,Open,27-03-2006,NG8 5PJ",
    "2,892,Nottingham,Bulwell,47,Children's centre,Open,,NG6 8AB",
    "3,931,Oxfordshire,Witney,48,Children's centre linked site,Open,01-03-2017,OX28 4YA",
  ),
}
const text = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((cells) => `${cells.join(',')}\n`).join('')
const read = (reader: Reader<unknown>, content: string) => collectRecords(reader, textFile('f.csv', content))
const addUp = ({ rows }: ReadReport): boolean => rows.in === rows.records + rows.setAside + rows.joined

const cases = READERS.map((reader) => ({ id: reader.id, reader, sample: SAMPLES[reader.id] as Sample }))

describe.each(cases)('the reader $id', ({ reader, sample: { header, rows, free } }) => {
  const whole = text(header, rows)

  it('recognises a file of its family by its content, and none of another family', () => {
    expect(reader.recognises(textFile('x', whole))).toBe(1)
    const others = cases.filter(({ id }) => id !== reader.id).map(({ sample }) => text(sample.header, sample.rows))
    const foreign = [
      ...others,
      '',
      '\n',
      'a,b\n1,2\n',
      '<!DOCTYPE html><html></html>',
      '{"error": 404}',
      '\u0000\u0001',
    ]
    expect(foreign.map((content) => reader.recognises(textFile('x', content)))).toEqual(foreign.map(() => 0))
  })

  it('recognises the beginning of a file that is cut anywhere after its first row', () => {
    const from = text(header, rows.slice(0, 1)).length
    for (let length = from; length < whole.length; length++)
      expect(reader.recognises(textFile('x', whole.slice(0, length)))).toBe(1)
  })

  it('gives a record a row, each with its number', async () => {
    const numbers: number[] = []
    const report = await reader.read(textFile('f.csv', whole), { sink: (_, row) => void numbers.push(row) })
    expect(numbers).toEqual([2, 3, 4])
    expect(report.rows).toEqual({ in: 3, records: 3, setAside: 0, joined: 0 })
  })

  it('gives the same records whatever the order, case and place of the header, unknown columns too', async () => {
    const { records } = await read(reader, whole)
    const turned = text(
      ['Unknown', ...header.map((label) => label.toUpperCase())].reverse(),
      rows.map((cells) => ['x', ...cells].reverse()),
    )
    expect((await read(reader, `A title\n\n${turned}`)).records).toEqual(records)
  })

  it('refuses a file that is empty, is another, or lacks a column, and names the nearest that it has', async () => {
    await expect(read(reader, '')).rejects.toMatchObject({ code: 'bad-file' })
    await expect(read(reader, '<!DOCTYPE html>\n<html>\n')).rejects.toMatchObject({ code: 'missing-column' })
    const misspelt = text([`${header[0] ?? ''}s`, ...header.slice(1)], rows)
    await expect(read(reader, misspelt)).rejects.toThrow(`The nearest is '${header[0] ?? ''}s'`)
  })

  it('reports a header without rows', async () => {
    const { report } = await read(reader, text(header, []))
    expect(report.rows.in).toBe(0)
    expect(report.problems.map(({ rule }) => rule)).toEqual(['no-rows'])
  })

  it('joins a row that is printed twice, and sets aside a second row of the same key', async () => {
    const [first = [], ...rest] = rows
    const differing = first.map((cell, i) => (header[i] === free ? '7' : cell))
    const { records, report } = await read(reader, text(header, [first, first, differing, ...rest]))
    expect(records).toHaveLength(3)
    expect(report.rows).toEqual({ in: 5, records: 3, setAside: 1, joined: 1 })
    expect(
      report.problems.filter(({ row }) => row === 3 || row === 4).map(({ rule, row, action }) => [rule, row, action]),
    ).toEqual([
      ['row-repeated', 3, 'joined'],
      ['key-repeated', 4, 'set aside'],
    ])
  })

  it('sets aside two joined rows, a row cut in its middle, one with a stray quotation mark, and no other', async () => {
    const [first = [], second = [], third = []] = rows
    const bad = [[...first, ...second], first.slice(0, 1), [`"${first[0] ?? ''}`, ...first.slice(1)]]
    for (const broken of bad) {
      const { records, report } = await read(reader, text(header, [broken, second, third]))
      expect(records).toHaveLength(2)
      expect(report.rows).toEqual({ in: 3, records: 2, setAside: 1, joined: 0 })
      expect(report.problems[0]).toMatchObject({ file: 'f.csv', row: 2, action: 'set aside' })
    }
  })

  it('accounts for every row of a file cut after any byte, and gives the rows before the cut unharmed', async () => {
    const { records } = await read(reader, whole)
    const start = text(header, []).length
    for (let length = start; length < whole.length; length++) {
      const cut = await read(reader, whole.slice(0, length))
      const complete = whole.slice(start, length).split('\n').length - 1
      expect(addUp(cut.report)).toBe(true)
      expect(cut.records.slice(0, complete)).toEqual(records.slice(0, complete))
      expect(cut.records.length - complete).toBeLessThanOrEqual(1)
      if (cut.records.length > complete) expect([...cut.report.caught.keys()]).toContain('no-line-break-at-end')
    }
  })

  it('takes bytes as they come, and stops when it is told to', async () => {
    const { bytes } = textFile('f.csv', whole)
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7))
    }
    const { records } = await read(reader, whole)
    expect((await collectRecords(reader, { name: 'f.csv', bytes: pieces() })).records).toEqual(records)
    const signal = AbortSignal.abort(new Error('stopped'))
    await expect(collectRecords(reader, { name: 'f.csv', bytes }, { signal })).rejects.toThrow('stopped')
  })

  it('refuses a file beyond a limit, and sets aside a row with a cell beyond it', async () => {
    const limited = (limits: object) => collectRecords(reader, textFile('f.csv', whole), { limits })
    await expect(limited({ bytes: 10 })).rejects.toThrow('it has more than 10 bytes')
    await expect(limited({ rows: 2 })).rejects.toThrow('it has more than 2 rows')
    await expect(limited({ columns: 1 })).rejects.toThrow('it has more than 1 columns')
    const [first = [], ...rest] = rows
    const long = first.map((cell, i) => (header[i] === free ? 'x'.repeat(200) : cell))
    const { report } = await collectRecords(reader, textFile('f.csv', text(header, [long, ...rest])), {
      limits: { cell: 100 },
    })
    expect(report.rows).toMatchObject({ records: 2, setAside: 1 })
    expect(report.problems[0]?.rule).toBe('cell-too-long')
  })
})

describe('a reading', () => {
  const [{ reader }] = cases as [(typeof cases)[0]]

  it('tells how far it has come, and waits for what takes the records', async () => {
    const told: number[] = []
    const taken: unknown[] = []
    const sink = async (record: unknown) => {
      await Promise.resolve()
      taken.push(record)
    }
    const file = textFile('f.csv', text(HALLS.header, HALLS.rows))
    await reader.read(file, { sink, onProgress: ({ rows }) => told.push(rows) })
    expect([told, taken.length]).toEqual([[3], 3])
  })

  it('lists as many problems of a rule as the limit allows, and counts all', async () => {
    const bad = HALLS.rows.map((cells) => cells.slice(1))
    const { report } = await collectRecords(reader, textFile('f.csv', text(HALLS.header, bad)), {
      limits: { problems: 1 },
    })
    expect(report.problems).toHaveLength(1)
    expect(report.caught.get('row-length')).toBe(3)
  })

  it('says of a file in another encoding which one it took', async () => {
    const bytes = Uint8Array.from(text(HALLS.header, HALLS.rows).replace('Trust', 'Caf\u00e9'), (sign) =>
      sign.charCodeAt(0),
    )
    const { report } = await collectRecords(reader, { name: 'f.csv', bytes })
    expect(report.problems[0]).toMatchObject({ rule: 'encoding-not-utf-8', value: 'windows-1252' })
  })
})
