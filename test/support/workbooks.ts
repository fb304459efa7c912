import { utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'

/** A small workbook of one sheet `S`, as a program writes it. */
export function writtenWorkbook(
  bookType: 'xlsx' | 'biff8',
  rows: readonly (readonly (string | number)[])[],
): Uint8Array {
  const book = utils.book_new(utils.aoa_to_sheet(rows.map((row) => [...row])), 'S')
  return new Uint8Array(write(book, { bookType, type: 'array', compression: true }) as ArrayBuffer)
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** An .xlsx whose one sheet `S` holds this XML, with further parts. */
export function xlsxOf(sheet: string, further: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const related = (type: string, target: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`,
    )
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
        `<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${MAIN}">${sheet}</worksheet>`),
    ...further,
  })
}
