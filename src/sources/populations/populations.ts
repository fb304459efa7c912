import { badCell, badFile, duplicateKey, missingColumn, unmatchedKeys } from '../../errors.js'
import { csvRows } from '../../tables/parse.js'
import { readNumber } from '../../values/number.js'
import { decodeText } from '../../values/text.js'
import { csvRecords, csvTable } from '../csvTable.js'
import { gunzip } from '../gunzip.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** People by area code, for one year. */
export type PeopleByArea = ReadonlyMap<string, number>

/** The populations of districts by year, England only. */
export interface DistrictPopulations extends Reported {
  readonly years: ReadonlyMap<number, PeopleByArea>
}

/** The populations of larger areas, summed from small ones, England only. */
export interface SummedPopulations extends Reported {
  readonly people: PeopleByArea
}

/** The larger area of each small one. */
export interface AreaLookup extends Reported {
  readonly areaOf: ReadonlyMap<string, string>
}

const ELSEWHERE = 'outside England'

/**
 * Reads the mid-year populations of districts, 2001 to 2013, from the ONS components of change (MYEB3).
 *
 * @returns for each year its people by district code; rows of other countries are set aside and counted.
 * @throws InputError `missing-column` or `bad-cell`.
 * @example
 * import { readDistrictPopulations } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode(
 *   'lad2013_code,country,population_2009\nE06000018,E,294808\nW06000001,W,69000\n',
 * )
 * const { years, counts } = readDistrictPopulations({ name: 'myeb3.csv', bytes })
 * years.get(2009)?.get('E06000018') // => 294808
 * counts.setAside // => [{ reason: 'outside England', rows: 1 }]
 */
export function readDistrictPopulations(file: SourceFile): DistrictPopulations {
  const { text } = decodeText(file.bytes)
  const [header = []] = csvRows(text.split(/[\r\n]/, 1)[0] ?? '', { file: file.name })
  const columns = header.filter((name) => /^population_\d{4}$/.test(name))
  if (columns.length === 0) throw missingColumn(file.name, 'population_2001', header)
  const rows = csvRecords<{ lad2013_code: string; country: string } & Record<string, number | string>>(file, [
    { name: 'lad2013_code', type: 'string', constraints: { required: true } },
    { name: 'country', type: 'string', constraints: { required: true, enum: ['E', 'W', 'S', 'N'] } },
    ...columns.map((name) => ({ name, type: 'integer' as const, constraints: { required: true } })),
  ])
  const english = rows.filter(({ cells }) => cells.country === 'E')
  const report = new QualityReport({ file: file.name })
  report.keep(english.length)
  if (english.length < rows.length) report.setAside(ELSEWHERE, rows.length - english.length)
  return {
    years: new Map(
      columns.map((name) => [
        Number(name.slice(-4)),
        new Map(english.map(({ cells }) => [cells.lad2013_code, Number(cells[name])])),
      ]),
    ),
    ...report.reported,
  }
}

/** Which columns and rows of a file hold the people of districts in one year. */
export interface DistrictEstimateColumns {
  readonly code: string
  readonly people: string
  /** Code of the row that holds all of England: the districts must add up to it. */
  readonly england: string
  /** The column that names the year, and the year wanted, where the file holds several. */
  readonly year?: { readonly column: string; readonly is: string }
}

const DISTRICT = /^E0[6-9]\d{6}$/
/** Most bytes that a packed file of districts may unpack to; the longest known has 2 million. */
const LARGEST_FILE = 50_000_000

/**
 * Reads the people of districts in one year from a file with one row an area, plain or packed with gzip.
 *
 * Counties, regions and countries stand among the districts in such files: they are set aside, and the row of England
 * is compared with the sum of its districts.
 *
 * @param file the file; its numbers may have commas.
 * @param columns the names of its columns, the code of its row of England, and the year wanted.
 * @returns the people of each English district.
 * @throws InputError `bad-cell` for a number that cannot be read; `duplicate-key` when a district stands twice;
 * `bad-file` when the districts do not add up to England.
 * @example
 * import { readDistrictEstimates } from 'wardstick/sources'
 * const text = 'Code,All ages\nE92000001,"329,286"\nE06000018,"329,276"\nE09000001,10\nE10000024,5\n'
 * const file = { name: 'mye.csv', bytes: new TextEncoder().encode(text) }
 * const { people, counts } = readDistrictEstimates(file, { code: 'Code', people: 'All ages', england: 'E92000001' })
 * people.get('E06000018') // => 329276
 * counts.setAside // => [{ reason: 'no English district', rows: 2 }]
 */
export function readDistrictEstimates(file: SourceFile, columns: DistrictEstimateColumns): SummedPopulations {
  const rows = estimateRows(file, columns)
  const report = new QualityReport({ file: file.name })
  const people = new Map<string, number>()
  const rowOf = new Map<string, number>()
  let england: number | undefined
  for (const { row, code, year, people: text } of rows) {
    const read = (): number => wholeNumber(text, { file: file.name, row, column: columns.people })
    if (year !== columns.year?.is) report.setAside('another year')
    else if (rowOf.has(code)) throw duplicateKey(file.name, code, [rowOf.get(code) ?? 0, row])
    else if (DISTRICT.test(code)) {
      rowOf.set(code, row)
      people.set(code, read())
      report.keep()
    } else {
      if (code === columns.england) england = read()
      report.setAside('no English district')
    }
  }
  const sum = [...people.values()].reduce((a, b) => a + b, 0)
  if (sum !== england)
    throw badFile(
      file.name,
      `its districts have ${sum} people and its row ${columns.england} has ${england ?? 'none'}`,
      'Use the file as it was published, with every district of England.',
    )
  return { people, ...report.reported }
}

interface EstimateRow {
  /** As a spreadsheet counts it. */
  readonly row: number
  readonly code: string
  readonly people: string
  readonly year: string | undefined
}

function estimateRows(file: SourceFile, columns: DistrictEstimateColumns): EstimateRow[] {
  const bytes = file.name.endsWith('.gz') ? gunzip(file, LARGEST_FILE) : file.bytes
  const names = [columns.code, columns.people, ...(columns.year === undefined ? [] : [columns.year.column])]
  const { table, rowNumbers } = csvTable(
    { name: file.name, bytes },
    names.map((name) => ({ name, type: 'string' })),
  )
  const [codes, people, years] = names.map((name) => table.array(name) as ArrayLike<string | null>)
  return Array.from({ length: table.numRows() }, (_, i) => ({
    row: rowNumbers[i] ?? 0,
    code: codes?.[i] ?? '',
    people: people?.[i] ?? '',
    year: years?.[i] ?? undefined,
  }))
}

function wholeNumber(
  text: string,
  place: { readonly file: string; readonly row: number; readonly column: string },
): number {
  const reading = readNumber(text)
  if (reading.kind === 'value' && Number.isInteger(reading.value)) return reading.value
  throw badCell(place, text, 'a whole number of people', 'Use the file as it was published.')
}

/**
 * Sums a population file of small areas (LSOA) to the areas of a look-up.
 *
 * @param file one row a small area; which columns hold its code and its people is given by name, as the order of
 * columns differs between editions.
 * @param columns the names of these two columns.
 * @param areaOf the area of each small area.
 * @returns the people of each area; rows of other countries are set aside and counted.
 * @throws InputError `unmatched-key` when an English small area is not in the look-up: nobody is lost in silence.
 * @example
 * import { readSmallAreaPopulations } from 'wardstick/sources'
 * const file = { name: 'lsoa.csv', bytes: new TextEncoder().encode('code,people\nE01013817,1500\nE01013818,1600\n') }
 * const columns = { code: 'code', people: 'people' }
 * const areas = new Map([['E01013817', 'E06000018'], ['E01013818', 'E06000018']])
 * readSmallAreaPopulations(file, columns, areas).people.get('E06000018') // => 3100
 * readSmallAreaPopulations(file, columns, new Map()) // throws 'unmatched-key'
 */
export function readSmallAreaPopulations(
  file: SourceFile,
  columns: { readonly code: string; readonly people: string },
  areaOf: ReadonlyMap<string, string>,
): SummedPopulations {
  const { table } = csvTable(file, [
    { name: columns.code, type: 'string', constraints: { required: true, pattern: '[EW]01\\d{6}' } },
    { name: columns.people, type: 'integer', constraints: { required: true } },
  ])
  const codes = table.array(columns.code) as ArrayLike<string>
  const counts = table.array(columns.people) as ArrayLike<number>
  const report = new QualityReport({ file: file.name })
  const people = new Map<string, number>()
  const unknown: string[] = []
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? ''
    const area = areaOf.get(code)
    if (code.startsWith('W')) report.setAside(ELSEWHERE)
    else if (area === undefined) unknown.push(code)
    else {
      people.set(area, (people.get(area) ?? 0) + (counts[row] ?? 0))
      report.keep()
    }
  }
  if (unknown.length > 0) throw unmatchedKeys(file.name, unknown)
  return { people, ...report.reported }
}

/**
 * Reads a look-up from small areas to larger ones; a small area may stand in several rows if they agree.
 *
 * @throws InputError `bad-file` when a small area is given two larger ones.
 * @example
 * import { readAreaLookup } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('LSOA11CD,LAD15CD\nE01013817,E06000018\nE01013817,E06000018\n')
 * const { areaOf, counts } = readAreaLookup({ name: 'lookup.csv', bytes }, 'LSOA11CD', 'LAD15CD')
 * areaOf.get('E01013817') // => 'E06000018'
 * counts.setAside // => [{ reason: 'small area in a row before, with the same larger area', rows: 1 }]
 */
export function readAreaLookup(file: SourceFile, from: string, to: string): AreaLookup {
  const { table, rowNumbers } = csvTable(file, [
    { name: from, type: 'string' },
    { name: to, type: 'string', constraints: { required: true } },
  ])
  const keys = table.array(from) as ArrayLike<string | null>
  const areas = table.array(to) as ArrayLike<string>
  const report = new QualityReport({ file: file.name })
  const areaOf = new Map<string, string>()
  for (let row = 0; row < keys.length; row++) {
    const [key, area] = [keys[row] ?? null, areas[row] ?? '']
    const before = key === null ? undefined : areaOf.get(key)
    if (key === null) report.setAside('no small area in the row')
    else if (before === undefined) {
      areaOf.set(key, area)
      report.keep()
    } else if (before === area) report.setAside('small area in a row before, with the same larger area')
    else
      throw badFile(
        file.name,
        `${key} lies in ${before} and, in row ${rowNumbers[row] ?? 0}, in ${area}`,
        'A look-up by best fit gives each area one larger area.',
      )
  }
  return { areaOf, ...report.reported }
}
