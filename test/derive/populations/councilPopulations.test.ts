import { describe, expect, it } from 'vitest'
import { SERIES, buildPopulations } from '../../../src/derive/populations/councilPopulations.js'
import { councilRegister } from '../../../src/geography/index.js'

const register = councilRegister({
  councils: [
    {
      e_code: 'E3001',
      gss_code: 'E06000018',
      name: 'Nottingham',
      class: 'UA',
      region: 'East Midlands',
      county_e_code: null,
      start_date: null,
      end_date: null,
    },
  ],
  aliases: [{ alias: 'E06000018', kind: 'gss_code', e_code: 'E3001' }],
  successions: [],
})
const estimate = (year: number, people: number, series: (typeof SERIES)[keyof typeof SERIES]) => ({
  year,
  people: new Map([['E06000018', people]]),
  series,
})
const rowsOf = (...estimates: ReturnType<typeof estimate>[]) =>
  buildPopulations(estimates, register)
    .filter((row) => row['e_code'] === 'E3001')
    .map((row) => [row['year'], row['population'], row['status'], row['superseded']])

describe('populations of councils', () => {
  it('are interpolated between two estimates of one series, and superseded after 2011', () => {
    expect(rowsOf(estimate(2013, 310837, SERIES.before), estimate(2016, 324779, SERIES.before))).toEqual([
      [2013, 310837, 'observed', true],
      [2014, 315484, 'modelled', true],
      [2015, 320132, 'modelled', true],
      [2016, 324779, 'observed', true],
    ])
    expect(rowsOf(estimate(2010, 299753, SERIES.before), estimate(2011, 303899, SERIES.before))).toEqual([
      [2010, 299753, 'observed', false],
      [2011, 303899, 'observed', false],
    ])
  })

  it('are never interpolated across a census, even where years are missing', () => {
    expect(rowsOf(estimate(2022, 328513, SERIES.after), estimate(2019, 332900, SERIES.before))).toEqual([
      [2019, 332900, 'observed', true],
      [2022, 328513, 'observed', false],
    ])
  })
})
