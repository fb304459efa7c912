import { beforeAll, describe, expect, it } from 'vitest'
import { buildCentres } from '../../../src/derive/childrensCentres/childrensCentres.js'
import { type CouncilRegister, councilRegister } from '../../../src/geography/index.js'
import type { ListedCentre } from '../../../src/sources/index.js'
import { rowsOfTable } from '../../support/data.js'

let register: CouncilRegister
beforeAll(async () => {
  const [councils, aliases, successions] = await Promise.all([
    rowsOfTable('councils', 'councils'),
    rowsOfTable('councils', 'aliases'),
    rowsOfTable('councils', 'successions'),
  ])
  register = councilRegister({ councils, aliases, successions })
})

const centre = (change: Partial<ListedCentre> = {}): ListedCentre => ({
  urn: '1',
  name: 'South Petteril Bank',
  council: 'Cumberland',
  dfeNumber: '942',
  type: 'centre',
  opened: null,
  firstPostcode: null,
  postcode: null,
  firstListed: '2016-08-04',
  lastListed: '2026-08-19',
  firstAbsent: null,
  listsMissed: 0,
  ...change,
})
const inFirst = { urn: '1', name: '', council: 'Cumbria', dfeNumber: '909', opened: null, postcode: null } as const
const nowhere = {
  postcode: null,
  longitude: null,
  latitude: null,
  known_by: 'none',
  within_m: null,
  ward_code: null,
  possible_wards: null,
} as const
const build = (union: ListedCentre[]) =>
  buildCentres({ file: 'u.csv', union, first: [{ ...inFirst, type: 'linked site' }] }, register, () => nowhere)

describe('buildCentres', () => {
  it('gives a centre the council of its last list, and that of its first, each as of the day', () => {
    // Cumbria passed into Cumberland and Westmorland and Furness on 1 April 2023.
    expect(build([centre()]).centres).toMatchObject([
      { e_code: 'E0901', gss_code: 'E06000063', council: 'Cumberland', first_e_code: 'E0920' },
    ])
  })

  it('takes a centre that left before its council ended for one of that council', () => {
    const gone = centre({ urn: '2', council: 'Buckinghamshire', lastListed: '2019-10-18', firstAbsent: '2019-11-01' })
    expect(build([gone]).centres[0]).toMatchObject({ e_code: 'E0421', first_e_code: 'E0421' })
    expect(build([{ ...gone, lastListed: '2020-10-18' }]).centres[0]).toMatchObject({ e_code: 'E0402' })
  })

  it('keeps the type of the last list, that of the first beside it, and notes the change', () => {
    const { centres, quality } = build([centre()])
    expect(centres[0]).toMatchObject({ type: 'centre', type_2016: 'linked site' })
    expect(quality.map(({ rule, count }) => [rule, count])).toEqual([
      ['type-changed', 1],
      ['no-place', 1],
    ])
  })

  it('sorts by the number of the centre', () => {
    const urns = build(['100', '20'].map((urn) => centre({ urn, council: 'Nottingham' }))).centres.map(({ urn }) => urn)
    expect(urns).toEqual(['20', '100'])
  })
})
