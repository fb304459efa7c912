import { noteText } from '../model/notes.js'
import { periodLabel } from '../model/period.js'
import { STATUS_MEANINGS } from '../model/status.js'
import { unitText } from '../model/unit.js'
import type { Value } from '../model/value.js'
import { escapeHtml } from '../render/escape.js'
import type { Grid } from '../tables/print.js'
import { numberInWords, valueInWords } from '../values/words.js'
import type { HtmlBlock } from './displayable.js'
import { remark, stacked } from './html.js'

/**
 * A value with what must be known to quote it: place, period, status, whether it compares, notes, source.
 *
 * @example
 * import { units } from 'wardstick'
 * import { valueView } from 'wardstick/notebook'
 * const place = { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2015' } as const
 * const view = valueView({
 *   value: 84.2,
 *   unit: units.pounds({ per: 'head', prices: '2023-24' }),
 *   period: '2014-15',
 *   place,
 *   owner: 'council',
 *   status: 'observed',
 *   comparable: true,
 *   notes: [],
 *   source: ['council-spending'],
 * })
 * const lines = view.text.split('\n')
 * lines[0] // => '£84.20 per head at 2023-24 prices'
 * lines[1] // => 'Nottingham (E06000018, LAD2015), 2014-15; observed.'
 * lines[2] // => 'Source: council-spending.'
 */
export function valueView(value: Value): HtmlBlock {
  const number = valueInWords(value)
  const { name, code, vintage } = value.place
  const where =
    `${name} (${code}, ${vintage}), ${periodLabel(value.period)}; ` +
    `${value.status}${value.status === 'observed' ? '' : `: ${lower(STATUS_MEANINGS[value.status])}`}`
  return stacked([
    { html: `<p><strong>${escapeHtml(number)}</strong></p>`, text: number },
    remark(where.endsWith('.') ? where : `${where}.`),
    ...(value.bounds === undefined
      ? []
      : [
          remark(
            `Between ${numberInWords({ value: value.bounds.lower, unit: value.unit })} and ` +
              `${numberInWords({ value: value.bounds.upper, unit: value.unit })}, by what dates and places leave open.`,
          ),
        ]),
    ...(value.comparable ? [] : [remark('Not comparable with the base year of its series.')]),
    ...value.notes.map((note) => remark(noteInShort(note))),
    remark(`Source: ${value.source.join(', ')}.`),
  ])
}

/** Values as the columns of a table; notes are named by their ids. */
export function gridOfValues(values: readonly Value[]): Grid {
  return {
    columns: ['place', 'code', 'vintage', 'period', 'value', 'unit', 'status', 'comparable', 'notes', 'source'],
    rows: values.map(({ place, period, value, unit, status, comparable, notes, source }) => [
      place.name,
      place.code,
      place.vintage,
      periodLabel(period),
      value,
      unitText(unit),
      status,
      comparable,
      notes.join(', '),
      source.join(', '),
    ]),
  }
}

/** The sentence of a note; a note of the series itself, such as a break, is named. */
const noteInShort = (note: string): string => noteText(note) ?? `Note: ${note}.`

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
