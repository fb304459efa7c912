import { describe, expect, it } from 'vitest'
import { units } from '../../src/index.js'
import { DEPRIVATION } from '../../src/indicators/deprivation.js'
import { PANEL_TERMS } from '../../src/indicators/panelRequest.js'

describe('the indicators of deprivation', () => {
  it('are a share, a score and two ranks', () => {
    expect(DEPRIVATION.map(({ id, unitIn }) => [id, unitIn(PANEL_TERMS)])).toEqual([
      ['deprivation/income-share', units.perCent('residents')],
      ['deprivation/imd-score', units.score('IMD score')],
      ['deprivation/imd-rank', units.rank('rank, 1 the most deprived ward')],
      ['deprivation/income-rank', units.rank('rank, 1 the most deprived ward')],
    ])
  })
})
