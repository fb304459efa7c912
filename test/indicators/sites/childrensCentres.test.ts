import { CHILDRENS_CENTRES } from '../../../src/indicators/sites/childrensCentreKind.js'
import { describe, expect, it } from 'vitest'
import { childrensCentreAmenity } from '../../../src/indicators/sites/childrensCentres.js'
import type { CentreRow } from '../../../src/tables/index.js'

const centre = (change: Partial<CentreRow> = {}): CentreRow => ({
  urn: '1',
  name: 'Aspley',
  e_code: 'E3001',
  gss_code: 'E06000018',
  council: 'Nottingham',
  first_e_code: 'E3001',
  type: 'centre',
  type_2016: 'centre',
  opened_date: '2006-03-27',
  first_listed: '2016-08-04',
  last_listed: '2019-01-21',
  first_absent: null,
  lists_missed: 0,
  postcode: 'NG8 5PJ',
  longitude: -1.2,
  latitude: 52.97,
  known_by: 'postcode',
  within_m: 500,
  ward_code: 'E05001823',
  possible_wards: null,
  ...change,
})
const lists = ['2016-08-04', '2017-01-19', '2017-11-09', '2019-01-21'].map((list_date) => ({ list_date, listed: 1 }))
const amenity = (...centres: Partial<CentreRow>[]) =>
  childrensCentreAmenity(centres.map(centre), lists, CHILDRENS_CENTRES)
const told = (change: Partial<CentreRow>, day: '2017-01-19' | '2017-01-20' | '2017-11-08' | '2017-11-09') => {
  const state = amenity(change).on(day)[0]
  return [state?.least, state?.open, state?.most].map((each) => each?.units ?? 0)
}

describe('childrensCentreAmenity', () => {
  it('knows nothing before the first list, nor after the last: opening dates make no stock', () => {
    const centres = amenity({})
    expect(centres.covers).toEqual({ from: '2016-08-04', to: '2019-01-21' })
    expect(() => centres.on('2016-08-03')).toThrow('a day from 2016-08-04 to 2019-01-21')
    expect(() => centres.on('2010-04-01')).toThrow('a day from 2016-08-04')
  })

  it('has a centre listed up to the first list without it, for certain up to the last list with it', () => {
    const left = { last_listed: '2017-01-19', first_absent: '2017-11-09' }
    expect(told(left, '2017-01-19')).toEqual([1, 1, 1])
    expect(told(left, '2017-01-20')).toEqual([0, 1, 1])
    expect(told(left, '2017-11-08')).toEqual([0, 1, 1])
    expect(told(left, '2017-11-09')).toEqual([0, 0, 0])
    expect(amenity(left).changes).toMatchObject([{ kind: 'closed', earliest: '2017-01-20', day: '2017-11-09' }])
  })

  it('has a centre that joined from the list that it is first in, perhaps from the day after the one before', () => {
    const joined = { first_listed: '2017-11-09' }
    expect(told(joined, '2017-01-19')).toEqual([0, 0, 0])
    expect(told(joined, '2017-01-20')).toEqual([0, 0, 1])
    expect(told(joined, '2017-11-09')).toEqual([1, 1, 1])
    expect(amenity(joined).changes).toMatchObject([{ kind: 'opened', earliest: '2017-01-20', day: '2017-11-09' }])
  })

  it('leaves linked sites out, and counts them', () => {
    const { sites, leftOut } = amenity({}, { urn: '2', type: 'linked site' })
    expect(sites.map(({ id, name, authority_code }) => [id, name, authority_code])).toEqual([
      ['1', 'Aspley', 'E06000018'],
    ])
    expect(leftOut.map(({ rows }) => rows)).toEqual([1])
  })

  it('places a centre by its postcode alone: by a sector or district it stands nowhere', () => {
    const sector = { known_by: 'postcode sector', within_m: 2000, ward_code: null, possible_wards: 'A B' } as const
    const none = { known_by: 'none', longitude: null, latitude: null, within_m: null, ward_code: null } as const
    expect(amenity({}, sector, none).places).toEqual([
      {
        site: 0,
        point: { longitude: -1.2, latitude: 52.97 },
        within: 500,
        ward_code: 'E05001823',
        possibleWards: ['E05001823'],
      },
      { site: 1, point: null, within: 0, ward_code: null, possibleWards: [] },
      { site: 2, point: null, within: 0, ward_code: null, possibleWards: [] },
    ])
  })

  it('says how many are counted though something is not known of them', () => {
    const rows = amenity(
      { lists_missed: 2 },
      { type_2016: 'linked site' },
      { known_by: 'postcode district' },
      { known_by: 'none' },
    )
    expect(rows.keptDespite.map((each) => each.rows)).toEqual([1, 1, 2])
  })

  it('finds a closing replaced by a centre that joined within a year and 2 km', () => {
    const left = { last_listed: '2017-01-19', first_absent: '2017-11-09' }
    const { changes } = amenity(left, { urn: '2', first_listed: '2017-11-09' })
    expect(changes.find(({ kind }) => kind === 'closed')?.replacedBy).toBe(1)
  })

  it('refuses to be made without lists', () => {
    expect(() => childrensCentreAmenity([centre()], [], CHILDRENS_CENTRES)).toThrow('lists of children’s centres')
  })
})
