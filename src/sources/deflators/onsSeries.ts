import { badCell } from '../../errors.js'
import { csvRows } from '../../tables/parse.js'
import { decodeText } from '../../values/text.js'
import { readNumber } from '../../values/number.js'
import type { SourceFile } from '../sourceFile.js'

/** A series of the Office for National Statistics, its annual, quarterly and monthly values apart. */
export interface OnsSeries {
  readonly title: string
  readonly annual: ReadonlyMap<number, number>
  /** By `2009 Q1`. */
  readonly quarterly: ReadonlyMap<string, number>
  /** By `2009 JAN`. */
  readonly monthly: ReadonlyMap<string, number>
}

const PERIODS = { annual: /^\d{4}$/, quarterly: /^\d{4} Q[1-4]$/, monthly: /^\d{4} [A-Z]{3}$/ } as const

/**
 * Reads a time series as the ONS website exports it: titles, then annual, quarterly and monthly values stacked in one
 * pair of columns. Taking the column as one series would count each year seventeen times.
 *
 * @throws InputError `bad-cell` when a period has no readable value.
 * @example
 * import { readOnsSeries } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('"Title","CPI"\n"2009","86.6"\n"2009 Q1","85.4"\n"2009 JAN","85.2"\n')
 * readOnsSeries({ name: 'cpi.csv', bytes }).annual.get(2009) // => 86.6
 */
export function readOnsSeries(file: SourceFile): OnsSeries {
  const rows = csvRows(decodeText(file.bytes).text, { file: file.name })
  const valuesOf = <Key>(period: RegExp, keyOf: (text: string) => Key): Map<Key, number> =>
    new Map(
      rows.flatMap(([label = '', text = ''], i) => {
        if (!period.test(label)) return []
        const reading = readNumber(text)
        if (reading.kind !== 'value')
          throw badCell(
            { file: file.name, row: i + 1, column: 'value' },
            text,
            'a number',
            'Compare the cell with the published series.',
          )
        return [[keyOf(label), reading.value] as const]
      }),
    )
  return {
    title: rows.find(([label]) => label === 'Title')?.[1] ?? '',
    annual: valuesOf(PERIODS.annual, Number),
    quarterly: valuesOf(PERIODS.quarterly, String),
    monthly: valuesOf(PERIODS.monthly, String),
  }
}
