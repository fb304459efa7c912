import { describe, expect, it } from 'vitest'
import {
  readDistrictPlaces,
  readLsoaChanges,
  readLsoaNumbers,
  readRuralUrbanClasses,
} from '../../../src/sources/index.js'
import { textFile } from '../../support/sources.js'

const people = { code: 'code', numbers: { people: 'people' } } as const

describe('readLsoaNumbers', () => {
  it('finds its columns by name, in whatever order they stand, behind a byte order mark', () => {
    const texts = ['\ufeffcode,name,people\nE01000001,A,"1,296"\n', 'name,people,code\nA,1296,E01000001\n']
    for (const text of texts)
      expect(readLsoaNumbers(textFile('a.csv', text), people).byLsoa).toEqual(
        new Map([['E01000001', { people: 1296 }]]),
      )
  })

  it('sets rows of Wales, Scotland and Northern Ireland aside and counts them', () => {
    const { byLsoa, counts } = readLsoaNumbers(
      textFile('a.csv', 'code,people\nW01000001,1\nS01000001,1\n95ZZ06W1,1\nE01000001,1\n'),
      people,
    )
    expect([...byLsoa.keys()]).toEqual(['E01000001'])
    expect(counts).toEqual({ rowsIn: 4, rowsOut: 1, setAside: [{ reason: 'outside England', rows: 3 }] })
  })

  it.each([
    ['a code of no small area', 'code,people\nE02000001,1\n', 'bad-cell'],
    ['a missing number', 'code,people\nE01000001,\n', 'bad-cell'],
    ['a marker for a missing number', 'code,people\nE01000001,..\n', 'bad-cell'],
    ['one code twice', 'code,people\nE01000001,1\nE01000001,2\n', 'duplicate-key'],
    ['a file without the column', 'code,persons\nE01000001,1\n', 'missing-column'],
  ])('refuses %s', (_, text, code) => {
    expect(() => readLsoaNumbers(textFile('a.csv', text), people)).toThrow(expect.objectContaining({ code }) as Error)
  })
})

describe('readLsoaChanges', () => {
  const columns = { from: 'a', to: 'b', change: 'c' } as const

  it('refuses a kind of change that the Office for National Statistics does not know', () => {
    expect(() => readLsoaChanges(textFile('a.csv', 'a,b,c\nE01000001,E01000001,Z\n'), columns)).toThrow(
      "row 2, column 'c'",
    )
  })

  it('counts the pairs of Wales', () => {
    expect(readLsoaChanges(textFile('a.csv', 'a,b,c\nW01000001,W01000001,U\n'), columns).counts).toEqual({
      rowsIn: 1,
      rowsOut: 0,
      setAside: [{ reason: 'outside England', rows: 1 }],
    })
  })
})

describe('readDistrictPlaces', () => {
  const header = 'WD16CD,LAD16CD,LAD16NM,CTY16CD,CTY16NM,GOR10CD,GOR10NM'

  it('refuses a district whose rows disagree', () => {
    const text =
      `${header}\nE05000001,E07000001,Bath,,,E12000009,South ` +
      `West\nE05000002,E07000001,Bath,,,E12000008,South East\n`
    expect(() => readDistrictPlaces(textFile('a.csv', text))).toThrow('rows 2 and 3 of E07000001 disagree')
  })

  it('sets other countries aside', () => {
    expect(
      readDistrictPlaces(textFile('a.csv', `${header}\nW05000001,W06000001,Cardiff,,,,\n`)).counts.setAside,
    ).toEqual([{ reason: 'outside England', rows: 1 }])
  })
})

describe('readRuralUrbanClasses', () => {
  it('sets Wales aside', () => {
    const { classes, counts } = readRuralUrbanClasses(
      textFile(
        'a.csv',
        'ward11_code,ruc11_code,classification\nW05000001,A1,Urban conurbation\nE05000001,E1,Rural village\n',
      ),
    )
    expect([...classes.keys()]).toEqual(['E05000001'])
    expect(counts).toEqual({ rowsIn: 2, rowsOut: 1, setAside: [{ reason: 'outside England', rows: 1 }] })
  })
})
