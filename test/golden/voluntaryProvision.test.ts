import { beforeAll, describe, expect, it } from 'vitest'
import type { VoluntaryProvisionRow, VoluntaryProvisionTotal } from '../../src/tables/declared/voluntaryProvision.js'
import { rowsOfTable } from '../support/data.js'

/*
 * Figures of an independent recount (the project's checks, "Section 251 voluntary provision"), tested on the committed
 * data. Voluntary provision is the sum of the detail lines; its share is in total expenditure without capital
 * expenditure from revenue.
 */

const YEARS = ['2008-09', '2009-10', '2010-11', '2011-12', '2012-13', '2013-14']
const NOTTINGHAM = 'E3001'
const PETERBOROUGH = 'E0501'

let rows: readonly VoluntaryProvisionRow[]
let totals: readonly VoluntaryProvisionTotal[]
beforeAll(async () => {
  rows = await rowsOfTable('voluntary-provision', 'provision')
  totals = await rowsOfTable('voluntary-provision', 'totals')
})

const of = (council: string): VoluntaryProvisionRow[] =>
  YEARS.flatMap((year) => rows.find((row) => row.e_code === council && row.financial_year === year) ?? [])
const share = ({
  voluntary,
  total_expenditure,
}: Pick<VoluntaryProvisionRow, 'voluntary' | 'total_expenditure'>): string =>
  ((100 * (voluntary ?? Number.NaN)) / (total_expenditure ?? Number.NaN)).toFixed(2)

describe('voluntary provision', () => {
  it('in Nottingham falls from 1.56 million pounds to a printed 0', () => {
    expect(of(NOTTINGHAM).map(({ voluntary }) => voluntary)).toEqual([1558274, 1160414, 685474.8, 163402, 0, 0])
    expect(of(NOTTINGHAM).map(({ voluntary_return }) => voluntary_return)).toEqual([
      'amount',
      'amount',
      'amount',
      'amount',
      'reported_zero',
      'reported_zero',
    ])
  })

  it('is 3.02, 2.16, 0.91, 0.23, 0 and 0 per cent of expenditure in Nottingham', () => {
    // The recount says 0.92 and 0.24 for the third and fourth: 685,474.80 of 74,940,364.90 is 0.915 and 163,402 of
    // 69,611,967 is 0.235, below the half.
    expect(of(NOTTINGHAM).map(share)).toEqual(['3.02', '2.16', '0.91', '0.23', '0.00', '0.00'])
  })

  it('is 0.92 per cent of expenditure in Peterborough in 2008-09 and 0.42 in 2013-14', () => {
    expect([of(PETERBOROUGH)[0], of(PETERBOROUGH)[5]].map((row) => row && share(row))).toEqual(['0.92', '0.42'])
  })

  it('is 4.07, 3.59, 4.26, 3.93, 4.93 and 4.72 per cent of expenditure in England', () => {
    expect(totals.map(share)).toEqual(['4.07', '3.59', '4.26', '3.93', '4.93', '4.72'])
  })

  it('is a printed 0 in 20 to 27 of 152 councils from 2010-11 on, and in 32 of 150 and 30 of 152 before', () => {
    expect(totals.map(({ councils_reported_zero }) => councils_reported_zero)).toEqual([32, 30, 25, 27, 20, 22])
    expect(totals.map((row) => row.councils_amount + row.councils_reported_zero + row.councils_none)).toEqual([
      150, 152, 152, 152, 152, 152,
    ])
  })

  it('is missing, not 0, in the two councils that returned no figure in 2009-10', () => {
    expect(
      rows
        .filter(({ voluntary_return }) => voluntary_return === 'none')
        .map(({ name, financial_year, voluntary, total_expenditure }) => [
          name,
          financial_year,
          voluntary,
          total_expenditure,
        ]),
    ).toEqual([
      ['Stockton-on-Tees', '2009-10', null, null],
      ['Newham', '2009-10', null, 65567860.42],
    ])
  })

  it(
    'and the other providers sum to total expenditure to 2010-11; from 2011-12 on they leave youth ' + 'justice out',
    () => {
      const without = totals.map((row) =>
        Math.abs(
          Math.round(
            ((row.total_expenditure ?? 0) - (row.voluntary ?? 0) - (row.private ?? 0) - (row.public ?? 0)) / 1e4,
          ) / 100,
        ),
      )
      // Million pounds; what is left from 2011-12 on is youth justice.
      expect(without).toEqual([0, 0, 0, 338.8, 321.2, 328.75])
    },
  )

  it('breaks in 2010-11, when the return widens', async () => {
    expect(await rowsOfTable('voluntary-provision', 'breaks')).toMatchObject([
      { basis: 'section-251', line: 'voluntary', from: '2010-11' },
    ])
  })
})
