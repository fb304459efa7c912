import { badFile } from '../../errors.js'
import type { Field } from '../../tables/parse.js'
import { csvRecords } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** A district with the county and region that it lies in. */
export interface DistrictPlace {
  readonly district_name: string
  /** Counties, metropolitan counties, Inner and Outer London; null for unitary authorities. */
  readonly county_code: string | null
  readonly county_name: string | null
  readonly region_code: string
  readonly region_name: string
}

/** Districts by code, England only. */
export interface DistrictPlaces extends Reported {
  readonly districts: ReadonlyMap<string, DistrictPlace>
}

/** Class of a ward in the rural-urban classification of 2011: code and words. */
export interface RuralUrbanClass {
  readonly rural_urban_code: string
  readonly rural_urban: string
}

/** Rural-urban classes by ward code, England only. */
export interface RuralUrbanClasses extends Reported {
  readonly classes: ReadonlyMap<string, RuralUrbanClass>
}

const text = (name: string): Field => ({ name, type: 'string' })
const needed = (name: string): Field => ({ name, type: 'string', constraints: { required: true } })

/**
 * Reads the districts, counties and regions from the ONS list of the wards of 2016, which names them for each ward.
 *
 * @throws InputError `missing-column`, `bad-cell`, or `bad-file` when two rows of a district disagree.
 * @example
 * import { readDistrictPlaces } from 'wardstick/sources'
 * const header = 'WD16CD,LAD16CD,LAD16NM,CTY16CD,CTY16NM,GOR10CD,GOR10NM'
 * const bytes = new TextEncoder().encode(`${header}\nE05001823,E06000018,Nottingham,,,E12000004,East Midlands\n`)
 * readDistrictPlaces({ name: 'wards.csv', bytes }).districts.get('E06000018')?.region_name // => 'East Midlands'
 */
export function readDistrictPlaces(file: SourceFile): DistrictPlaces {
  const records = csvRecords<Record<string, string | null>>(file, [
    needed('WD16CD'),
    needed('LAD16CD'),
    needed('LAD16NM'),
    text('CTY16CD'),
    text('CTY16NM'),
    text('GOR10CD'),
    text('GOR10NM'),
  ])
  const report = new QualityReport({ file: file.name })
  const districts = new Map<string, DistrictPlace>()
  const rowOf = new Map<string, number>()
  for (const { row, cells } of records) {
    const code = cells['LAD16CD'] ?? ''
    if (!code.startsWith('E')) report.setAside('outside England')
    else {
      const place = {
        district_name: cells['LAD16NM'] ?? '',
        county_code: cells['CTY16CD'] ?? null,
        county_name: cells['CTY16NM'] ?? null,
        region_code: cells['GOR10CD'] ?? '',
        region_name: cells['GOR10NM'] ?? '',
      }
      const before = districts.get(code)
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(place))
        throw badFile(
          file.name,
          `rows ${rowOf.get(code) ?? 0} and ${row} of ${code} disagree on its name, county or region`,
          'A district has one of each.',
        )
      districts.set(code, place)
      rowOf.set(code, rowOf.get(code) ?? row)
      report.keep()
    }
  }
  return { districts, ...report.reported }
}

/**
 * Reads the rural-urban classification of 2011 by ward.
 *
 * @throws InputError `missing-column` or `bad-cell`.
 * @example
 * import { readRuralUrbanClasses } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('ward11_code,ruc11_code,classification\nE05001823,C1,Urban city and town\n')
 * const { classes } = readRuralUrbanClasses({ name: 'ruc.csv', bytes })
 * classes.get('E05001823') // => { rural_urban_code: 'C1', rural_urban: 'Urban city and town' }
 */
export function readRuralUrbanClasses(file: SourceFile): RuralUrbanClasses {
  const rows = csvRecords<Record<string, string>>(file, [
    needed('ward11_code'),
    needed('ruc11_code'),
    needed('classification'),
  ])
  const english = rows.filter(({ cells }) => cells['ward11_code']?.startsWith('E') === true)
  const report = new QualityReport({ file: file.name })
  report.keep(english.length)
  if (english.length < rows.length) report.setAside('outside England', rows.length - english.length)
  const classes = new Map(
    english.map(({ cells }) => [
      cells['ward11_code'] ?? '',
      { rural_urban_code: cells['ruc11_code'] ?? '', rural_urban: cells['classification'] ?? '' },
    ]),
  )
  return { classes, ...report.reported }
}
