import { describe, expect, it } from 'vitest'
import * as charts from '../src/charts/index.js'
import * as data from '../src/datasets/index.js'
import * as geography from '../src/geography/index.js'
import * as wardstick from '../src/index.js'
import * as tables from '../src/tables/index.js'

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
const ENTRIES = { wardstick, geography, tables, charts, data } as const
const CLASSES = ['WardstickError', 'InputError', 'InternalError', 'Panel']

type Given = readonly [of: readonly string[], because: string]
const ALL = Object.keys(ODD)
const A_CELL: Given = [['an empty text'], 'an empty cell is a missing one']
const A_TEXT: Given = [['an empty text'], 'an empty text stays empty']
const NO_ROWS: Given = [['an empty list'], 'a table may have no rows']
const NO_LOCATION: Given = [['undefined'], 'without a location the built-in data are loaded']

/** Functions of which an odd value is a right argument, with the reason. */
const GIVES: Readonly<Record<string, Given>> = {
  'geography readAreaCode': A_CELL,
  'tables readDate': A_CELL,
  'tables readFinancialYear': A_CELL,
  'tables readNumber': A_CELL,
  'tables readOpeningIntervals': A_CELL,
  'tables readPostcode': A_CELL,
  'tables readWeeklyHours': A_CELL,
  'tables missingMeaning': A_CELL,
  'wardstick periodLabel': A_TEXT,
  'geography councilNameCore': A_TEXT,
  'geography comparableWardName': A_TEXT,
  'tables comparableLabel': A_TEXT,
  'tables postcodeArea': A_TEXT,
  'tables wrapText': A_TEXT,
  'tables csvRows': [['an empty text'], 'an empty file has no rows'],
  'tables isDay': [ALL, 'it answers whether something is a day, with false'],
  'tables percentInWords': [ALL, 'what is no number is told as a missing figure'],
  'wardstick weakestStatus': [['an empty list'], 'with no inputs the result is observed'],
  'geography wardCodeRegister': NO_ROWS,
  'geography wardLocator': NO_ROWS,
  'geography compareWardNames': NO_ROWS,
  'geography wardRegister': NO_ROWS,
  'wardstick libraryAmenity': NO_ROWS,
  'wardstick poolAmenity': NO_ROWS,
  'wardstick indicators': [['undefined'], 'without a query it gives the whole catalogue'],
  'data loadTables': [['an empty list'], 'of no references it loads no tables'],
  'data loadBoundaries': NO_LOCATION,
  'data loadBoundaryMap': NO_LOCATION,
  'data loadWardCodes': NO_LOCATION,
  'data loadCouncilData': NO_LOCATION,
  'data loadSites': NO_LOCATION,
  'data loadStudyData': NO_LOCATION,
  'data loadStudyDescriptors': NO_LOCATION,
  'data loadWardData': NO_LOCATION,
  'data loadWardPopulations': NO_LOCATION,
  'data builtInStudies': [ALL, 'it takes nothing'],
}

const OF_OBJECTS = 'it takes objects that other functions of wardstick make, and TypeScript refuses anything else'
const OF_PARTS = 'it takes one object of named parts, and TypeScript refuses anything else'

/** Functions that are not looked after yet, with the reason. A function may leave this list; none may join it. */
const NOT_LOOKED_AFTER: Readonly<Record<string, string>> = {
  'geography councilCrosswalk': OF_OBJECTS,
  'geography sourceCode': OF_OBJECTS,
  'geography districtsOfCouncil': OF_OBJECTS,
  'geography describeLoss': OF_OBJECTS,
  'wardstick councilAccounts': OF_OBJECTS,
  'wardstick wardResidents': OF_OBJECTS,
  'wardstick accessMeter': OF_OBJECTS,
  'wardstick amenityIndex': OF_OBJECTS,
  'wardstick amenityMeter': OF_OBJECTS,
  'wardstick measureSpending': OF_OBJECTS,
  'charts composeChart': OF_OBJECTS,
  'charts drawnRows': OF_OBJECTS,
  'charts accessByTenth': OF_PARTS,
  'charts distanceCurves': OF_PARTS,
  'charts dumbbell': OF_PARTS,
  'charts gradient': OF_PARTS,
  'charts heatMap': OF_PARTS,
  'charts indexedMultiples': OF_PARTS,
  'charts rankedChanges': OF_PARTS,
  'charts rankedIntervals': OF_PARTS,
  'charts siteMap': OF_PARTS,
  'charts siteTimeline': OF_PARTS,
  'charts slope': OF_PARTS,
  'charts spendingSeries': OF_PARTS,
  'charts timeSeries': OF_PARTS,
  'charts wardMap': OF_PARTS,
  'charts waterfall': OF_PARTS,
}

const FUNCTIONS = Object.entries(ENTRIES).flatMap(([entry, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    typeof value === 'function' && !CLASSES.includes(name)
      ? [[`${entry} ${name}`, value as Call] as [string, Call]]
      : [],
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
    if (name in NOT_LOOKED_AFTER) {
      expect(broken, 'it may leave the list of those not looked after').not.toEqual([])
      return
    }
    expect(broken).toEqual([])
    const [gives = []] = GIVES[name] ?? []
    expect(await oddOnes(call, 'gives'), 'what it gives an answer for').toEqual(gives)
  })

  it('that stands in a list is exported', () => {
    const names = FUNCTIONS.map(([name]) => name)
    expect([...Object.keys(GIVES), ...Object.keys(NOT_LOOKED_AFTER)].filter((name) => !names.includes(name))).toEqual(
      [],
    )
  })
})
