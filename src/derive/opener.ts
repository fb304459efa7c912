import {
  type QualityEntry,
  QualityReport,
  type RowCounts,
  type SourceFile,
  readSourceFile,
  sha256,
} from '../sources/index.js'
import type { SourceDescriptor } from '../model/descriptor.js'
import type { SourceCard } from './catalogue.js'
import type { RowOf, TableDeclaration } from '../tables/declare.js'
import { QUALITY } from '../tables/declared/quality.js'
import type { BuiltTable } from './package.js'

/** Opens the official files and remembers their sha256, so that a dataset can say what it was made from. */
export interface Opener {
  open(card: SourceCard): Promise<SourceFile>
  /** What a descriptor says of a file that was opened. */
  describe(card: SourceCard, counts: RowCounts): SourceDescriptor
}

/** An opener of the files below a folder. */
export function sourceOpener(folder: string): Opener {
  const hashes = new Map<string, string>()
  return {
    open: async (card) => {
      const file = await readSourceFile(folder, card.file)
      hashes.set(card.file, sha256(file.bytes))
      return file
    },
    describe: (card, counts) => ({
      ...card,
      sha256: hashes.get(card.file) ?? '',
      rowsIn: counts.rowsIn,
      rowsOut: counts.rowsOut,
      setAside: counts.setAside.filter(({ rows }) => rows > 0),
    }),
  }
}

/** A table of a dataset: its declaration and its rows. */
export const table = <Table extends TableDeclaration>(
  declaration: Table,
  rows: readonly RowOf<Table>[],
): BuiltTable => ({
  declaration,
  rows: rows,
})

/** The quality table that every dataset has. */
export const quality = (entries: readonly QualityEntry[]): BuiltTable => table(QUALITY, entries)

/** One entry of a quality report on a source file. */
export function noted(card: SourceCard, ...note: Parameters<QualityReport['note']>): readonly QualityEntry[] {
  const report = new QualityReport({ file: card.file })
  report.note(...note)
  return report.reported.quality
}

/** The counts of a file of which a part is used. */
export function partOf({ rowsIn, setAside }: RowCounts, used: readonly boolean[], reason: string): RowCounts {
  const rowsOut = used.filter(Boolean).length
  return { rowsIn, rowsOut, setAside: [...setAside, { reason, rows: used.length - rowsOut }] }
}

/** The counts of one of several files; none were read when there is no such one. */
export const countsAt = (counts: readonly RowCounts[], index: number): RowCounts =>
  counts[index] ?? { rowsIn: 0, rowsOut: 0, setAside: [] }
