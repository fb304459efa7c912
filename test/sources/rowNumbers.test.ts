import { describe, expect, it } from 'vitest'
import { WardstickError } from '../../src/errors.js'
import * as sources from '../../src/sources/index.js'
import { textFile } from '../support/sources.js'

/** A file whose last row but one or two is at fault, what reads it, and the rows that the reader names. */
interface Case {
  readonly lines: readonly string[]
  readonly read: (file: sources.SourceFile) => unknown
  readonly rows: readonly number[]
}

const SERVICES = ['edu', 'trans', 'csc', 'asc', 'phs', 'hous', 'cul', 'env', 'plan', 'pol', 'frs', 'cen', 'oth']
const OUTTURN_IDS = [...SERVICES, 'totsx'].map((service) => `RSX-${service}-net-cur-exp`).join(',')
const BUDGET_LINES =
  'TOTAL EDUCATION SERVICES,TOTAL CULTURAL AND RELATED SERVICES,Culture and heritage,Library service,Open spaces,' +
  'Recreation and sport,Community development,TOTAL SERVICE EXPENDITURE'
const REGISTER =
  'local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,' +
  'local-authority-type,county-la,alt-names,former-gss-codes,ecode,snac'
const POOLS =
  'Facility ID,Site ID,Facility Type,Facility Subtype,Operational Status,Operational Status Notes,' +
  'Accessibility Type (Text),Management Type (Text),Year Built,Year Built Estimated?,Date Opened,Closed Date,' +
  'Closure Reason,Seasonality Type,Area,Length,Width,Dimensions Estimate,Lanes,Easting,Northing,Latitude,Longitude'
const pool = (id: string): string =>
  `${id},1002450,7,7001,3,,Pay and Play,Not Known,1970,0,,,,1,313,25,12.5,0,6,454350,340682,52.96079,-1.192334`
const BASIC =
  'reporting,name,address1,postcode,type,statutory_10,statutory_16,operation_16,closed,opened,hours,staffed_hours'
const basic = (postcode: string): string => `Nottingham,Dales,,${postcode},Static Library,Yes,Yes,LA,,,35,35`
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const INTERVALS = [
  'Local authority,Library name,Address 1,Postcode,Statutory,Type of library,Year opened,Year closed',
  ...DAYS.map((day) => `${day} staffed hours`),
  ...DAYS.map((day) => `${day} unstaffed hours`),
  'Notes',
].join(',')
const interval = (postcode: string): string =>
  `Nottingham,Aspley,Road,${postcode},no,LAL,,${',00:00-00:00'.repeat(14)},`
const SECTION_251 =
  'LA,LA Name,Line,S52 Line Reference,Own Provision (y),Private (z(i)),Other Public (z(ii)),Voluntary (z(iii)),' +
  'Total Expenditure (k)'
const DISTRICTS = 'WD16CD,LAD16CD,LAD16NM,CTY16CD,CTY16NM,GOR10CD,GOR10NM'
const KINDS = ['7001,Main/General', '7002,Leisure Pool', '7003,Learner/Teaching/Training', '7004,Diving']
const TYPES = textFile('types.csv', 'Facility Type ID,Facility Type Name\n7,Swimming Pool\n')
const AREAS = new Map([['E01000001', 'E06000018']])
const PEOPLE = { code: 'code', people: 'people' } as const
const ESTIMATES = { ...PEOPLE, england: 'E92000001' } as const
const POINTS = { postcode: 'pcds', latitude: 'lat', longitude: 'long' } as const
const WARDS = { code: 'ward', name: 'name', districtCode: 'district', districtName: 'called' } as const
const MAIN_POOLS = { facilityType: '7', kindOf: new Map([['7001', 'main' as const]]) } as const

/** Every reader of a CSV file. */
const READERS: Readonly<Record<string, Case>> = {
  readOutturn: {
    lines: [
      `,,,${OUTTURN_IDS}`,
      `E-code,Local authority,Class,${SERVICES.join(',')},total`,
      `E3001,Nottingham,UA${',1'.repeat(13)},13`,
      `E3002,Derby,UA,[x]${',1'.repeat(12)},12`,
    ],
    read: (file) => sources.readOutturn(file, { year: '2021-22' }),
    rows: [4],
  },
  readBudget: {
    lines: [
      `E-code,Local authority,Class,${BUDGET_LINES}`,
      'E3001,Nottingham,UA,0,1,0,1,1,1,1,0',
      'E3001,Nottingham,UA,0,1,0,1,1,1,1,0',
    ],
    read: (file) => sources.readBudget(file, { year: '2010-11' }),
    rows: [2, 3],
  },
  readDerivedOutturn: {
    lines: [
      'fy_start,class,la_name,service,value_gbp',
      '2018,Shire Counties,Kent,Culture,1',
      '2018,Town,Ely,Culture,1',
    ],
    read: sources.readDerivedOutturn,
    rows: [3],
  },
  readCouncilRegistry: {
    lines: [REGISTER, 'NGM,Nottingham,Nottingham,,,,,England,,UA,,,,,', 'DER,Derby'],
    read: sources.readCouncilRegistry,
    rows: [3],
  },
  readCouncilNames: {
    lines: ['la-name,local-authority-code', 'nottingham,NGM', ',DER'],
    read: sources.readCouncilNames,
    rows: [3],
  },
  readCalendarDeflator: {
    lines: ['year,value', '2009,80', '2011,82'],
    read: sources.readCalendarDeflator,
    rows: [3],
  },
  readGrowthDeflator: {
    lines: ['fy_start,yoy_factor', '2009,1.1', '2010,1.1', '2011,1.1', '2012,1.1'],
    read: (file) => sources.readGrowthDeflator(file, 2010),
    rows: [4, 5],
  },
  readOnsSeries: { lines: ['Title,CPI', '2009,86.6', '2009 Q1,..'], read: sources.readOnsSeries, rows: [3] },
  readPoolKinds: {
    lines: [
      'Facility Type ID,Facility Subtype ID,Facility Subtype Name',
      ...KINDS.map((kind) => `7,${kind}`),
      '7,9,Pond',
    ],
    read: (file) => sources.readPoolKinds(TYPES, file),
    rows: [6],
  },
  'readPoolKinds, types': {
    lines: ['Facility Type ID,Facility Type Name', '7,Swimming Pool', '8,'],
    read: (file) => sources.readPoolKinds(file, TYPES),
    rows: [3],
  },
  readSwimmingPools: {
    lines: [POOLS, pool('1'), pool('2'), pool('1')],
    read: (file) => sources.readSwimmingPools(file, { kinds: MAIN_POOLS, asOf: '2024-07-01' }),
    rows: [2, 4],
  },
  readAreaLookup: {
    lines: ['from,to', 'E01000001,E06000018', 'E01000001,E06000019'],
    read: (file) => sources.readAreaLookup(file, 'from', 'to'),
    rows: [3],
  },
  readDistrictEstimates: {
    lines: ['code,people', 'E06000018,5', 'E06000019,5', 'E06000018,5'],
    read: (file) => sources.readDistrictEstimates(file, ESTIMATES),
    rows: [2, 4],
  },
  'readDistrictEstimates, a number': {
    lines: ['code,people', 'E06000018,5', 'E06000019,:'],
    read: (file) => sources.readDistrictEstimates(file, ESTIMATES),
    rows: [3],
  },
  readDistrictPopulations: {
    lines: ['lad2013_code,country,population_2009', 'E06000018,E,5', 'E06000019,X,5'],
    read: sources.readDistrictPopulations,
    rows: [3],
  },
  readSmallAreaPopulations: {
    lines: ['code,people', 'E01000001,5', 'E01000001,many'],
    read: (file) => sources.readSmallAreaPopulations(file, PEOPLE, AREAS),
    rows: [3],
  },
  readBasicLibraries: {
    lines: [BASIC, basic('NG8 5DD'), basic('NG8')],
    read: (file) => sources.readBasicLibraries(file, { layout: 'as collected', years: [2010, 2016] }),
    rows: [3],
  },
  readLibraries2016: {
    lines: ['Nottingham,Wilford,,NG11 7AX,yes,no,,XL,2010,,,,,,,', 'Nottingham,Sneinton,,NG2,yes,no,,XL,2010,,,,,,,'],
    read: sources.readLibraries2016,
    rows: [2],
  },
  readLibraries2021: {
    lines: ['Namr,Address1,Authority,Postcode', 'Diss,Road,Norfolk,IP22 3DD', 'Ely,Road,Norfolk,IP22'],
    read: sources.readLibraries2021,
    rows: [1, 3],
  },
  readIntervalLibraries: {
    lines: [INTERVALS, interval('NG8 5DD'), interval('NG8')],
    read: (file) => sources.readIntervalLibraries(file, { isEnglish: () => true }),
    rows: [3],
  },
  readPostcodePoints: {
    lines: ['pcds,lat,long', 'NG8 3BJ,52.97,-1.2', 'NG8 3BK,north,-1.2'],
    read: (file) => sources.readPostcodePoints(file, POINTS),
    rows: [3],
  },
  readSection251Outturn: {
    lines: [
      SECTION_251,
      '892,Nottingham,1,Care,10,5,0,3,18',
      '89,Nottingham,2,SERVICES BUDGET (excluding CERA),,,,,18',
    ],
    read: (file) => sources.readSection251Outturn(file, { year: '2010-11' }),
    rows: [3],
  },
  readLsoaChanges: {
    lines: ['from,to,change', 'E01000001,E01000001,U', 'E01000001,E01000001,Z'],
    read: (file) => sources.readLsoaChanges(file, { from: 'from', to: 'to', change: 'change' }),
    rows: [3],
  },
  readLsoaNumbers: {
    lines: ['code,people', 'E01000001,5', 'E01000002,5', 'E01000001,6'],
    read: (file) => sources.readLsoaNumbers(file, { code: 'code', numbers: { people: 'people' } }),
    rows: [2, 4],
  },
  'readLsoaNumbers, a code': {
    lines: ['code,people', 'E01000001,5', 'E02000001,5'],
    read: (file) => sources.readLsoaNumbers(file, { code: 'code', numbers: { people: 'people' } }),
    rows: [3],
  },
  readDistrictPlaces: {
    lines: [DISTRICTS, 'E05000001,E07000001,Bath,,,E12000009,West', 'E05000002,E07000001,Bath,,,E12000008,East'],
    read: sources.readDistrictPlaces,
    rows: [2, 3],
  },
  readRuralUrbanClasses: {
    lines: ['ward11_code,ruc11_code,classification', 'E05001823,C1,Urban', 'E05001824,,Urban'],
    read: sources.readRuralUrbanClasses,
    rows: [3],
  },
  readOutputAreaPoints: {
    lines: ['lat,long,oa11cd', '52.9,-1.1,E00173535', '52.9,west,E00173535'],
    read: sources.readOutputAreaPoints,
    rows: [3],
  },
  readOutputAreas: {
    lines: [
      'oa11cd,lsoa11cd,wd13cd,wd25cd',
      'E00069658,E01013814,E05001822,E05012281',
      'E00069658,E01013814,E05001822,E05012281',
    ],
    read: sources.readOutputAreas,
    rows: [2, 3],
  },
  readWardCodeList: {
    lines: ['ward,name,district,called', 'E05000001,Aspley,E06000018,N', 'E05000001,Basford,E06000018,N'],
    read: (file) => sources.readWardCodeList(file, WARDS),
    rows: [2, 3],
  },
}

/** The rows that an error or the quality report of a reader names, each once. */
async function rowsNamed({ read }: Case, lines: readonly string[]): Promise<number[]> {
  try {
    const { quality } = (await read(textFile('a.csv', lines.join('\n')))) as sources.Reported
    return distinct(quality.flatMap(({ row, action }) => [...(row === null ? [] : [row]), ...numbersAfterRow(action)]))
  } catch (error) {
    if (!(error instanceof WardstickError)) throw error
    return distinct(numbersAfterRow(error.message))
  }
}

const distinct = (rows: readonly number[]): number[] => [...new Set(rows)].sort((a, b) => a - b)
const numbersAfterRow = (words: string): number[] =>
  [...words.matchAll(/\brow(?:s| kept is)? (\d+)(?: and (?:row )?(\d+))?/g)].flatMap(([, first, second]) =>
    [first, second].flatMap((text) => (text === undefined ? [] : [Number(text)])),
  )

describe('rows as a spreadsheet shows them', () => {
  it.each(Object.entries(READERS))('are named by %s, wherever a blank line stands', async (name, each) => {
    expect(await rowsNamed(each, each.lines), 'without a blank line').toEqual(each.rows)
    for (let after = name === 'readLibraries2016' ? 0 : 1; after <= each.lines.length; after++) {
      const lines = [...each.lines.slice(0, after), '', ...each.lines.slice(after)]
      const moved = each.rows.map((row) => (row > after ? row + 1 : row))
      expect(await rowsNamed(each, lines), `a blank line after line ${after}`).toEqual(moved)
    }
  })

  it('are tried for every reader of a CSV file', () => {
    const others = ['readSourceFile', 'readWardBoundaries', 'readWardBoundaries2025']
    const exported = Object.keys(sources).filter((name) => name.startsWith('read'))
    const tried = new Set(Object.keys(READERS).map((name) => name.split(',')[0]))
    expect(exported.filter((name) => !tried.has(name)).sort()).toEqual(others)
  })
})
