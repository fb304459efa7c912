import { describe, expect, it } from 'vitest'
import { readOpeningIntervals, readWeeklyHours } from '../../src/tables/index.js'

describe('readWeeklyHours', () => {
  it.each([
    ['40', 40],
    ['42.5 ', 42.5],
    ['49:30:00', 49.5],
    ['54h30m', 54.5],
    ['71hrs 20m', 71 + 20 / 60],
    ['35 hours per week', 35],
    ['0', 0],
    ['168', 168],
    ['49:30', 49.5],
    ['7h', 7],
    ['7 hours 15 minutes', 7.25],
    [' 12 PER WEEK', 12],
  ])('%j is %f', (text, hours) => {
    expect(readWeeklyHours(text)).toEqual({ kind: 'value', value: hours })
  })

  it.each([
    '48in the Summer, 34 in the winter',
    'CLOSED 2011',
    '23 + 8 opened by partners',
    '40-47.5*',
    '564:00:00',
    '209hrs',
    '(57)',
    '12:75',
    '168.5',
    '12:30:30',
    'per week',
  ])('%s cannot be read as hours a week', (text) => {
    expect(readWeeklyHours(text)).toEqual({ kind: 'unreadable' })
  })

  it('is missing where nothing is given', () => {
    expect(readWeeklyHours('')).toEqual({ kind: 'missing', meaning: 'empty' })
  })
})

describe('readOpeningIntervals', () => {
  it.each([
    ['09:00-18:00', 9],
    ['10:00-13:00,14:00-17:30', 6.5],
    ['00:00-00:00', 0],
    ['10:00-00:00', 14],
    ['10:00-24:00', 14],
    ['09:15 - 09:30', 0.25],
    [' 9:00-10:00 ; 11:00-12:30 ', 2.5],
    ['09:00-09:00', 0],
  ])('%s is %f hours', (text, hours) => {
    expect(readOpeningIntervals(text)).toEqual({ kind: 'value', value: hours })
  })

  it.each(['07:00-02:00', '10:01-10:00', '10:00-24:01', '00:00', '09:00-18:00,closed', '09:00-25:00'])(
    '%s cannot be read',
    (text) => {
      expect(readOpeningIntervals(text)).toEqual({ kind: 'unreadable' })
    },
  )
})

describe('opening intervals', () => {
  it('are missing where a marker stands', () => {
    expect(readOpeningIntervals('-')).toEqual({ kind: 'missing', meaning: 'not relevant' })
  })
})
