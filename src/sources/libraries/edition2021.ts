import type { SourceFile } from '../sourceFile.js'
import { listTable, postcodeOf } from './cells.js'
import type { LibraryList } from './edition2016.js'
import { UNSAID } from './printedLibrary.js'

/**
 * Reads the list of libraries of 2021: names, addresses and postcodes alone. Its first column is headed `Namr`.
 *
 * @example
 * import { readLibraries2021 } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode(
 *   'Namr,Address1,Address2,Address3,Authority,Postcode,UPRN\n' +
 *     'Diss Library,Church Street,Diss,Norfolk,Norfolk,IP22 3DD,7033023\n',
 * )
 * readLibraries2021({ name: 'list.csv', bytes }).libraries[0]?.name // => 'Diss Library'
 */
export function readLibraries2021(file: SourceFile): LibraryList {
  const { rows, report } = listTable(file, ['Namr', 'Address1', 'Authority', 'Postcode'])
  report.note('misspelt-header', 'read as the name', { row: 1, column: 'Namr', value: 'Namr' })
  const libraries = rows.map(({ row, cell }) => ({
    ...UNSAID,
    row,
    authority: cell('Authority'),
    name: cell('Namr'),
    address: cell('Address1'),
    postcode: postcodeOf(cell('Postcode'), { row, column: 'Postcode' }, report),
  }))
  report.keep(libraries.length)
  return { libraries, ...report.reported }
}
