import { table } from 'arquero'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Panel,
  type PanelTables,
  type SmallAreaScoreDeclaration,
  measurePanel,
  smallAreaScore,
  units,
} from '../../src/index.js'
import { panelInputs } from '../../src/indicators/panelInputs.js'
import { BlockWriter } from '../../src/panel/block.js'
import { valueAt } from '../../src/panel/cells.js'
import { frozen } from '../support/frozen.js'
import { frameOf, framePlace, headerOf, ofMember, panelTables } from '../support/panel.js'

const said = {
  title: 'Score',
  question: 'How?',
  noun: { one: 'resident', many: 'residents' },
  description: 'D',
  keyFacts: [],
  processing: 'P',
  cannotSay: 'C',
}
const declared: SmallAreaScoreDeclaration = frozen({
  ...said,
  id: 'own',
  measures: [
    {
      id: 'share',
      title: 'Share',
      unit: units.perCent('residents'),
      kind: 'share',
      polarity: 'less is better',
      method: 'M',
      ofWard: 'share_of_ward',
      ofSmallArea: (edition: number) => `share_${edition}`,
      times: 100,
      editions: [2010, 2015],
    },
    {
      id: 'rank',
      title: 'Rank',
      unit: units.rank('rank'),
      kind: 'index',
      polarity: 'more is better',
      method: 'N',
      ofWard: 'rank_of_ward',
      editions: [2010],
    },
  ],
})

const home = (lsoa_code: string, people: number) => ({ origin: 0, lsoa_code, ward_code: 'W1', people })
const ward = framePlace({
  place: { kind: 'ward', code: 'W1', name: 'One', vintage: 'WD13' },
  inherits: true,
  homes: [home('A', 100)],
})
const council = framePlace({ homes: [home('A', 100), home('B', 300), home('C', 600)] })
/** B, and an area of which no table tells. */
const group = framePlace({
  place: { kind: 'group', code: 'g', name: 'G', vintage: 'LSOA11' },
  homes: [home('B', 300), home('X', 100)],
})
const nobody = framePlace({ homes: [home('C', 600), home('A', 0)] })

/** The figures of the four places in each year, by hand-made tables: C has no score. */
function figures(measureId: string) {
  const inputs = panelInputs({
    'wards/ward-deprivation': table({
      ward_code: ['W1', 'W1', 'W2'],
      edition: [2010, 2015, 2010],
      share_of_ward: [0.5, null, 0.75],
      rank_of_ward: [7, 8, 9],
    }),
    'wards/lsoa-deprivation': table({
      lsoa_code: ['A', 'B', 'C'],
      share_2010: [0.2, 0.4, null],
      share_2015: [0.1, null, null],
    }),
  })
  const periods = ['2010-11', '2015-16', '2012-13', '2010-03-31'] as const
  const writer = new BlockWriter(headerOf(), 4, [...periods])
  const indicator = ofMember(smallAreaScore(declared), measureId)
  const frame = frameOf([ward, council, nobody, group], periods)
  indicator.measure(inputs, frame, new Map([[measureId, writer]]))
  const block = writer.finish()
  const places = frame.places.map(({ place }) => place)
  const parts = { places, periods: frame.periods, terms: frame.terms, blocks: [block] }
  return (row: number, column: number) => valueAt(parts, block, { row, column })
}

describe('a score of small areas', () => {
  it('is for a ward that of the table of wards, by edition', () => {
    expect(figures('share')(0, 0)).toMatchObject({
      value: 50,
      status: 'modelled',
      owner: 'ward',
      notes: ['residents-at-lsoa-centres'],
    })
    expect(figures('rank')(0, 0)).toMatchObject({ value: 7, status: 'modelled' })
    expect(figures('share')(0, 1)).toMatchObject({ value: null, status: 'missing', owner: 'ward', notes: [] })
  })

  it('is for a larger place the mean over the residents of the small areas that have one', () => {
    // (0.2 x 100 + 0.4 x 300) / 400, in per cent; C has none.
    expect(figures('share')(1, 0)).toMatchObject({ value: 35, status: 'modelled', owner: 'council' })
    expect(figures('share')(1, 1).value).toBe(10)
    expect(figures('share')(3, 0)).toMatchObject({
      value: 40,
      status: 'modelled',
      owner: 'group',
      notes: ['residents-at-lsoa-centres'],
    })
    expect(figures('share')(2, 0)).toMatchObject({ value: null, status: 'missing', owner: 'council', notes: [] })
  })

  it('that is a rank has none for a larger place', () => {
    expect(figures('rank')(1, 0)).toMatchObject({ value: null, status: 'missing', notes: [] })
  })

  it('is never carried to a year without an edition', () => {
    expect(figures('share')(0, 2)).toMatchObject({ value: null, status: 'missing', notes: ['no-edition'] })
    expect(figures('rank')(0, 1)).toMatchObject({ value: null, notes: ['no-edition'] })
    expect(figures('share')(1, 3)).toMatchObject({ value: null, status: 'missing', notes: [] })
  })

  it('declares its editions as the financial years that begin in them', () => {
    const [share, rank] = smallAreaScore(declared)
    expect(share).toMatchObject({
      ...said,
      id: 'own/share',
      title: 'Share',
      method: 'M',
      family: 'smallAreas',
      member: 'own',
      level: 'ward',
      time: 'edition',
      form: 'gradient',
      interval: null,
      kind: 'share',
      polarity: 'less is better',
      source: ['wards'],
      coverage: { from: '2010-11', to: '2015-16', editions: ['2010-11', '2015-16'] },
    })
    expect(rank).toMatchObject({ id: 'own/rank', coverage: { from: '2010-11', to: '2010-11' }, kind: 'index' })
    expect(share?.unitIn(frameOf([], []).terms)).toEqual(units.perCent('residents'))
    expect([share?.periodOf('2010-11'), share?.periodOf('2010-03-31')]).toEqual(['2010-11', null])
    expect(rank?.measure).toBe(share?.measure)
  })
})

describe('deprivation', () => {
  let tables: PanelTables
  let panel: Panel
  const EDITIONS = ['2004-05', '2007-08', '2010-11', '2015-16', '2019-20'] as const
  beforeAll(async () => {
    tables = await panelTables()
    panel = measurePanel(
      {
        indicators: ['income-share', 'imd-score', 'imd-rank', 'income-rank'].map((id) => `deprivation/${id}`),
        places: { wards: 'england', councils: ['Nottingham', 'Derbyshire'], england: true },
        periods: EDITIONS,
      },
      tables,
    )
  })
  const rowsOf = (reference: 'wards/ward-deprivation' | 'wards/lsoa-deprivation' | 'wards/lsoa-populations') =>
    tables[reference]?.objects() as Record<string, number | string | null>[]

  it('of a ward is that of the table of wards', () => {
    const some = rowsOf('wards/ward-deprivation').filter((_, i) => i % 23 === 0)
    const different = some.filter((row) => {
      const edition = EDITIONS.find((year) => year.startsWith(String(row['edition']))) ?? '2004-05'
      const of = (id: string) => panel.value(String(row['ward_code']), `deprivation/${id}`, edition).value
      const share = typeof row['income_share'] === 'number' ? row['income_share'] * 100 : null
      return (
        of('imd-score') !== row['imd_score'] ||
        of('imd-rank') !== row['imd_rank'] ||
        of('income-share') !== share ||
        of('income-rank') !== row['income_rank']
      )
    })
    expect(some.length).toBeGreaterThan(1500)
    expect(different).toEqual([])
  })

  it('of England is the mean over the residents of mid-2015', () => {
    const people = new Map(
      rowsOf('wards/lsoa-populations').map((row) => [row['lsoa_code'], Number(row['people_2015'])]),
    )
    const mean = (column: string) => {
      const known = rowsOf('wards/lsoa-deprivation').filter((row) => row[column] !== null)
      const count = ({ lsoa_code }: (typeof known)[number]) => people.get(lsoa_code ?? '') ?? Number.NaN
      const all = known.reduce((sum, row) => sum + count(row), 0)
      return known.reduce((sum, row) => sum + Number(row[column]) * count(row), 0) / all
    }
    expect(panel.value('E92000001', 'deprivation/imd-score', '2010-11').value).toBeCloseTo(mean('imd_2010'), 9)
    expect(panel.value('E92000001', 'deprivation/income-share', '2019-20').value).toBeCloseTo(
      mean('income_2019') * 100,
      9,
    )
  })

  it('of a council is the mean over its wards by their residents', () => {
    const residents = measurePanel(
      { indicators: ['people/residents'], places: { wards: { council: 'Nottingham' } }, periods: ['2015-16'] },
      tables,
    )
    const [sum, people] = residents.places.reduce(
      ([sum, people], { code }) => {
        const count = residents.value(code, 'people/residents', '2015-16').value ?? Number.NaN
        const score = panel.value(code, 'deprivation/imd-score', '2015-16').value ?? Number.NaN
        return [sum + score * count, people + count]
      },
      [0, 0],
    )
    expect(panel.value('E06000018', 'deprivation/imd-score', '2015-16').value).toBeCloseTo(sum / people, 3)
    expect(panel.value('E10000007', 'deprivation/imd-rank', '2015-16').value).toBeNull()
  })
})
