import { periodLabel } from '../model/period.js'
import { unitText } from '../model/unit.js'
import type { Value } from '../model/value.js'
import type { Panel } from '../panel/panel.js'
import { toText } from '../tables/print.js'
import { amountInWords, boundedNumberInWords } from '../values/words.js'
import { writeNumber } from '../values/rounding.js'

const MOST_ROWS = 40

/** A panel as a person reads it in a terminal: its first rows, and how many there are. */
export function panelText(panel: Panel): string {
  const rows: string[][] = []
  for (const { id } of panel.indicators)
    for (const { code, name } of panel.places)
      for (const period of panel.periods)
        if (rows.length < MOST_ROWS)
          rows.push([name, id, periodLabel(period), ...figureOf(panel.value(code, id, period))])
  const columns = ['place', 'indicator', 'period', 'figure', 'unit', 'status']
  const table = toText({ columns, rows }, { right: [false, false, false, true, false, false] })
  const shown = writeNumber(rows.length, 0)
  const rest =
    panel.cells > rows.length
      ? `${shown} of ${writeNumber(panel.cells, 0)} rows; --out panel.csv writes them all.`
      : `${shown} ${rows.length === 1 ? 'row' : 'rows'}; --out panel.csv writes their notes and sources too.`
  return `${table}\n\n${rest}`
}

const figureOf = (value: Value): string[] => [
  value.unit.kind === 'money' ? amountInWords(value) : boundedNumberInWords(value),
  unitText(value.unit),
  value.comparable ? value.status : `${value.status}, not comparable`,
]
