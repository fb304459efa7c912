import { describe, expect, it } from 'vitest'
import { buildProvision } from '../../../src/derive/voluntaryProvision/provision.js'
import { councilRegister } from '../../../src/geography/index.js'
import type { ProvisionCells, Section251Council } from '../../../src/sources/index.js'

const council = {
  gss_code: 'E06000018',
  class: 'UA',
  region: 'East Midlands',
  county_e_code: null,
  start_date: null,
  end_date: null,
} as const
const register = councilRegister({
  councils: [
    { ...council, e_code: 'E3001', name: 'Nottingham' },
    { ...council, e_code: 'E0501', name: 'Peterborough' },
  ],
  aliases: [],
  successions: [],
})
const cells = (voluntary: number | null, total = 10): ProvisionCells => ({
  voluntary,
  private: 0,
  own: total - (voluntary ?? 0),
  otherPublic: 0,
  public: null,
  total,
})
const printed = (name: string, details: readonly ProvisionCells[], total: number | null): Section251Council => ({
  dfeNumber: name === 'Nottingham' ? '892' : '874',
  name,
  row: 2,
  details,
  total,
})
const build = (...councils: Section251Council[]) =>
  buildProvision(
    [
      {
        file: 'outturn.csv',
        read: { year: '2010-11', lines: [], councils, quality: [], counts: { rowsIn: 0, rowsOut: 0, setAside: [] } },
      },
    ],
    register,
  )

describe('buildProvision', () => {
  const returned = (...voluntary: (number | null)[]) =>
    build(
      printed(
        'Peterborough',
        voluntary.map(() => cells(1)),
        20,
      ),
      printed(
        'Nottingham',
        voluntary.map((each) => cells(each)),
        20,
      ),
    ).provision.at(-1)

  it('tells a printed 0 in every line from no figure, and a 0 among empty cells is none', () => {
    expect(returned(0, 0)).toMatchObject({ voluntary_return: 'reported_zero', voluntary: 0 })
    expect(returned(null, null)).toMatchObject({ voluntary_return: 'none', voluntary: null, total_expenditure: 20 })
    expect(returned(0, null)).toMatchObject({ voluntary_return: 'none', voluntary: null })
    expect(returned(5, null)).toMatchObject({ voluntary_return: 'amount', voluntary: 5 })
  })

  it('takes a return of 0 throughout for none', () => {
    const { provision, totals, quality } = build(
      printed('Peterborough', [cells(1)], 10),
      printed('Nottingham', [{ ...cells(0, 0) }], 0),
    )
    expect(provision.at(-1)).toMatchObject({
      name: 'Nottingham',
      voluntary_return: 'none',
      voluntary: null,
      own: null,
      total_expenditure: null,
    })
    expect(totals).toMatchObject([
      {
        councils_amount: 1,
        councils_reported_zero: 0,
        councils_none: 1,
        voluntary: 1,
        total_expenditure: 10,
        total_expenditure_where_returned: 10,
      },
    ])
    expect(quality.map(({ rule }) => rule)).toEqual(['nothing-returned'])
  })

  it(
    'leaves lines without a column for voluntary provision out of the providers, and adds own and other public ' +
      'provision',
    () => {
      const youthJustice: ProvisionCells = {
        voluntary: null,
        private: null,
        own: null,
        otherPublic: null,
        public: null,
        total: 7,
      }
      expect(
        build(
          printed('Peterborough', [cells(1), youthJustice], 17),
          printed('Nottingham', [{ ...cells(2), otherPublic: 3 }, youthJustice], 17),
        ).provision.at(-1),
      ).toMatchObject({ lines: 1, voluntary: 2, own: 8, other_public: 3, public: 11, total_expenditure: 17 })
    },
  )

  it('notes a council that existed and is not in the file', () => {
    expect(build(printed('Nottingham', [cells(1)], 10)).quality).toMatchObject([
      { rule: 'council-absent', value: 'Peterborough (E0501)' },
    ])
  })
})
