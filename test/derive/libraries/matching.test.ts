import { describe, expect, it } from 'vitest'
import { matchLibraries } from '../../../src/derive/libraries/matching.js'
import type { PlacedRow } from '../../../src/derive/libraries/editions.js'
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

  it('goes by equal name and postcode before equal state: Holbeach, moved in 2018, is one library', () => {
    const there = [{ year: 2010, state: 'open', operator: null, statutory: true }] as const
    const rows = [
      placedRow({
        edition: '2023',
        name: 'Holbeach',
        postcode: 'PE12 7LL',
        state: 'closed',
        closing: { kind: 'closed', day: year('2018') },
        years: there,
      }),
      placedRow({
        edition: '2023',
        name: 'Holbeach Community Hub Library',
        postcode: 'PE12 7AD',
        opened: year('2018'),
        years: [{ year: 2010, state: 'not open yet', operator: null, statutory: null }],
      }),
      placedRow({ edition: '2016', name: 'Holbeach', postcode: 'PE12 7LL', years: there }),
    ]
    expect(matched(...rows)).toEqual([['2023 first', '2023 former address', '2016 moved']])
  })

  it('takes a library that an early list has open and a later one closed at its address as one that closed', () => {
    const rows = [
      placedRow({ edition: '2016', name: 'Walcot Library', postcode: 'SN3 3BL' }),
      placedRow({
        edition: '2023',
        name: 'Walcot Library',
        postcode: 'SN3 3BL',
        state: 'closed',
        closing: { kind: 'closed', day: year('2017') },
      }),
    ]
    expect(matched(...rows)).toEqual([['2023 first', '2016 name and postcode, other state']])
  })

  it('takes two open rows of one core name and postcode in one list as one library', () => {
    const rows = [
      placedRow({ edition: '2016', name: 'Chatteris Library', postcode: 'PE16 6DY' }),
      placedRow({ edition: '2016', name: 'Chatteris Community Hub', postcode: 'PE16 6DY' }),
      placedRow({ edition: '2023', name: 'Chatteris Library', postcode: 'PE16 6DY' }),
    ]
    expect(matched(...rows)).toEqual([['2023 first', '2016 name and postcode', '2016 second entry']])
  })

  it('keeps a shelf of books apart from the library of its name', () => {
    const rows = [
      placedRow({ edition: '2016', name: 'Highfield neighbourhood collection', postcode: 'BL4 0RN' }),
      placedRow({ edition: '2023', name: 'Highfield', postcode: 'BL4 0RN', state: 'closed' }),
    ]
    expect(matched(...rows)).toEqual([['2023 first'], ['2016 first']])
  })

  it('does not take a library that opened six years after the old one closed as one that moved', () => {
    const rows = [
      placedRow({
        edition: '2016',
        name: 'Great Sankey',
        postcode: 'WA5 1JH',
        state: 'closed',
        closing: { kind: 'closed', day: year('2011') },
      }),
      placedRow({ edition: '2023', name: 'Great Sankey Library', postcode: 'WA5 3AA', opened: year('2017') }),
    ]
    expect(matched(...rows)).toEqual([['2023 first'], ['2016 first']])
  })
})
