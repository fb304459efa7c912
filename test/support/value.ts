import { type Value, units } from '../../src/index.js'

/** A frozen value for tests: of Nottingham in 2009-10, in pounds, observed unless null. */
export function valueOf(value: number | null, change: Partial<Value> = {}): Value {
  return Object.freeze({
    value,
    unit: units.pounds(),
    period: '2009-10',
    place: { kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2023' },
    owner: 'council',
    status: value === null ? 'missing' : 'observed',
    comparable: true,
    notes: [],
    source: ['a'],
    ...change,
  } as const)
}
