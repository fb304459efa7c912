import { describe, expect, it } from 'vitest'
import { units } from '../../src/index.js'
import { measureVoluntaryProvision } from '../../src/indicators/voluntaryProvision.js'
import { frozen } from '../support/frozen.js'

const place = frozen({ kind: 'council', code: 'E06000018', name: 'Nottingham', vintage: 'LAD2023' } as const)
const at = frozen({ place, year: '2012-13' } as const)
const amounts = (voluntary: number | null, total_expenditure: number | null) =>
  frozen({ voluntary, private: 1, public: 1, own: 1, other_public: 0, total_expenditure })

describe('services through voluntary providers', () => {
  it('are the amount returned and its share in per cent', () => {
    const { amount, share } = measureVoluntaryProvision(amounts(50, 200), 'amount', at)
    expect(amount).toEqual({
      value: 50,
      unit: units.pounds(),
      period: '2012-13',
      place,
      owner: 'council',
      status: 'observed',
      basis: 'outturn',
      comparable: true,
      notes: [],
      source: ['voluntary-provision'],
    })
    expect(share).toMatchObject({
      value: 25,
      status: 'observed',
      unit: units.perCent('children’s services expenditure'),
    })
  })

  it('tell a returned 0 from no return', () => {
    expect(measureVoluntaryProvision(amounts(0, 200), 'reported_zero', at)).toMatchObject({
      amount: { value: 0, status: 'observed', notes: ['reported-zero'] },
      share: { value: 0, notes: ['reported-zero'] },
    })
    for (const none of [amounts(null, 200), undefined])
      expect(measureVoluntaryProvision(none, 'none', at)).toMatchObject({
        amount: { value: null, status: 'missing', notes: ['not-returned'] },
        share: { value: null, status: 'missing', notes: ['not-returned'] },
      })
  })

  it('have no share of a whole that is missing or not positive', () => {
    for (const total of [null, 0, -1])
      expect(measureVoluntaryProvision(amounts(50, total), 'amount', at)).toMatchObject({
        amount: { value: 50 },
        share: { value: null, status: 'missing', notes: [] },
      })
  })
})
