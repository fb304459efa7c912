import { beforeAll, expect, it } from 'vitest'
import {
  BUDGET_SOURCES,
  DERIVED_OUTTURN_SOURCE,
  OUTTURN_SOURCES,
  type YearlySource,
} from '../../src/derive/catalogue.js'
import { percentChange } from '../../src/evaluation/change.js'
import type { FinancialYear } from '../../src/index.js'
import type { BudgetLine, OutturnLine } from '../../src/tables/index.js'
import {
  type CouncilReturn,
  readBudget,
  readCalendarDeflator,
  readDerivedOutturn,
  readGrowthDeflator,
  readOnsSeries,
  readOutturn,
} from '../../src/sources/index.js'
import { comparableLabel, decodeText } from '../../src/values/text.js'
import { studyData } from '../support/data.js'
import { describeOnSources, sourceFile } from '../support/sources.js'

/* Faults met in the official files of council spending, each shown on the file that has it. */

async function collectRecords<Line extends string>(
  sources: readonly YearlySource[],
  read: (file: Awaited<ReturnType<typeof sourceFile>>, edition: YearlySource) => Promise<CouncilReturn<Line>>,
): Promise<Map<FinancialYear, CouncilReturn<Line>>> {
  return new Map(
    await Promise.all(
      sources.map(async (source) => [source.year, await read(await sourceFile(source.card.file), source)] as const),
    ),
  )
}

describeOnSources('faults of the spending files', () => {
  let outturn: Map<FinancialYear, CouncilReturn<OutturnLine>>
  let budgets: Map<FinancialYear, CouncilReturn<BudgetLine>>
  beforeAll(async () => {
    outturn = await collectRecords(OUTTURN_SOURCES, readOutturn)
    budgets = await collectRecords(BUDGET_SOURCES, readBudget)
  }, 120_000)

  const returnOf = <Line extends string>(
    returns: Map<FinancialYear, CouncilReturn<Line>>,
    year: FinancialYear,
  ): CouncilReturn<Line> => {
    const found = returns.get(year)
    if (found === undefined) throw new Error(`no return of ${year}`)
    return found
  }
  const spent = (eCode: string, line: OutturnLine, year: FinancialYear) =>
    returnOf(outturn, year).authorities.find((row) => row.eCode === eCode)?.amounts[line]
  const planned = (eCode: string, line: BudgetLine, year: FinancialYear) =>
    returnOf(budgets, year).authorities.find((row) => row.eCode === eCode)?.amounts[line]
  const england = <Line extends string>(
    returns: Map<FinancialYear, CouncilReturn<Line>>,
    line: Line,
    year: FinancialYear,
  ) =>
    Math.round(
      (returnOf(returns, year).totals.find(({ area }) => area === 'ENGLAND')?.amounts[line] ?? Number.NaN) / 1000,
    )

  it('1: Sure Start (651m) and youth (590m) enter children’s social care in 2014-15, and a break says so', async () => {
    expect([england(budgets, 'sure_start', '2014-15'), england(budgets, 'young_people', '2014-15')]).toEqual([651, 590])
    expect([
      england(budgets, 'children_social_care', '2013-14'),
      england(budgets, 'children_social_care', '2014-15'),
    ]).toEqual([6636, 7726])
    expect([
      england(outturn, 'children_social_care', '2013-14'),
      england(outturn, 'children_social_care', '2014-15'),
    ]).toEqual([6915, 8091])
    const { accounts } = await studyData()
    expect(
      accounts.breaks
        .filter(({ from, basis }) => from === '2014-15' && basis === 'outturn')
        .map(({ line }) => line)
        .sort(),
    ).toEqual(['children_social_care', 'comparable_services', 'education'])
  })

  it(
    '2: Peterborough’s library line falls from 2,551 to 132 while culture and heritage rises from 938 to 3,971; ' +
      'social care jumps and central services mirror it',
    () => {
      expect([planned('E0501', 'library_service', '2010-11'), planned('E0501', 'library_service', '2011-12')]).toEqual([
        2551, 132,
      ])
      expect([
        planned('E0501', 'culture_and_heritage', '2010-11'),
        planned('E0501', 'culture_and_heritage', '2011-12'),
      ]).toEqual([938, 3971])
      expect((['2007-08', '2008-09', '2009-10'] as const).map((year) => spent('E0501', 'social_care', year))).toEqual([
        37140, 27831, 81494,
      ])
    },
  )

  it(
    '3: education shrinks through academies, public health begins in 2013-14, social care is one line before ' +
      '2011-12',
    () => {
      expect([spent('E3001', 'education', '2010-11'), Math.round(spent('E3001', 'education', '2017-18') ?? 0)]).toEqual(
        [250667, 125268],
      )
      expect([spent('E3001', 'public_health', '2012-13'), typeof spent('E3001', 'public_health', '2013-14')]).toEqual([
        null,
        'number',
      ])
      expect([
        spent('E3001', 'children_social_care', '2010-11'),
        typeof spent('E3001', 'social_care', '2010-11'),
        typeof spent('E3001', 'children_social_care', '2011-12'),
      ]).toEqual([null, 'number', 'number'])
    },
  )

  it('4: negatives are kept, and a change from or through zero is refused', async () => {
    const negative = returnOf(outturn, '2023-24').authorities.filter(
      (row) => row.class !== 'O' && (row.amounts.cultural_and_related ?? 0) < 0,
    )
    expect(negative.length).toBe(10)
    const { accounts } = await studyData()
    const of = (year: FinancialYear) =>
      accounts.spending(negative[0]?.eCode ?? '', 'cultural_and_related', year, 'outturn')
    expect(percentChange(of('2021-22'), of('2023-24'))).toMatchObject({ value: null, status: 'missing' })
    expect(percentChange(of('2017-18'), of('2023-24'))).toMatchObject({ value: null, status: 'missing' })
  })

  it('5: 478, 478, 443, 444 ... authorities, class O apart, the GLA once, ONS codes from 2014-15 on', () => {
    expect([...outturn.values()].map(({ authorities }) => authorities.length)).toEqual([
      478, 478, 443, 444, 444, 444, 444, 444, 444, 446, 445, 426, 426, 411,
    ])
    for (const year of ['2022-23', '2023-24'] as const) {
      const read = returnOf(outturn, year)
      expect(read.authorities.filter(({ eCode }) => eCode === 'E5100').length).toBe(1)
      expect(read.quality.filter(({ rule }) => rule === 'repeated-authority').map(({ value }) => value)).toEqual([
        'E5100',
      ])
    }
    const withCodes = [...outturn]
      .filter(([, { authorities }]) => authorities.some(({ gssCode }) => gssCode !== null))
      .map(([year]) => year)
    expect(withCodes[0]).toBe('2014-15')
    expect(returnOf(outturn, '2010-11').authorities.filter((row) => row.class === 'O').length).toBe(91)
  })

  it('5: no row is lost: rows in are rows out and rows set aside, in every file', () => {
    for (const { counts } of [...outturn.values(), ...budgets.values()])
      expect(counts.rowsIn).toBe(counts.rowsOut + counts.setAside.reduce((sum, { rows }) => sum + rows, 0))
  })

  it(
    '6: “...”, “…” and “[x]” are missing and reported with their cell; thousands in quotes and Mac OS Roman ' +
      'are read',
    async () => {
      expect(spent('E4601', 'cultural_and_related', '2022-23')).toBeNull()
      const notSubmitted = new Set(
        returnOf(outturn, '2023-24')
          .quality.filter(({ rule }) => rule === 'missing-not-submitted')
          .map(({ row }) => row),
      )
      expect(notSubmitted.size).toBe(14)
      expect(returnOf(outturn, '2016-17').quality.find(({ value }) => value === '…')).toMatchObject({
        sheet: 'RS LA Data 2016-17',
        row: 291,
        column: 'education',
        rule: 'missing-not-available',
        action: 'kept as missing, not as 0',
      })
      expect(returnOf(outturn, '2021-22').quality.some(({ value }) => value === '...')).toBe(true)
      expect(spent('E3001', 'cultural_and_related', '2021-22')).toBe(11110)
      const decoded = decodeText((await sourceFile('spending/budget/RA_2023-24_data_Part_1.csv')).bytes)
      expect(decoded.encoding).toBe('macintosh')
      expect(decoded.text).toContain('young people’s services')
      expect(
        decodeText((await sourceFile('spending/outturn/RSX_2021-22_data_by_LA_Live.csv')).bytes).text.startsWith(
          'Worksheet',
        ),
      ).toBe(true)
    },
  )

  it('7: the environment column of RSX 2021-22, which has no service name, is found by its id', () => {
    expect(spent('E3831', 'environmental_and_regulatory', '2021-22')).toBe(1818)
  })

  it(
    '8: drifting names and titles resolve: three spellings of a council, three titles of a line, and the real ' +
      'total of 2019-20',
    async () => {
      const { register } = await studyData()
      expect(
        ['City of Nottingham UA', 'Nottingham City UA', 'Nottingham'].map((name) => register.resolve(name).e_code),
      ).toEqual(['E3001', 'E3001', 'E3001'])
      expect(
        ['TOTAL CHILDRENS SOCIAL CARE', 'TOTAL CHILDRENS SOCIAL CARE (total of lines 310 to 327)'].map(comparableLabel),
      ).toEqual(['total childrens social care', 'total childrens social care'])
      expect(
        (['2012-13', '2014-15', '2015-16', '2019-20'] as const).every(
          (year) => england(budgets, 'children_social_care', year) > 6000,
        ),
      ).toBe(true)
      expect(england(budgets, 'total_service_expenditure', '2019-20')).toBe(96152)
    },
  )

  it('9: the 2019 forecasts are left out and ONS CPI is read as three series, not one', async () => {
    const { levels, counts, quality } = readGrowthDeflator(
      await sourceFile('deflators/nacnudus_gdp_deflator_fy_pct.csv'),
      2018,
    )
    const all = readGrowthDeflator(await sourceFile('deflators/nacnudus_gdp_deflator_fy_pct.csv'), 2023)
    const level = (rows: typeof levels, year: string) => rows.find((row) => row.year === year)?.level ?? Number.NaN
    expect([levels.at(-1)?.year, counts.setAside, quality.length]).toEqual([
      '2018-19',
      [{ reason: 'forecast', rows: 5 }],
      5,
    ])
    expect((level(all.levels, '2023-24') / level(all.levels, '2009-10')).toFixed(3)).toBe('1.283')
    const { levels: latest } = readCalendarDeflator(await sourceFile('deflators/greenbook_gdp_deflator_calendar.csv'))
    expect((level(latest, '2023-24') / level(latest, '2009-10')).toFixed(3)).toBe('1.420')
    const cpi = readOnsSeries(await sourceFile('deflators/ons_cpi_index_series.csv'))
    expect([cpi.annual.get(1988), cpi.annual.size, cpi.quarterly.size > 140, cpi.monthly.size > 440]).toEqual([
      49.6,
      38,
      true,
      true,
    ])
  })

  it(
    'the re-derived outturn of 2017-18 agrees with the official one to the thousand in 2,641 of the 2,657 ' +
      'amounts that both have, and has no negative',
    async () => {
      const { register } = await studyData()
      const derived = readDerivedOutturn(await sourceFile(DERIVED_OUTTURN_SOURCE.card.file)).amounts.filter(
        ({ year, class: of }) => year === '2017-18' && of !== 'O',
      )
      const forms: Readonly<Record<string, string>> = { SC: ' County Council', MD: ' MBC' }
      const fullNameOf = (name: string, of: string): string => `${name}${forms[of] ?? ''}`
      const pairs = derived.flatMap(({ name, class: of, line, amount }) => {
        const official = spent(register.resolve(fullNameOf(name, of), '2017-04-01').e_code, line, '2017-18') ?? null
        return official === null ? [] : [Math.abs(amount - official)]
      })
      expect([derived.length, pairs.length, pairs.filter((difference) => difference < 1).length]).toEqual([
        2662, 2657, 2641,
      ])
      expect(derived.every(({ amount }) => amount > 0)).toBe(true)
    },
  )
})
