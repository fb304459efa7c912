import { describe, expect, it } from 'vitest'
import { comparableWardName } from '../../src/geography/index.js'
import { sameWardName, wardNameCore } from '../../src/values/wardName.js'

describe('names of wards', () => {
  it.each([
    ['Aspley Ward', 'Aspley'],
    ['ASPLEY WARD', 'aspley'],
    ['Clifton North ward', 'Clifton North'],
    ["St. Ann's", 'St Anns'],
    ['Radford & Park', 'radford and park'],
    ['Stoke, St. Peter', 'Stoke St Peter'],
    ['Hope/Anchor', 'Hope Anchor'],
    ['Newcastle-under-Lyme Town', 'Newcastle under Lyme Town'],
  ])('%s and %s are alike', (a, b) => {
    expect(comparableWardName(a)).toBe(comparableWardName(b))
  })

  it('hold what stands in brackets, and are alike without it where only one has it', () => {
    expect(sameWardName('Appleby (Bongate)', 'Appleby (Appleby)')).toBe(false)
    expect(sameWardName('Appleby (Bongate)', 'appleby bongate')).toBe(true)
    expect(sameWardName('Aspley (Nottingham)', 'Aspley')).toBe(true)
    expect(sameWardName('Aspley', 'Aspley Ward (Nottingham)')).toBe(true)
    expect(wardNameCore('Aspley Ward (Nottingham)')).toBe('aspley')
  })

  it('keep the word ward where it is not the end of one', () => {
    expect([comparableWardName('Ward'), comparableWardName('Swinton & Wardley')]).toEqual([
      'ward',
      'swinton and wardley',
    ])
  })
})
