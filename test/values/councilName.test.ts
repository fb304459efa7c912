import { describe, expect, it } from 'vitest'
import { councilNameCore } from '../../src/geography/index.js'

describe('the core of a council’s name', () => {
  it.each([
    ['  Nottingham  City Council', 'nottingham'],
    ['The Royal Borough of Kensington & Chelsea', 'kensington and chelsea'],
    ['KINGSTON UPON HULL, CITY OF', 'kingston upon hull'],
    ['St. Helens MBC', 'st helens'],
    ["King's Lynn", 'kings lynn'],
    ['Südwark-on-Sea', 'sudwark on sea'],
    ['Newcastle-upon-Tyne', 'newcastle upon tyne'],
    ['Bury 2', 'bury'],
    ['City of London', 'city of london'],
    ['Bury Metropolitan Borough North', 'bury north'],
    ['London', 'london'],
    ['County Council', 'county council'],
  ])('of %j is %j', (name, core) => {
    expect(councilNameCore(name)).toBe(core)
  })

  it('is refused of what is no text', () => {
    expect(() => councilNameCore(3 as unknown as string)).toThrow('name of a council')
  })
})
