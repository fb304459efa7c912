import { describe, expect, it } from 'vitest'
import { readWardCodeList } from '../../../src/sources/index.js'
import { textFile } from '../../support/sources.js'

const columns = { code: 'WDCD', name: 'WDNM', districtCode: 'LADCD', districtName: 'LADNM', more: ['RGNCD'] }
const read = (...rows: string[]) =>
  readWardCodeList(textFile('wards.csv', `WDCD,WDNM,LADCD,LADNM,RGNCD\n${rows.join('\n')}\n`), columns)

describe('readWardCodeList', () => {
  it('keeps each ward of England once, with what else is asked for', () => {
    const { wards, counts } = read(
      'E05000001,Aspley,E06000018,Nottingham,E12000004',
      'E05000001,Aspley,E06000018,Nottingham,E12000004',
      'W05000001,Aethwy,W06000001,Anglesey,',
    )
    expect([...wards.values()]).toEqual([
      {
        ward_code: 'E05000001',
        ward_name: 'Aspley',
        district_code: 'E06000018',
        district_name: 'Nottingham',
        more: { RGNCD: 'E12000004' },
      },
    ])
    expect(counts).toEqual({
      rowsIn: 3,
      rowsOut: 1,
      setAside: [
        { reason: 'the same ward again', rows: 1 },
        { reason: 'no ward of England', rows: 1 },
      ],
    })
  })

  it('joins the parts of a ward that lay in two districts, and says so', () => {
    const { wards, quality } = read(
      'E05014284,Hunmanby & Sherburn (part Ryedale),E07000167,Ryedale,',
      'E05014284,Hunmanby & Sherburn (part Scarborough),E07000168,Scarborough,',
    )
    expect([...wards.values()].map(({ ward_name }) => ward_name)).toEqual(['Hunmanby & Sherburn'])
    expect(quality.map(({ rule, value }) => [rule, value])).toEqual([
      ['ward-in-parts', 'E05014284 Hunmanby & Sherburn (part Scarborough)'],
    ])
  })

  it('refuses a ward of two names', () => {
    expect(() => read('E05000001,Aspley,E06000018,Nottingham,', 'E05000001,Basford,E06000018,Nottingham,')).toThrow(
      "E05000001 is 'Aspley' in row 2 and 'Basford' in row 3",
    )
  })
})
