import { expect, it } from 'vitest'
import { AUSTERITY_YEARS, yearsOf } from '../../src/index.js'

it(
  'the years called austerity are the ten from the emergency Budget of June 2010 to the last of the Spending ' +
    'Review of 2015',
  () => {
    expect(yearsOf(AUSTERITY_YEARS)).toEqual([
      '2010-11',
      '2011-12',
      '2012-13',
      '2013-14',
      '2014-15',
      '2015-16',
      '2016-17',
      '2017-18',
      '2018-19',
      '2019-20',
    ])
  },
)
