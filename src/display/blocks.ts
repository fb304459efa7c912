import { badValue } from '../errors.js'
import { describeLoss } from '../geography/harmonise/loss.js'
import type { Harmonised } from '../geography/harmonise/harmonise.js'
import { type DisplayBlock, hasAll, isChart, isDisplayable, isValue } from './displayable.js'
import { houseChart, isUnnamedChart } from './houseChart.js'
import { paragraph, stacked } from './html.js'
import { type RawGrid, type TableViewOptions, tableView } from './tableView.js'
import { gridOfValues, valueView } from './valueView.js'
import type { AnyTable } from '../tables/anyTable.js'

/** What can be shown, for error messages. */
const SHOWABLE =
  'a chart (a Vega-Lite spec), an arquero table, a grid { columns, rows }, a list of records, a value or a ' +
  'list of values, a harmonised table, a study of openStudy or one of its findings, a text, a number'

/** Anything as outputs of a notebook, one below the other. */
export function blocksOf(thing: unknown, options: TableViewOptions = {}): readonly DisplayBlock[] {
  if (isDisplayable(thing)) return thing.toBlocks()
  if (isChart(thing)) return [thing]
  if (isUnnamedChart(thing)) return [houseChart(thing)]
  if (isArqueroTable(thing) || isGrid(thing)) return [tableView(thing, options)]
  if (isValue(thing)) return [valueView(thing)]
  if (isHarmonised(thing))
    return [stacked([tableView(thing.table, options), ...describeLoss(thing.loss).map(paragraph)])]
  if (Array.isArray(thing)) return [tableView(gridOfList(thing), options)]
  if (['string', 'number', 'boolean', 'bigint'].includes(typeof thing)) return [paragraph(String(thing))]
  throw badValue(
    'thing to show',
    thing === null
      ? 'null'
      : typeof thing === 'object'
        ? `{ ${Object.keys(thing).slice(0, 6).join(', ')} }`
        : typeof thing,
    SHOWABLE,
  )
}

/** Whether something is shown as it is meant to be when a cell ends with it, without a call of `show`. */
export const showsItself = (thing: unknown): boolean =>
  [isDisplayable, isChart, isUnnamedChart, isArqueroTable, isValue, isHarmonised].some((isSo) => isSo(thing))

const isArqueroTable = (thing: unknown): thing is AnyTable =>
  hasAll(thing, ['columnNames', 'numRows', 'objects']) && typeof thing.columnNames === 'function'
const isGrid = (thing: unknown): thing is RawGrid =>
  hasAll(thing, ['columns', 'rows']) && Array.isArray(thing.columns) && Array.isArray(thing.rows)
const isHarmonised = (thing: unknown): thing is Harmonised =>
  hasAll(thing, ['table', 'loss']) &&
  isArqueroTable(thing.table) &&
  hasAll(thing.loss, ['totals', 'unmatched', 'emptyTargets'])

/** A list of values, of records, or of plain things, as a grid. */
function gridOfList(list: readonly unknown[]): RawGrid {
  if (list.length > 0 && list.every(isValue)) return gridOfValues(list)
  const records = list.map((each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? (each as Readonly<Record<string, unknown>>)
      : { value: each },
  )
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))]
  return { columns, rows: records.map((record) => columns.map((name) => record[name])) }
}
