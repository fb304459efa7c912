import { badFile, missingColumn, unmatchedKeys } from '../../errors.js'
import { csvRows, parseTable } from '../../table/parse.js'
import { rowsOf } from '../../table/rows.js'
import { decodeText } from '../../values/text.js'
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
  const table = parseTable(
    text,
    [
      { name: 'lad2013_code', type: 'string', constraints: { required: true } },
      { name: 'country', type: 'string', constraints: { required: true, enum: ['E', 'W', 'S', 'N'] } },
      ...columns.map((name) => ({ name, type: 'integer' as const, constraints: { required: true } })),
    ],
    { file: file.name },
  )
  const rows = rowsOf<{ lad2013_code: string; country: string } & Record<string, number | string>>(table, [
    'lad2013_code',
    'country',
    ...columns,
  ])
  const english = rows.filter((row) => row.country === 'E')
  const report = new QualityReport({ file: file.name })
  report.keep(english.length)
  if (english.length < rows.length) report.setAside(ELSEWHERE, rows.length - english.length)
  return {
    years: new Map(
      columns.map((name) => [
        Number(name.slice(-4)),
        new Map(english.map((row) => [row.lad2013_code, Number(row[name])])),
      ]),
    ),
    ...report.reported,
  }
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
  const table = parseTable(
    decodeText(file.bytes).text,
    [
      { name: columns.code, type: 'string', constraints: { required: true, pattern: '[EW]01\\d{6}' } },
      { name: columns.people, type: 'integer', constraints: { required: true } },
    ],
    { file: file.name },
  )
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
  const table = parseTable(
    decodeText(file.bytes).text,
    [
      { name: from, type: 'string' },
      { name: to, type: 'string', constraints: { required: true } },
    ],
    { file: file.name },
  )
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
        `${key} lies in ${before} and, in row ${row + 2}, in ${area}`,
        'A look-up by best fit gives each area one larger area.',
      )
  }
  return { areaOf, ...report.reported }
}
