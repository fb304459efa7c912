import { csvRecords } from '../csvTable.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'

/** The register as read. */
export interface CouncilRegistry extends Reported {
  readonly councils: readonly RegisteredCouncil[]
}

/** The register's table of names as read. */
export interface CouncilNames extends Reported {
  readonly names: readonly CouncilName[]
}

/** A name or spelling with the register's code of its council. */
export interface CouncilName {
  readonly name: string
  readonly registerCode: string
}

/** A council as the mySociety register of local authorities lists it. */
export interface RegisteredCouncil {
  /** The register's own code, `NGM`. */
  readonly 'local-authority-code': string
  readonly 'official-name': string
  readonly 'nice-name': string
  readonly 'gss-code': string | null
  readonly 'start-date': string | null
  readonly 'end-date': string | null
  /** Register codes of what replaced it, separated by commas. */
  readonly 'replaced-by': string | null
  readonly nation: string
  readonly region: string | null
  /** `UA`, `MD`, `LBO`, `CC` (City of London), `CTY`, `NMD`; others are no councils of an area's services. */
  readonly 'local-authority-type': string
  /** Register code of the county of a shire district. */
  readonly 'county-la': string | null
  readonly 'alt-names': string | null
  readonly 'former-gss-codes': string | null
  readonly ecode: string | null
  /** Old ONS code, `00FY`. */
  readonly snac: string | null
}

const COLUMNS = [
  'local-authority-code',
  'official-name',
  'nice-name',
  'gss-code',
  'start-date',
  'end-date',
  'replaced-by',
  'nation',
  'region',
  'local-authority-type',
  'county-la',
  'alt-names',
  'former-gss-codes',
  'ecode',
  'snac',
] as const satisfies readonly (keyof RegisteredCouncil)[]

/**
 * Reads the mySociety register of local authorities, all nations and types.
 *
 * @throws InputError `missing-column`.
 * @example
 * import { readCouncilRegistry } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('code,name\n')
 * readCouncilRegistry({ name: 'register.csv', bytes }) // throws 'missing-column'
 */
export function readCouncilRegistry(file: SourceFile): CouncilRegistry {
  const fields = COLUMNS.map((name) => ({ name, type: 'string' as const }))
  const councils = csvRecords<RegisteredCouncil>(file, fields).map(({ cells }) => cells)
  return { councils, ...allKept(file, councils.length) }
}

/**
 * Reads the register's table of names: each name or spelling with the code of its council.
 *
 * @throws InputError `missing-column`.
 * @example
 * import { readCouncilNames } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('la-name,local-authority-code\ncity of nottingham,NGM\n')
 * readCouncilNames({ name: 'names.csv', bytes }).names // => [{ name: 'city of nottingham', registerCode: 'NGM' }]
 */
export function readCouncilNames(file: SourceFile): CouncilNames {
  const records = csvRecords<{ 'la-name': string; 'local-authority-code': string }>(file, [
    { name: 'la-name', type: 'string', constraints: { required: true } },
    { name: 'local-authority-code', type: 'string', constraints: { required: true } },
  ])
  const names = records.map(({ cells }) => ({
    name: cells['la-name'],
    registerCode: cells['local-authority-code'],
  }))
  return { names, ...allKept(file, names.length) }
}

function allKept(file: SourceFile, rows: number): Reported {
  const report = new QualityReport({ file: file.name })
  report.keep(rows)
  return report.reported
}
