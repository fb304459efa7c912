import { describe, expect, it } from 'vitest'
import * as charts from '../src/charts/index.js'
import * as data from '../src/datasets/index.js'
import * as wardstick from '../src/index.js'

/** What plain JavaScript hands over in place of a number, a row, a list, a code or a day. */
const ODD: Readonly<Record<string, unknown>> = {
  null: null,
  undefined,
  NaN: Number.NaN,
  Infinity,
  'an empty list': [],
  'an empty text': '',
}

type Call = (...given: unknown[]) => unknown
const ENTRIES = { wardstick, charts, data } as const
const CLASSES = ['WardstickError', 'InputError', 'InternalError']

/** Functions of which an odd value is a right argument, with the reason. */
const GIVES: Readonly<Record<string, { readonly of: readonly string[]; readonly because: string }>> = {}

/** Functions that are not looked after yet, with the reason. A function may leave this list; none may join it. */
const NOT_LOOKED_AFTER: Readonly<Record<string, string>> = {}

const FUNCTIONS = Object.entries(ENTRIES).flatMap(([entry, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    typeof value === 'function' && !CLASSES.includes(name) ? [[`${entry} ${name}`, value as Call] as const] : [],
  ),
)

/** What becomes of a call: what it gives, an error in words, or one that is none of wardstick's. */
async function outcome(call: Call, given: readonly unknown[]): Promise<'gives' | 'refuses' | 'breaks'> {
  try {
    await call(...given)
    return 'gives'
  } catch (error) {
    return error instanceof wardstick.WardstickError ? 'refuses' : 'breaks'
  }
}

/** The odd values of which a function has an outcome, given alone or in place of every argument. */
async function oddOnes(call: Call, wanted: 'gives' | 'breaks'): Promise<string[]> {
  const found: string[] = []
  for (const [name, odd] of Object.entries(ODD)) {
    const everywhere = Array.from({ length: Math.max(1, call.length) }, () => odd)
    const outcomes = [await outcome(call, [odd]), await outcome(call, everywhere)]
    if (outcomes.includes(wanted)) found.push(name)
  }
  return found
}

describe('every exported function', () => {
  it.each(FUNCTIONS)('%s refuses in words what it cannot use', async (name, call) => {
    const broken = await oddOnes(call, 'breaks')
    if (name in NOT_LOOKED_AFTER) expect(broken, 'it may leave the list of those not looked after').not.toEqual([])
    else expect(broken).toEqual([])
    expect(await oddOnes(call, 'gives'), 'what it gives an answer for').toEqual(GIVES[name]?.of ?? [])
  })

  it('that stands in a list is exported', () => {
    const names = FUNCTIONS.map(([name]) => name)
    expect([...Object.keys(GIVES), ...Object.keys(NOT_LOOKED_AFTER)].filter((name) => !names.includes(name))).toEqual([])
  })
})
