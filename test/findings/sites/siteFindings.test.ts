import { beforeAll, describe, expect, it } from 'vitest'
import { loadStudyData, readStudyText } from '../../../src/datasets/index.js'
import {
  type StudyChart,
  type StudyResult,
  findingsOf,
  loadWardsAround,
  measureOn,
  parseStudy,
  runStudy,
  studyCharts,
  studyTables,
  wardProfile,
} from '../../../src/study/index.js'
import { halls } from '../../support/halls.js'
import { schemaProblems } from '../../support/vegaLite.js'

const kind = halls()
let result: StudyResult
let charts: readonly StudyChart[]
beforeAll(async () => {
  const data = await loadStudyData({ kinds: [kind] })
  const own = JSON.parse((await readStudyText('aspley')).text) as { amenities: { comparators: object } }
  const asked = {
    ...own,
    indicators: ['culture'],
    amenities: {
      comparators: own.amenities.comparators,
      kinds: { 'village-halls': { base: '2010-04-01', claim: '2015-03-31', since: ['2023-04-01'] } },
    },
  }
  result = runStudy(parseStudy(JSON.stringify(asked), 'halls.json', [kind]), data)
  charts = studyCharts(result, await loadWardsAround(result, data))
})

describe('a kind of sites that is declared outside wardstick', () => {
  it('is measured: the hall in the ward until it closed', () => {
    const values = result.neighbourhood?.amenities[0]?.ward?.values ?? []
    expect(measureOn(values, 'sites-open', '2010-04-01').value).toBe(1)
    expect(measureOn(values, 'sites-open', '2015-03-31').value).toBe(0)
    expect(measureOn(values, 'sites-4km', '2023-04-01').unit).toMatchObject({ many: 'village halls', mean: true })
  })

  it('has findings of its own, by its id', () => {
    expect(findingsOf(result).map(({ id }) => id)).toEqual([
      'culture',
      'village-halls-ward',
      'village-halls-wider',
      'access-tenths',
      'voluntary-provision',
      'unknown',
    ])
  })

  it('is told in its own words, and in no word of pools or libraries', () => {
    const told = findingsOf(result).filter(({ id }) => id.startsWith('village-halls') || id === 'access-tenths')
    expect(told[0]?.sentence).toMatch(/^Aspley had one village hall in 2010 and no village hall by March 2015\./)
    expect(told[1]?.headline).toBe('Nottingham had one fewer village hall by March 2015')
    expect(JSON.stringify(told.map(({ figures, ...texts }) => ({ ...texts, n: figures.length })))).not.toMatch(
      /\b(pools?|library|libraries|water)\b/i,
    )
  })

  it('has its map, timeline, matched wards, stock and tenths', () => {
    const own = charts.filter(({ id }) => id.includes('village-halls'))
    expect(own.map(({ id }) => id)).toEqual([
      'village-halls-ward-map',
      'village-halls-ward-timeline',
      'village-halls-ward-matched-share-1km',
      'village-halls-open',
      'access-tenths-village-halls',
    ])
    expect(JSON.stringify(own.map(({ words, table }) => ({ words, table })))).not.toMatch(
      /\b(pools?|library|libraries|water)\b/i,
    )
    for (const { specs } of own) for (const spec of [specs.wide, specs.narrow]) expect(schemaProblems(spec)).toEqual([])
  })

  it('says where its figures are from, and that their licence is not stated', () => {
    const [map] = charts.filter(({ id }) => id === 'village-halls-ward-map')
    expect(map?.words.source).toMatch(/^A list of village halls \(licence not stated\); ONS residents/)
  })

  it('stands in the tables of the study and in the profile of a ward', async () => {
    expect(
      studyTables(result)
        .get('amenities.csv')
        ?.rows.some((row) => row.includes('village-halls')),
    ).toBe(true)
    const profile = wardProfile('E05001823', await loadStudyData({ kinds: [kind] }), [])
    expect(profile.amenities.map((each) => [each.kind, each.sites.map(({ name }) => name)])).toEqual([
      ['village-halls', ['Aspley Hall', 'Bilborough Hall']],
    ])
  })
})
