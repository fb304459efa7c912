import { declareTable, required, type RowOf, text, whole } from '../declare.js'

export const QUALITY = declareTable({
  name: 'quality',
  title: 'Quality report',
  description: 'What the readers met in the source files and what they did.',
  columns: {
    file: required(text('Source file')),
    sheet: text('Sheet of a workbook'),
    row: whole('Row from 1, header lines included; empty for the whole file'),
    column: text('Column'),
    value: text('What stood there'),
    rule: required(text('Rule that caught it')),
    action: required(text('What the reader did')),
    count: required(whole('Cells or rows that the entry stands for')),
  },
})

/** What a reader met in a source file, and what it did. */
export type QualityEntry = RowOf<typeof QUALITY>
