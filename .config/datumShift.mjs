/**
 * Takes the rows of src/geography/datumShiftNodes.ts out of the Ordnance Survey's OSTN15, and prints how far the shift
 * between them is from the whole of OSTN15.
 *
 *   node .config/datumShift.mjs PATH/OSTN15_OSGM15_DataFile.txt
 *
 * The file is in the developer pack of OSTN15: a node each kilometre, from 0, 0 to 700, 1250.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const target = new URL('../src/geography/datumShiftNodes.ts', import.meta.url)
const FILE = { columns: 701, rows: 1251, east: 3, north: 4, flag: 6 }
const SPACING = 10
/** The least code of a character: the one after that of the quotation mark. */
const LEAST_CODE = 40

const lines = readFileSync(process.argv[2], 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','))
if (lines.length !== FILE.columns * FILE.rows)
  throw new Error(`${lines.length} nodes, ${FILE.columns * FILE.rows} expected`)
const shift = (field, column, row) => Number(lines[row * FILE.columns + column][field])

const every = (count) => Array.from({ length: (count - 1) / SPACING + 1 }, (_, index) => index * SPACING)
const nodes = (field) =>
  every(FILE.rows).map((row) => every(FILE.columns).map((column) => Math.round(shift(field, column, row) * 100)))
const [east, north] = [nodes(FILE.east), nodes(FILE.north)]

const steps = (row) => row.slice(1).map((value, index) => value - row[index])
const zeroOf = (rows) => LEAST_CODE - Math.min(...rows.flatMap(steps))
const zero = { east: zeroOf(east), north: zeroOf(north) }
const written = (row, zero) =>
  `${row[0]}, '${String.fromCharCode(...steps(row).map((step) => zero + step)).replaceAll('\\', '\\\\')}'`
const rows = east.map((row, index) => `  [${written(row, zero.east)}, ${written(north[index], zero.north)}],\n`)
const module = readFileSync(target, 'utf8')
  .replace(/(?<=NO_STEP = ){.*}/, `{ east: ${zero.east}, north: ${zero.north} }`)
  .replace(/(?<=NODES[^=]*= \[\n)[^]*(?=\]\n$)/, () => rows.join(''))
writeFileSync(target, module)

function between(rows, column, row) {
  const [x, y] = [column / SPACING, row / SPACING]
  const [west, south] = [Math.min(Math.floor(x), rows[0].length - 2), Math.min(Math.floor(y), rows.length - 2)]
  const along = (line) => line[west] * (west + 1 - x) + line[west + 1] * (x - west)
  return (along(rows[south]) * (south + 1 - y) + along(rows[south + 1]) * (y - south)) / 100
}

const errorAt = (column, row) =>
  Math.hypot(
    between(east, column, row) - shift(FILE.east, column, row),
    between(north, column, row) - shift(FILE.north, column, row),
  )
/** Higher flags are the sea's. */
const errors = lines.flatMap((line, index) =>
  Number(line[FILE.flag]) < 15 ? [errorAt(index % FILE.columns, Math.floor(index / FILE.columns))] : [],
)
errors.sort((a, b) => a - b)
const metres = (share) => errors[Math.floor(share * (errors.length - 1))].toFixed(3)
console.log(
  `${errors.length} nodes on land: half within ${metres(0.5)} m, 99 % within ${metres(0.99)} m, all within ` +
    `${metres(1)} m`,
)
