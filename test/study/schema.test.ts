import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readStudyText } from '../../src/datasets/index.js'
import { findingsJsonSchema } from '../../src/study/document.js'
import { kindsOf, parseStudy } from '../../src/study/index.js'
import { studyJsonSchema } from '../../src/study/schema.js'
import { halls } from '../support/halls.js'

/** Study files as they were valid in version 0.1. */
const FILES = new URL('./files/', import.meta.url)

const published = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8'))
const aspley = async (change: object = {}) =>
  JSON.stringify({ ...(JSON.parse((await readStudyText('aspley')).text) as object), ...change })

describe('the published schemas', () => {
  it('are those of the code; npm run schemas:build writes them', () => {
    expect(JSON.parse(JSON.stringify(studyJsonSchema()))).toEqual(published('study.schema.json'))
    expect(JSON.parse(JSON.stringify(findingsJsonSchema()))).toEqual(published('findings.schema.json'))
  })
})

const AMENITIES = {
  pools: { base: '2010-03-31', claim: '2015-03-31', since: [] },
  libraries: { base: '2010-04-01', claim: '2015-03-31', since: [] },
  comparators: { label: 'matched wards', count: 20 },
  siteNames: [],
}

describe('parseStudy', () => {
  it.each([
    ['an unknown key', { colour: 'blue' }, "(the whole file): unknown key 'colour'"],
    [
      'an unknown key below',
      { prices: { deflator: 'hmt-2025-12', of: '2023-24', base: 1 } },
      "prices: unknown key 'base'",
    ],
    [
      'a year that is none',
      { baseYear: '2009-11' },
      'baseYear: a financial year such as 2009-10: the second part is the year after the first',
    ],
    ['an unknown indicator', { indicators: ['libraries'] }, 'indicators.0: Invalid option'],
    ['no indicator', { indicators: [] }, 'indicators: Too small'],
    ['an unknown deflator', { prices: { deflator: 'cpi', of: '2023-24' } }, 'prices.deflator: Invalid option'],
    [
      'a ward code of another kind',
      { ward: { name: 'Aspley', code: 'E06000018', vintage: 'WD13' } },
      'ward.code: a GSS code of a ward, E05 and six digits',
    ],
    ['a name too long for a folder', { name: 'a'.repeat(61) }, 'name: Too big'],
    ['a name that cannot be a folder', { name: '../aspley' }, 'name: lower-case letters, digits and single hyphens'],
    [
      'a window that ends before it begins',
      { before: { from: '2009-10', to: '2007-08' } },
      'before: the window ends before it begins',
    ],
    [
      'windows that overlap',
      { after: { from: '2009-10', to: '2014-15' } },
      'after: the window after begins before the window before has ended',
    ],
    ['a claim before the base', { claimYear: '2008-09' }, 'claimYear: must come after baseYear'],
    [
      'a budget base before the first budget',
      { budgetBaseYear: '2009-10' },
      'budgetBaseYear: the first budget is that of 2010-11',
    ],
    [
      'a budget base in the window after',
      { budgetBaseYear: '2017-18' },
      'budgetBaseYear: must come before the window after',
    ],
    [
      'amenities without pools and without libraries',
      { amenities: { ...AMENITIES, pools: undefined, libraries: undefined } },
      'amenities: needs the days of a kind of sites (pools, libraries',
    ],
    [
      'a kind of sites that there is none of',
      { amenities: { ...AMENITIES, kinds: { pool: AMENITIES.pools } } },
      "amenities.kinds.pool: kind of sites: 'pool' is not allowed. Did you mean 'pools'? Allowed: pools, libraries",
    ],
    [
      'days of a kind twice',
      { amenities: { ...AMENITIES, kinds: { pools: AMENITIES.pools } } },
      'amenities.kinds.pools: the days of pools stand there twice',
    ],
    [
      'days of a kind that its data do not cover',
      {
        amenities: {
          ...AMENITIES,
          libraries: undefined,
          kinds: { libraries: { base: '2010-04-01', claim: '2015-03-31', since: ['2025-04-01'] } },
        },
      },
      'amenities.kinds.libraries: 2025-04-01 is not a day up to 2023-12-31, which the data cover',
    ],
    [
      'a year that the data do not cover',
      { before: { from: '1000-01', to: '2009-10' } },
      'before.from: a year from 2007-08 to 2023-24, which the data cover',
    ],
    ['an indicator twice', { indicators: ['culture', 'culture'] }, 'indicators: an indicator stands there twice'],
    ['a control character', { title: 'a\u001b[31mb' }, 'title: text without control characters'],
    [
      'days out of order',
      {
        amenities: {
          ...AMENITIES,
          pools: { base: '2010-03-31', claim: '2015-03-31', since: ['2023-04-01', '2016-04-01'] },
        },
      },
      'amenities.pools.since.1: the days must be in order, each once',
    ],
    [
      'a day before the lists of libraries',
      { amenities: { ...AMENITIES, libraries: { base: '2009-04-01', claim: '2015-03-31', since: [] } } },
      'amenities.libraries.base: the lists of libraries begin with 2010-04-01',
    ],
    [
      'a claim before the base day',
      { amenities: { ...AMENITIES, pools: { base: '2015-03-31', claim: '2010-03-31', since: [] } } },
      'amenities.pools.claim: must come after base',
    ],
    [
      'a ward of another list',
      { ward: { name: 'Aspley', code: 'E05001823', vintage: 'WD19' } },
      'ward.vintage: WD13: the built-in wards are those of 2013',
    ],
    [
      'years of no return',
      { voluntaryProvision: { from: '2008-09', to: '2015-16' } },
      'voluntaryProvision: two years in order, from 2008-09 to 2013-14',
    ],
    ['a day that is none', { asOf: '31/03/2015' }, 'asOf: Invalid ISO date'],
  ])('refuses %s, naming the key', async (_, change, message) => {
    const text = await aspley(change)
    expect(() => parseStudy(text, 'my.json')).toThrow(`my.json: not a valid study file:\n  ${message}`)
  })

  it('reports every problem at once', async () => {
    const text = await aspley({ colour: 'blue', baseYear: 'x', indicators: [] })
    expect(() => parseStudy(text, 'my.json')).toThrow(/baseYear[\s\S]*indicators[\s\S]*colour/)
  })

  it('refuses what is not JSON and tolerates a byte order mark', async () => {
    expect(() => parseStudy('{', 'my.json')).toThrow('my.json: not a valid study file:\n  (the whole file): not JSON')
    expect(parseStudy(`\ufeff${await aspley()}`, 'my.json').name).toBe('aspley')
  })
})

describe('the sites of a study file', () => {
  it('are its kinds, and the keys that name one kind are read as kinds, pools before libraries', async () => {
    const { amenities } = parseStudy(await aspley({ amenities: AMENITIES }), 'my.json')
    expect(amenities).toEqual({
      kinds: { pools: AMENITIES.pools, libraries: AMENITIES.libraries },
      comparators: AMENITIES.comparators,
      siteNames: [],
    })
  })

  it('are told in the order in which the file names them', async () => {
    const { libraries, pools, comparators } = AMENITIES
    const { amenities } = parseStudy(
      await aspley({ amenities: { comparators, kinds: { libraries, pools } } }),
      'my.json',
    )
    expect(Object.keys(amenities?.kinds ?? {})).toEqual(['libraries', 'pools'])
  })

  it('may be of a kind of one’s own, on the days that it covers', async () => {
    const { comparators } = AMENITIES
    const asked = { 'village-halls': { base: '2009-04-01', claim: '2015-03-31', since: [] } }
    const text = await aspley({ amenities: { comparators, kinds: asked } })
    expect(parseStudy(text, 'my.json', [halls()]).amenities?.kinds).toEqual(asked)
    expect(() =>
      parseStudy(text, 'my.json', [halls([], { days: { first: '2010-04-01', last: '2023-12-31' } })]),
    ).toThrow('amenities.kinds.village-halls.base: the list of village halls begins with 2010-04-01')
  })

  it('are loaded with those whose sites the file names', async () => {
    const { comparators, libraries } = AMENITIES
    const siteNames = [{ site: '1002489', name: 'Noel Street Leisure Centre', source: 'a newspaper' }]
    const named = parseStudy(await aspley({ amenities: { comparators, libraries, siteNames } }), 'my.json')
    expect(kindsOf(named)).toEqual(['libraries', 'pools', 'sports-halls'])
    expect(kindsOf(parseStudy(await aspley({ amenities: { comparators, libraries } }), 'my.json'))).toEqual([
      'libraries',
    ])
  })

  it.each(readdirSync(FILES).filter((file) => file.endsWith('.json')))(
    'are read from the study file %s of version 0.1, which parses to the same study again',
    (file) => {
      const study = parseStudy(readFileSync(new URL(file, FILES), 'utf8'), file)
      expect(parseStudy(JSON.stringify(study), file)).toEqual(study)
    },
  )
})
