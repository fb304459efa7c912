import { beforeAll, describe, expect, it } from 'vitest'
import { readStudyText } from '../../src/datasets/index.js'
import type { Value } from '../../src/index.js'
import { findingsSchema } from '../../src/study/document.js'
import {
  type Study,
  type StudyResult,
  findingsDocument,
  findingsOf,
  parseStudy,
  runStudy,
  studyCharts,
  studyTables,
} from '../../src/study/index.js'
import { type StudyData } from '../../src/datasets/index.js'
import { builtInStudy, runBuiltInStudy, studyData } from '../support/data.js'

const CAUSAL = /\b(caused|because of|led to|due to|as a result of|thanks to)\b/i

let data: StudyData
let aspley: StudyResult<Study>
let peterborough: StudyResult<Study>
beforeAll(async () => {
  data = await studyData()
  aspley = await builtInStudy('aspley')
  peterborough = await builtInStudy('peterborough')
})

async function withStudy(change: object, base = 'aspley'): Promise<StudyResult> {
  const { text } = await readStudyText(base)
  const own = JSON.parse(text) as { amenities: object }
  const elsewhere =
    'council' in change
      ? { ward: undefined, title: 'Another council', amenities: { ...own.amenities, siteNames: [] } }
      : {}
  return runStudy(parseStudy(JSON.stringify({ ...own, ...elsewhere, ...change }), 'changed.json'), data)
}

describe('findings', () => {
  it('are valid by the published schema, every figure with place, vintage, unit, period, status and source', () => {
    for (const result of [aspley, peterborough]) {
      const document = findingsDocument(result, '0.0.0')
      expect(findingsSchema.safeParse(document).error).toBeUndefined()
      expect(document.figures[0]?.place).toEqual(document.place)
      for (const figure of document.figures) {
        expect(figure.place.vintage).toMatch(/^(LAD|CTRY)\d{4}$|^WD13$|^IMD2010$/)
        expect(figure.value === null).toBe(figure.status === 'missing' || figure.status === 'suppressed')
        expect(figure.source.length).toBeGreaterThan(0)
        for (const note of figure.notes) expect(document.notes[note]).toMatch(/\S/)
      }
    }
  })

  it('say that Aspley inherits the figures, and give it none that is observed', () => {
    const { figures, findings } = findingsDocument(aspley, '0.0.0')
    expect(findings[0]?.caveats.join(' ')).toContain(
      'Aspley (E05001823, WD13; later E05012270) inherits the figures of Nottingham',
    )
    const ofWard = figures.filter(
      ({ place, indicator }) => place.kind === 'ward' && !['pools', 'libraries'].includes(indicator),
    )
    expect(ofWard.length).toBeGreaterThan(0)
    expect(new Set(ofWard.map(({ status }) => status))).toEqual(new Set(['inherited', 'modelled']))
    expect(ofWard.every(({ notes }) => notes.includes('council-figure-for-ward'))).toBe(true)
  })

  it('never claim a cause, and carry the caveats of their figures', () => {
    for (const finding of [...findingsOf(aspley), ...findingsOf(peterborough)]) {
      expect(
        [finding.headline, finding.sentence, finding.question, ...finding.detail, ...finding.caveats].join(' '),
      ).not.toMatch(CAUSAL)
      expect(finding.caveats.length).toBeGreaterThan(0)
    }
    const caveats = (result: StudyResult, id: string) =>
      findingsOf(result)
        .find((finding) => finding.id === id)
        ?.caveats.join(' ')
    expect(caveats(aspley, 'comparable-services')).toContain(
      'The two years are not fully comparable: Sure Start and youth services leave education',
    )
    expect(caveats(aspley, 'comparable-services')).toContain(
      'mean of 2007-08 to 2009-10 to mean of 2014-15 to 2017-18: not among the single-tier councils for want ' +
        'of a figure: Bedford, Central Bedfordshire',
    )
    expect(caveats(aspley, 'budgets')).toContain('Budgets are plans')
    expect(caveats(peterborough, 'culture')).toContain('Vivacity')
    expect(caveats(peterborough, 'budgets')).toContain('a falling line is not a closure')
    expect(caveats(peterborough, 'budgets')).toContain('Vivacity')
    expect(caveats(aspley, 'culture')).toContain('City of London')
  })

  it('are made from the figures: another figure gives another sentence', () => {
    const doubled = {
      ...data,
      accounts: {
        ...data.accounts,
        spending: (...at: Parameters<StudyData['accounts']['spending']>): Value =>
          double(data.accounts.spending(...at), at),
      },
    }
    const sentence = (result: StudyResult) => findingsOf(result).find(({ id }) => id === 'culture')?.sentence
    expect(sentence(aspley)).toContain('a fall of 33.2 %')
    expect(sentence(runStudy(aspley.study, doubled))).toContain('a rise of 33.5 %')
  })

  it('are the same on every run', async () => {
    expect(findingsDocument(await runBuiltInStudy('aspley'), '1')).toEqual(findingsDocument(aspley, '1'))
  })
})

function double(value: Value, [place, , year]: Parameters<StudyData['accounts']['spending']>): Value {
  return place === 'E3001' && year === '2014-15' && value.value !== null ? { ...value, value: value.value * 2 } : value
}

describe('runStudy', () => {
  it('refuses a council that is not of the comparators’ classes', async () => {
    await expect(withStudy({ council: 'Ashfield' })).rejects.toThrow(
      'Ashfield is of class SD, the comparators are of UA, MD, LB: compare like with like',
    )
  })

  it('begins a later line in its first year, and refuses one of which no later year is asked for', async () => {
    const { indicators } = await withStudy({ indicators: ['young-people-budget'] })
    expect(indicators[0]?.comparisons.find(({ kind }) => kind === 'plain')?.own.before.period).toBe('2011-12')
    await expect(withStudy({ indicators: ['culture', 'sure-start-budget'], since: [] })).rejects.toThrow(
      'indicators: sure-start-budget begins in 2014-15, and neither the claim year 2014-15 nor a year of since comes ' +
        'after it',
    )
  })

  it('tells a line without a year before the claim’s as since, and why', async () => {
    const [budgets] = findingsOf(await withStudy({ indicators: ['sure-start-budget'], amenities: undefined }))
    expect(budgets?.sentence).toMatch(
      /^No budget before 2014-15 is in these tables, so none shows a change to 2014-15\. Since: Nottingham planned to /,
    )
    expect(budgets?.headline).toMatch(/ since 2014-15$/)
  })

  // Claims ledger, row R10: claim window 2009-10 to 2010-11, and since to 2014-15.
  it('speaks of the claim’s years first, and of what came since second', () => {
    const sentences = new Map(findingsOf(peterborough).map(({ id, sentence }) => [id, sentence]))
    const inClaim =
      /in 2009-10 and £[\d,.]+ in 2010-11, a fall of 5\.0 % \(median of 123 single-tier councils −4\.5 %\)/
    const since = /£[\d,.]+ in 2014-15, a fall of 23\.8 % from 2009-10 \(median of 123 single-tier councils −18\.0 %\)/
    expect(sentences.get('comparable-services')).toMatch(new RegExp(`${inClaim.source}\\. Since: ${since.source}\\.$`))
    expect(sentences.get('culture')).toMatch(
      /a fall of 6\.2 % \(median of 123 single-tier councils −5\.5 %\)\. Since: /,
    )
    expect(sentences.get('budgets')).toMatch(
      /^No budget before 2010-11 is in these tables, so none shows a change to 2010-11\. Since: Peterborough planned/,
    )
    const [services] = findingsOf(peterborough)
    expect(services?.caveats[0]).toMatch(/^To 2014-15 the figures are not fully comparable: Sure Start/)
  })

  it.each([
    ['libraries', 'pools'],
    ['pools', 'libraries'],
  ])('says what it can of %s where nothing is asked of %s', async (kind, other) => {
    const amenities = { ...aspley.study.amenities, kinds: { [kind]: aspley.study.amenities?.kinds[kind] } }
    const result = await withStudy({ amenities, indicators: ['culture'] })
    const findings = findingsOf(result)
    expect(findings.filter(({ id }) => id.startsWith(`${kind}-`)).length).toBeGreaterThan(1)
    expect(findings.filter(({ id }) => id.startsWith(`${other}-`))).toEqual([])
    expect(findings.find(({ id }) => id === 'access-tenths')?.headline).toBe(
      `Access to ${kind} by deprivation, before and after`,
    )
    expect(studyCharts(result, []).filter(({ id }) => id.includes(other))).toEqual([])
    expect(studyTables(result).get('amenities.csv')?.rows.length).toBeGreaterThan(0)
  })

  it('says what a smaller budget is not, line by line', async () => {
    const caveatOf = async (indicators: string[]) =>
      findingsOf(await withStudy({ indicators, amenities: undefined }))[0]?.caveats.find((text) => /plans/.test(text))
    expect(await caveatOf(['young-people-budget'])).toBe(
      'Budgets are plans made before the year, not what was spent; a smaller budget for young people is not a closed ' +
        'youth centre.',
    )
    expect(await caveatOf(['open-spaces-budget', 'library-budget'])).toBe(
      'Budgets are plans made before the year, not what was spent; a smaller budget for parks is not a dirtier park; ' +
        'a smaller budget for libraries is not a closed library.',
    )
  })

  it('says why a change is not known', async () => {
    const result = await withStudy({ council: 'Cumberland', asOf: '2023-06-30', indicators: ['culture'] })
    expect(findingsOf(result)[0]?.sentence).toMatch(
      /^Cumberland: the change in .* is not known: A predecessor was divided among several councils/,
    )
  })

  it('adds the county’s figure per head for a shire district and says so', async () => {
    const result = await withStudy({
      council: 'Ashfield',
      comparators: { label: 'areas', classes: ['UA', 'MD', 'LB', 'SD'], leftOut: [] },
      indicators: ['library-budget'],
    })
    const [plain] = result.indicators[0]?.comparisons ?? []
    const budgets = findingsOf(result).find(({ id }) => id === 'budgets')
    expect(budgets?.sentence).toMatch(/^Ashfield and its county, Nottinghamshire, together planned to spend a head/)
    expect(budgets?.detail.join(' ')).toContain('Ashfield and its county, Nottinghamshire, together are in')
    expect(plain?.own.change.notes).toContain('both-tiers-added')
    expect(plain?.placement.distribution?.n).toBeGreaterThan(300)
  })

  it('refuses an unknown council with a suggestion, and prices that the deflator does not have', async () => {
    await expect(withStudy({ council: 'Notingham' })).rejects.toThrow("Did you mean 'Nottingham' (E06000018, UA)?")
    await expect(withStudy({ prices: { deflator: 'hmt-2019-09', of: '2023-24' } })).rejects.toThrow(
      "year of the deflator hmt-2019-09: '2023-24' is not allowed. Allowed: 1956-57 to 2018-19.",
    )
  })

  it('takes the second deflator for the years that it has', async () => {
    const result = await withStudy({ prices: { deflator: 'hmt-2019-09', of: '2017-18' }, since: ['2017-18'] })
    expect(result.indicators[0]?.series.filter(({ measure }) => measure === 'nominal').at(-1)?.year).toBe('2023-24')
    expect(result.indicators[0]?.series.filter(({ measure }) => measure === 'real').at(-1)?.year).toBe('2018-19')
    const plain = result.indicators
      .find(({ indicator }) => indicator.id === 'culture')
      ?.comparisons.find(({ measure, kind }) => measure === 'real' && kind === 'plain')
    expect(plain?.own.change.value?.toFixed(2)).toBe('-28.33')
  })

  it('refuses a group of one council under two names, and says why its own is left out for others', async () => {
    await expect(
      withStudy({ groups: [{ label: 'pair', councils: ['Leeds', 'E08000035'], source: 'x' }] }),
    ).rejects.toThrow('groups.0.councils: the names stand for one council')
    const leftOut = [{ council: 'Nottingham', reason: 'it is studied' }]
    const result = await withStudy({ comparators: { label: 'councils', classes: ['UA'], leftOut } })
    expect(result.leftOut).toEqual([])
    expect(findingsOf(result)[0]?.caveats[0]).toBe('Nottingham is unlike the other councils: it is studied.')
  })

  it('measures a council made in 2019 by the councils that passed into it', async () => {
    const result = await withStudy({ council: 'Buckinghamshire', asOf: '2021-03-31' })
    const [plain] = result.indicators[0]?.comparisons ?? []
    expect(plain?.own.change.notes).toContain('sum-of-predecessors')
  })

  it('does not count the base year itself as since', () => {
    const since = peterborough.indicators
      .find(({ indicator }) => indicator.id === 'library-budget')
      ?.comparisons.filter(({ kind }) => kind === 'since')
    expect(since?.map(({ own }) => own.after.period)).not.toContain('2010-11')
  })
})

describe('tables', () => {
  it('have as many cells in every row as columns', () => {
    for (const [name, { columns, rows }] of studyTables(aspley))
      for (const row of rows) expect(row.length, name).toBe(columns.length)
  })

  it('let a reader recount the rank of the headline', () => {
    const { columns, rows } = studyTables(aspley).get('comparators.csv') ?? { columns: [], rows: [] }
    const at = (name: string) => columns.indexOf(name)
    const changes = rows
      .filter(
        (row) =>
          row[at('indicator')] === 'culture' && row[at('kind')] === 'plain' && row[at('measure')] === 'real per head',
      )
      .map((row) => Number(row[at('value')]))
    const own = rows.find(
      (row) =>
        row[at('indicator')] === 'culture' &&
        row[at('kind')] === 'plain' &&
        row[at('measure')] === 'real per head' &&
        row[at('place_code')] === 'E06000018',
    )
    expect(changes.length).toBe(123)
    expect(1 + changes.filter((change) => change < Number(own?.[at('value')])).length).toBe(60)
  })
})
