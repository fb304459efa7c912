import { badFile } from '../errors.js'
import { csvRows } from '../table/parse.js'
import { decodeText } from '../values/text.js'
import { type QualityEntry, QualityReport } from './quality.js'
import type { SourceFile } from './sourceFile.js'

/** A cell as a spreadsheet holds it. */
export type SheetCell = string | number | boolean | null

/** The cells of a sheet by row, from its first row on; rows may differ in length. */
export type Sheet = readonly (readonly SheetCell[])[]

/** How a legacy workbook and a zipped one begin; without it the library would read any text as a sheet. */
const SIGNATURES = [
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0x50, 0x4b, 0x03, 0x04],
] as const

/**
 * The cells of one sheet of a legacy (.xls) or current (.xlsx) workbook; numbers as stored, not as displayed.
 *
 * @throws InputError `bad-file` when the file is no workbook or has no sheet of that name.
 */
export async function workbookSheet(file: SourceFile, sheet: string): Promise<Sheet> {
  if (!SIGNATURES.some((signature) => signature.every((byte, i) => file.bytes[i] === byte)))
    throw badFile(file.name, 'not a workbook (.xls or .xlsx)', 'Use the file as published.')
  const { read, utils } = await import('@e965/xlsx')
  let workbook
  try {
    workbook = read(file.bytes, { dense: true, cellText: false, cellFormula: false, sheets: sheet })
  } catch (error) {
    throw badFile(file.name, `not a readable workbook (${(error as Error).message})`, 'Use the file as published.')
  }
  const cells = workbook.Sheets[sheet]
  if (cells === undefined)
    throw badFile(
      file.name,
      `no sheet '${sheet}'; found ${workbook.SheetNames.join(', ')}`,
      'Use the edition of the file that has it.',
    )
  return utils.sheet_to_json<SheetCell[]>(cells, { header: 1, raw: true, defval: null, blankrows: true })
}

/** The cells of a CSV file that is laid out like a sheet, as texts, and a note where it is not in UTF-8. */
export function csvSheet(file: SourceFile): { readonly sheet: Sheet; readonly quality: readonly QualityEntry[] } {
  const { text, encoding } = decodeText(file.bytes)
  const report = new QualityReport({ file: file.name })
  if (encoding !== 'utf-8') report.note('not-utf-8', 'decoded by its real encoding', { value: encoding })
  return { sheet: csvRows(text, { file: file.name }), quality: report.reported.quality }
}
