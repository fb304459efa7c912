const HEADER = 512
const ENTRY = 4
/** Entries of the table of sectors below this are links to the next sector; the others are marks. */
const FIRST_MARK = 0xfffffffa
/** Sectors of the table that the header itself names. */
const IN_HEADER = 109

/**
 * What is wrong with a compound file (.xls), in words; null when every sector that its header and its table of sectors
 * lead to lies whole within the file.
 *
 * Source: Microsoft, [MS-CFB] Compound File Binary File Format, sections 2.2, 2.3 and 2.5.
 */
export function compoundProblem(bytes: Uint8Array): string | null {
  if (bytes.length < HEADER) return CUT
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const power = view.getUint16(30, true)
  if (power !== 9 && power !== 12) return 'its header is damaged'
  const sectors = { view, size: 2 ** power, count: Math.floor(bytes.length / 2 ** power) - 1 }
  const table = tableSectors(sectors)
  if (table === null) return CUT
  const firsts = [view.getUint32(48, true), view.getUint32(60, true)].filter(isLink)
  return Math.max(lastLinked(sectors, table), ...firsts) < sectors.count ? null : CUT
}

const CUT = 'it is cut off: parts that its table of sectors names are missing'

interface Sectors {
  readonly view: DataView
  readonly size: number
  /** How many whole ones the file has after its header. */
  readonly count: number
}

/** The sectors that hold the table of sectors: named in the header, and in further sectors linked to each other. */
function tableSectors(sectors: Sectors): number[] | null {
  const { view, size } = sectors
  const named = Array.from({ length: IN_HEADER }, (_, i) => view.getUint32(76 + i * ENTRY, true))
  let next = view.getUint32(68, true)
  for (let left = view.getUint32(72, true); left > 0; left--) {
    const further = entriesOf(sectors, next)
    if (further === null || named.length > sectors.count + size) return null
    named.push(...further.slice(0, -1))
    next = further.at(-1) ?? FIRST_MARK
  }
  return named.filter(isLink).slice(0, view.getUint32(44, true))
}

/** The last sector that a link leads to; beyond every sector where the table itself is not all there. */
function lastLinked(sectors: Sectors, table: readonly number[]): number {
  let last = -1
  for (const sector of table) {
    const entries = entriesOf(sectors, sector)
    if (entries === null) return Infinity
    for (const entry of entries) if (isLink(entry)) last = Math.max(last, entry)
  }
  return last
}

const isLink = (entry: number): boolean => entry < FIRST_MARK

/** The entries of a sector of the table; null where the file does not hold it whole. */
function entriesOf({ view, size }: Sectors, sector: number): number[] | null {
  const start = (sector + 1) * size
  if (start + size > view.byteLength) return null
  return Array.from({ length: size / ENTRY }, (_, i) => view.getUint32(start + i * ENTRY, true))
}
