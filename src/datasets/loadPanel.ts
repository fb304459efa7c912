import { requireList } from '../model/given.js'
import { measurePanel, tablesOf } from '../indicators/measurePanel.js'
import type { PanelTables } from '../indicators/panelInputs.js'
import type { PanelRequest } from '../indicators/panelRequest.js'
import type { TableReference } from '../panel/indicator.js'
import type { Panel } from '../panel/panel.js'
import { type DataLocation, loadNamedTable, requireLocation } from './dataset.js'

/**
 * Loads built-in tables by their references.
 *
 * @param references each a dataset and a table: `pools/pools`.
 * @throws InputError `missing-dataset` or `altered-dataset`; `bad-value` for a table that there is not.
 * @example
 * import { loadTables } from 'wardstick/data'
 * const tables = await loadTables(['deflators/gdp-deflator'])
 * Object.keys(tables) // => ['deflators/gdp-deflator']
 */
export async function loadTables(
  references: readonly TableReference[],
  location: DataLocation = {},
): Promise<PanelTables> {
  requireList('references of tables', references)
  requireLocation(location)
  const loaded = await Promise.all(
    references.map(async (reference) => {
      const [dataset = '', table = ''] = reference.split('/')
      return [reference, await loadNamedTable(dataset, table, location)] as const
    }),
  )
  return Object.fromEntries(loaded)
}

/**
 * Loads what some indicators need, and measures them for places and periods: one table of figures.
 *
 * @param request which indicators, places and periods, in which terms.
 * @throws InputError `bad-value` for an indicator, a period or terms that there are not, with the nearest name;
 * `not-available` for an indicator without a figure of any of the periods, with what there is and which file to bring;
 * `unknown-place` or `ambiguous-place`; `missing-dataset` or `altered-dataset`.
 * @example
 * import { loadPanel } from 'wardstick/data'
 * const panel = await loadPanel({
 *   indicators: ['culture/real-per-head', 'deprivation/income-share'],
 *   places: { wards: [{ ward: 'Aspley', council: 'Nottingham' }], england: true },
 *   periods: ['2009-10', '2010-11', '2014-15'],
 * })
 * panel.value('E05001823', 'culture/real-per-head', '2009-10').status // => 'inherited'
 * panel.value('E05001823', 'deprivation/income-share', '2010-11').value?.toFixed(1) // => '40.4'
 */
export async function loadPanel(request: PanelRequest, location: DataLocation = {}): Promise<Panel> {
  return measurePanel(request, await loadTables(tablesOf(request), location))
}
