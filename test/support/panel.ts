import { from } from 'arquero'
import { loadTables } from '../../src/datasets/index.js'
import {
  CATALOGUE,
  type Frame,
  type FramePlace,
  type Indicator,
  type IndicatorHeader,
  type Panel,
  type PanelRequest,
  type PanelTables,
  measurePanel,
  tablesOf,
  units,
} from '../../src/index.js'

let tables: Promise<PanelTables> | undefined

/** The built-in tables that the families of councils and wards are measured from, loaded once a process. */
export const panelTables = (): Promise<PanelTables> =>
  (tables ??= loadTables(
    tablesOf({
      indicators: CATALOGUE.filter(({ family }) => family !== 'sites').map(({ id }) => id),
      places: { england: true },
      periods: ['2010-11'],
    }),
  ))

/** The same with the wards of Nottingham alone: for panels of which the places do not matter. */
export async function fewTables(): Promise<PanelTables> {
  const all = await panelTables()
  const wards = (all['wards/wards']?.objects() ?? []) as { district_code: string }[]
  return { ...all, 'wards/wards': from(wards.filter(({ district_code }) => district_code === 'E06000018')) }
}

/** A panel on the built-in tables. */
export const panelOf = async (request: PanelRequest): Promise<Panel> => measurePanel(request, await panelTables())

/** The header of an indicator of a test. */
export const headerOf = (change: Partial<IndicatorHeader> = {}): IndicatorHeader => ({
  id: 'test/measure',
  title: 'A measure',
  unit: units.pounds(),
  kind: 'amount',
  polarity: 'none',
  source: ['a'],
  interval: null,
  ...change,
})

/** A place of a frame: Nottingham, unless it is changed. */
export const framePlace = (change: Partial<FramePlace> = {}): FramePlace => ({
  place: { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2025' },
  councils: ['E3001'],
  isEngland: false,
  inherits: false,
  parts: null,
  homes: [],
  authorities: null,
  ...change,
})

/** A frame in the terms of a panel that names none. */
export const frameOf = (places: readonly FramePlace[], periods: Frame['periods']): Frame => ({
  places,
  periods,
  terms: { deflator: 'hmt-2025-12', pricesOf: '2023-24', tiers: 'both' },
})

/** Every measure of an indicator of some rows, as the tables of a test give them. */
export const ofMember = (indicators: readonly Indicator[], measureId: string): Indicator => {
  const found = indicators.find((each) => each.measureId === measureId)
  if (found === undefined) throw new Error(`no measure ${measureId}`)
  return found
}
