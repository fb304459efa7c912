import { describe, expect, it } from 'vitest'
import { financialYear } from '../../src/model/period.js'
import { BUDGET_LINES, OUTTURN_LINES } from '../../src/model/spending.js'
import { isInForm } from '../../src/sources/councilReturns/form.js'
import { isCollected } from '../../src/tables/collected.js'

const YEARS = Array.from({ length: 17 }, (_, i) => financialYear(2007 + i))

describe('the years of a line', () => {
  it('are, by what the tables cover, those in which the form of its return has it', () => {
    for (const line of OUTTURN_LINES)
      expect(
        YEARS.filter((year) => isCollected('outturn', line, year)),
        line,
      ).toEqual(YEARS.filter((year) => isInForm('outturn', line, year)))
    for (const line of BUDGET_LINES)
      expect(
        YEARS.filter((year) => isCollected('budget', line, year)),
        line,
      ).toEqual(YEARS.filter((year) => isInForm('budget', line, year)))
  })

  it('are refused where the year is none', () => {
    expect(() => isCollected('outturn', 'court', '2007' as '2007-08')).toThrow('2007')
  })
})
