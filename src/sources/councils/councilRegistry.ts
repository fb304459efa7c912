import { parseTable } from '../../table/parse.js'
import { rowsOf } from '../../table/rows.js'
import { decodeText } from '../../values/text.js'
import type { SourceFile } from '../sourceFile.js'

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
 * readCouncilRegistry({ name: 'register.csv', bytes: new TextEncoder().encode('code,name\n') }) // throws 'missing-column'
 */
export function readCouncilRegistry(file: SourceFile): RegisteredCouncil[] {
  const table = parseTable(
    decodeText(file.bytes).text,
    COLUMNS.map((name) => ({ name, type: 'string' })),
    { file: file.name },
  )
  return rowsOf<RegisteredCouncil>(table, COLUMNS)
}

/**
 * Reads the register's table of names: each name or spelling with the code of its council.
 *
 * @throws InputError `missing-column`.
 * @example
 * import { readCouncilNames } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('la-name,local-authority-code\ncity of nottingham,NGM\n')
 * readCouncilNames({ name: 'names.csv', bytes }) // => [{ name: 'city of nottingham', registerCode: 'NGM' }]
 */
export function readCouncilNames(file: SourceFile): { readonly name: string; readonly registerCode: string }[] {
  const table = parseTable(
    decodeText(file.bytes).text,
    [
      { name: 'la-name', type: 'string', constraints: { required: true } },
      { name: 'local-authority-code', type: 'string', constraints: { required: true } },
    ],
    { file: file.name },
  )
  return rowsOf<{ 'la-name': string; 'local-authority-code': string }>(table, ['la-name', 'local-authority-code']).map((row) => ({
    name: row['la-name'],
    registerCode: row['local-authority-code'],
  }))
}
