import { beforeAll, expect, it } from 'vitest'
import { SECTION_251_SOURCES } from '../../../src/derive/voluntaryProvision/sources.js'
import type { FinancialYear } from '../../../src/index.js'
import { type Section251Return, readSection251Outturn } from '../../../src/sources/index.js'
import { decodeText } from '../../../src/values/text.js'
import { describeOnSources, sourceFile } from '../../support/sources.js'

/* Faults met in the Section 251 outturn, each shown on the official file that has it. */

describeOnSources('faults of the Section 251 files (11)', () => {
  let returns: Map<FinancialYear, Section251Return>
  beforeAll(async () => {
    returns = new Map(
      await Promise.all(
        SECTION_251_SOURCES.map(
          async ({ card, year }) => [year, readSection251Outturn(await sourceFile(card.file), { year })] as const,
        ),
      ),
    )
  })

  const returnOf = (year: FinancialYear): Section251Return => {
    const found = returns.get(year)
    if (found === undefined) throw new Error(`no return of ${year}`)
    return found
  }
  const numbers = (year: FinancialYear, kind: string): string[] =>
    returnOf(year)
      .lines.filter((line) => line.kind === kind)
      .map(({ number }) => number)
  const years = SECTION_251_SOURCES.map(({ year }) => year)
  const notes = (year: FinancialYear, rule: string) => returnOf(year).quality.filter((entry) => entry.rule === rule)

  it('line numbers and names change every year: subtotals are found in each', () => {
    expect(years.map((year) => numbers(year, 'subtotal'))).toEqual([
      ['4', '14', '19', '28', '33', '37', '43'],
      ['4', '17', '22', '31', '35', '40'],
      ['4', '8', '19', '23', '30', '34', '38', '47'],
      ['3', '12', '16', '23', '27', '34'],
      ['4', '15', '20', '26', '29'],
      ['5', '16', '21', '27', '30'],
    ])
    expect(years.map((year) => numbers(year, 'total'))).toEqual([['46'], ['44'], ['50'], ['38'], ['33'], ['33']])
    expect(years.map((year) => numbers(year, 'memorandum'))).toEqual([
      [],
      [],
      ['51', '52'],
      ['39', '40', '41'],
      ['34', '35'],
      ['35', '36'],
    ])
  })

  it('every subtotal by name is one by its sums; line 47 of 2010-11, named “Unknown”, is one by its sums alone', () => {
    const knownBy = years.flatMap((year) =>
      returnOf(year)
        .lines.filter(({ kind }) => kind === 'subtotal')
        .map((line) => ({ year, ...line })),
    )
    expect(knownBy.filter((line) => line.knownBy !== 'name and sums')).toEqual([
      { year: '2010-11', number: '47', label: 'Unknown', kind: 'subtotal', knownBy: 'sums' },
    ])
    expect(notes('2010-11', 'subtotal-without-name')).toMatchObject([{ column: 'line 47', value: 'Unknown' }])
  })

  it('details sum to the total of the return in every council and year, and providers to every detail', () => {
    expect(
      years.flatMap((year) => [
        ...notes(year, 'details-do-not-sum-to-total'),
        ...notes(year, 'providers-do-not-sum-to-line'),
        ...notes(year, 'subtotal-does-not-sum'),
      ]),
    ).toEqual([])
  })

  it('line 47 of 2010-11 is not counted: Nottingham’s voluntary provision is 685,475 pounds, not 1,027,044', () => {
    const voluntary =
      returnOf('2010-11')
        .councils.find(({ dfeNumber }) => dfeNumber === '892')
        ?.details.reduce((sum, cells) => sum + (cells.voluntary ?? 0), 0) ?? 0
    expect([Math.round(voluntary), Math.round(voluntary + 341569.12)]).toEqual([685475, 1027044])
  })

  it(
    '“NULL” and an empty cell are missing, not 0: youth justice 2011-12 in every council, every voluntary cell ' +
      'of Newham 2009-10',
    () => {
      const { lines, councils } = returnOf('2011-12')
      const youthJustice = lines
        .filter(({ kind }) => kind === 'detail')
        .findIndex(({ label }) => label === 'Youth Justice')
      expect(new Set(councils.map(({ details }) => details[youthJustice]?.voluntary))).toEqual(new Set([null]))
      expect(
        returnOf('2009-10')
          .councils.find(({ dfeNumber }) => dfeNumber === '316')
          ?.details.every(({ voluntary }) => voluntary === null),
      ).toBe(true)
      expect(notes('2009-10', 'missing-empty')).toMatchObject([{ value: 'Newham', row: 1234, count: 35 }])
    },
  )

  it('utf-8 and Windows-1252, line breaks within rows, tabs and doubled numbers in labels are read', async () => {
    expect(
      await Promise.all(
        SECTION_251_SOURCES.map(async ({ card }) => decodeText((await sourceFile(card.file)).bytes).encoding),
      ),
    ).toEqual(['utf-8', 'utf-8', 'windows-1252', 'windows-1252', 'windows-1252', 'windows-1252'])
    expect(returnOf('2012-13').lines[1]?.label).toContain('Sure Start Children’s Centres')
    expect(
      returnOf('2012-13')
        .lines.slice(18, 20)
        .map(({ label }) => label),
    ).toEqual(['Local safeguarding childrens board', 'Total Safeguarding Children and Young Peoples Services'])
    expect(returnOf('2013-14').lines[10]?.label).toBe('Short breaks (respite) for looked after disabled children')
  })

  it(
    'amounts in a total that the form leaves without them (Darlington 2010-11) are noted and not used; a ' +
      'negative one (Trafford 2012-13) is kept',
    () => {
      expect(
        notes('2010-11', 'amount-where-the-form-has-none').map(({ row, column, value }) => [row, column, value]),
      ).toEqual([
        [4990, 'voluntary', '31978550.92'],
        [4990, 'otherPublic', '31978550.92'],
      ])
      expect(notes('2012-13', 'negative-amount')).toMatchObject([{ row: 1875, column: 'voluntary', value: '-28695' }])
    },
  )

  it('loses no row', () => {
    const counts = years.map((year) => returnOf(year).counts)
    expect(counts.map(({ rowsIn }) => rowsIn)).toEqual([7050, 6688, 7904, 6232, 5320, 5472])
    for (const { rowsIn, rowsOut, setAside } of counts)
      expect(rowsIn).toBe(rowsOut + setAside.reduce((sum, { rows }) => sum + rows, 0))
  })
})
