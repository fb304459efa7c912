import { describe, expect, it } from 'vitest'
import { matchLibraries } from '../../../src/build/libraries/matching.js'
import type { PlacedRow } from '../../../src/build/libraries/editions.js'
import { placedRow } from '../../support/placedRow.js'

const matched = (...rows: PlacedRow[]) =>
  matchLibraries(rows).map(({ rows: of }) => of.map(({ row, method }) => `${row.edition} ${method}`))
const year = (date: string) => ({ date: `${date}-01-01`, precision: 'year' }) as const

describe('matchLibraries', () => {
  it('takes rows of one name and postcode as one library', () => {
    expect(
      matched(
        placedRow({ edition: '2016', name: 'Aspley', postcode: 'NG8 5DD' }),
        placedRow({ edition: '2023', name: 'Aspley Library', postcode: 'NG8 5DD' }),
      ),
    ).toEqual([['2023 first', '2016 name and postcode']])
  })

  it('keeps the replaced building and the new one of the same name apart, each with its own rows', () => {
    const old = {
      name: 'Hyson Green',
      state: 'closed',
      closing: { kind: 'replaced', day: year('2015') },
      years: [{ year: 2010, state: 'open', operator: null, statutory: true }],
    } as const
    const fresh = {
      name: 'Hyson Green Library',
      postcode: 'NG7 5HY',
      opened: year('2015'),
      years: [{ year: 2010, state: 'not known', operator: null, statutory: false }],
    } as const
    expect(
      matched(
        placedRow({ edition: '2016', ...old }),
        placedRow({ edition: '2016', ...fresh }),
        placedRow({ edition: '2023', name: 'Hyson Green Library', postcode: 'NG7 5HY' }),
      ),
    ).toEqual([['2023 first', '2016 name and postcode'], ['2016 first']])
  })

  it('keeps three mobiles of one edition three', () => {
    const mobiles = [1, 2, 3].map((depot) =>
      placedRow({ edition: '2023', name: 'mobile', type: 'mobile', postcode: `NE${depot} 1AA` }),
    )
    expect(matched(...mobiles)).toEqual([['2023 first'], ['2023 first'], ['2023 first']])
  })

  it('joins two rows of one edition only when they print the same library twice, and says so', () => {
    const twice = { edition: '2023', name: 'Filey Library', postcode: 'YO14 9AA', type: 'static' } as const
    expect(matched(placedRow(twice), placedRow(twice))).toEqual([['2023 first', '2023 duplicate']])
    expect(matched(placedRow(twice), placedRow({ ...twice, type: 'archive' }))).toEqual([
      ['2023 first'],
      ['2023 first'],
    ])
  })

  it('matches a renamed library by a postcode at which each edition has no other', () => {
    const before = placedRow({ edition: '2016', name: 'Dudley', postcode: 'NE23 7HS' })
    const after = placedRow({ edition: '2023', name: 'John Willie Sams Centre Library', postcode: 'NE23 7HS' })
    expect(matched(before, after)).toEqual([['2023 first', '2016 postcode']])
    expect(matched(before, after, placedRow({ edition: '2023', name: 'Local Studies', postcode: 'NE23 7HS' }))).toEqual(
      [['2023 first'], ['2023 first'], ['2016 first']],
    )
  })

  it('does not match what two libraries fit alike', () => {
    expect(
      matched(
        placedRow({ edition: '2016', name: 'Central' }),
        placedRow({ edition: '2023', name: 'Central Library', postcode: 'NG1 1AA' }),
        placedRow({ edition: '2023', name: 'Central', postcode: 'NG2 1AA' }),
      ),
    ).toEqual([['2023 first'], ['2023 first'], ['2016 first']])
  })

  it('takes a closed row of the register as a former entry of the library that goes on', () => {
    const there = {
      name: 'Sidcup Library',
      years: [{ year: 2010, state: 'open', operator: null, statutory: true }],
    } as const
    const rows = [
      placedRow({ edition: '2016', postcode: 'DA14 4AQ', ...there }),
      placedRow({ edition: '2023', postcode: 'DA14 6DS', ...there }),
      placedRow({ edition: '2025', name: 'Sidcup Library', postcode: 'DA14 6DS' }),
      placedRow({
        edition: '2025',
        name: 'Sidcup Library',
        postcode: 'DA14 4AQ',
        state: 'closed',
        closing: { kind: 'closed', day: year('2022') },
      }),
    ]
    expect(matched(...rows)).toEqual([['2023 first', '2016 name', '2025 name and postcode', '2025 former entry']])
  })
})
