/** Reads damaged workbooks, and prints how many and what went wrong; run apart, for the worst of them never return. */
import { utils, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { workbookSheet } from '../../dist/sources/workbook.js'
import { seeded, wrongRefusal } from './support.mjs'

const CHANGES = 300
const ROWS = Array.from({ length: 300 }, (_, i) => [`E${i}`, i, i / 8, 'a text'])
const whole = (bookType) =>
  new Uint8Array(write(utils.book_new(utils.aoa_to_sheet(ROWS), 'S'), { bookType, type: 'array', compression: true }))

const cell = (at) => `<c r="${at}"><v>1</v></c>`
const SHEETS = {
  'a row beyond all others': `<sheetData><row r="999999999">${cell('A999999999')}</row></sheetData>`,
  'a column beyond all others': `<sheetData><row r="1">${cell('ZZZZZZ1')}</row></sheetData>`,
  'the last cell': `<sheetData><row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row></sheetData>`,
  'a range of all cells': `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${cell('A1')}</row></sheetData>`,
  'links over all cells': `<sheetData/><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>`,
}

/** The workbook with another sheet in it. */
function withSheet(bytes, sheet) {
  const parts = unzipSync(bytes)
  const path = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/'))
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`
  return zipSync({ ...parts, [path]: strToU8(xml) })
}

const faults = []
let cases = 0
const read = (bytes) => workbookSheet({ name: 'book', bytes }, 'S')

/** Says on the way what is read, so that the one that hangs is known. */
function announce(name) {
  cases += 1
  process.stderr.write(`\n${name}`)
}

async function refuses(name, bytes) {
  announce(name)
  const fault = await read(bytes).then(() => 'was read', wrongRefusal)
  if (fault !== null) faults.push(`${name}: ${fault}`)
}

/** A changed byte may hit what nobody reads: then the rows are as they were. */
async function refusesOrReads(name, bytes, most) {
  announce(name)
  const fault = await read(bytes).then((rows) => (rows.length <= most ? null : `${rows.length} rows`), wrongRefusal)
  if (fault !== null) faults.push(`${name}: ${fault}`)
}

for (const bookType of ['xlsx', 'biff8']) {
  const bytes = whole(bookType)
  const cuts = Array.from({ length: 60 }, (_, i) => Math.floor((bytes.length * i) / 62))
  for (const length of [...Array(100).keys(), ...cuts, 1000])
    await refuses(`${bookType} cut to ${length}`, bytes.subarray(0, length))
}
// An .xls has no checksum: a changed byte in it is not found, and not tried here.
const zipped = whole('xlsx')
const random = seeded(7)
for (let i = 0; i < CHANGES; i++) {
  const at = Math.floor(random() * zipped.length)
  const value = Math.floor(random() * 256)
  const changed = zipped.map((byte, j) => (j === at ? value : byte))
  await refusesOrReads(`byte ${at} is ${value}`, changed, ROWS.length)
}
for (const [name, sheet] of Object.entries(SHEETS)) await refuses(name, withSheet(whole('xlsx'), sheet))
await refuses(
  '301 MB of blanks',
  zipSync({ ...unzipSync(whole('xlsx')), 'xl/blank.xml': [new Uint8Array(301 * 2 ** 20), { level: 1 }] }),
)
console.log(JSON.stringify({ cases, faults }))
