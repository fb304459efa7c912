import { SCHEMA, type VegaLiteSpec } from '../charts/spec.js'
import { THEME } from '../charts/theme.js'
import { hasAll } from './displayable.js'

type Spec = Readonly<Record<string, unknown>>

/** Whether something is a Vega-Lite spec that does not name its schema: a mark, or views put together. */
export function isUnnamedChart(thing: unknown): thing is Spec {
  if (hasAll(thing, ['$schema']) || typeof thing !== 'object' || thing === null) return false
  const { mark, layer, hconcat, vconcat, concat } = thing as Spec
  const isMark = typeof mark === 'string' || hasAll(mark, ['type'])
  return (
    (isMark && ('data' in thing || 'encoding' in thing)) ||
    [layer, hconcat, vconcat, concat].some((views) => Array.isArray(views) && views.length > 0) ||
    (hasAll(thing, ['spec']) && ('facet' in thing || 'repeat' in thing))
  )
}

/**
 * A spec that does not name its schema, as a chart in the colours and fonts of wardstick; what it sets itself stays.
 */
export function houseChart(spec: Spec): VegaLiteSpec {
  const own = isRecord(spec['config']) ? spec['config'] : {}
  const config = Object.entries(own).map(([part, set]) => {
    const house = (THEME as Spec)[part]
    return [part, isRecord(set) && isRecord(house) ? { ...house, ...set } : set]
  })
  return {
    $schema: SCHEMA,
    ...spec,
    config: { ...THEME, ...(Object.fromEntries(config) as Spec) },
  } as unknown as VegaLiteSpec
}

const isRecord = (value: unknown): value is Spec => typeof value === 'object' && value !== null && !Array.isArray(value)
