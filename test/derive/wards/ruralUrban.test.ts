import { expect, it } from 'vitest'
import { classesOfNewWards } from '../../../src/derive/wards/ruralUrban.js'

const village = { rural_urban_code: 'E1', rural_urban: 'Rural village' }
const town = { rural_urban_code: 'C1', rural_urban: 'Urban city and town' }
const published = new Map([
  ['old village', village],
  ['other village', village],
  ['old town', town],
  ['kept', town],
])
const ward2011Of = new Map([
  ['a', 'old village'],
  ['b', 'other village'],
  ['c', 'old town'],
  ['d', 'never heard of'],
])
const bridge = ['a', 'b', 'c', 'd'].map((code) => ({ from: code, to: code, change: 'U' as const }))
const placed = (ward_code: string, ...lsoas: string[]) =>
  lsoas.map((lsoa_code) => ({ lsoa_code, ward_code, centre: { longitude: 0, latitude: 0 }, metres: 0 }))

it.each([
  ['the class that the wards of 2011 of all its LSOAs have', placed('new', 'a', 'b'), village],
  ['no class when these have several', placed('new', 'a', 'c'), undefined],
  ['no class when that of one is not known', placed('new', 'a', 'd'), undefined],
  ['no class when one of its LSOAs has no predecessor', placed('new', 'a', 'e'), undefined],
])('a ward of a new code has %s', (_, lsoas, expected) => {
  expect(classesOfNewWards(lsoas, { published, ward2011Of, bridge }).get('new')).toEqual(expected)
})

it('a ward whose class is published keeps it', () => {
  expect(classesOfNewWards(placed('kept', 'a'), { published, ward2011Of, bridge }).size).toBe(0)
})
