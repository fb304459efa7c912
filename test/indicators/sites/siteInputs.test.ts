import { describe, expect, it } from 'vitest'
import { loadPanel } from '../../../src/datasets/index.js'

const places = { wards: [{ ward: 'Aspley', council: 'Nottingham' }], councils: ['Nottingham'], england: true }

describe('the built-in sites as a panel', () => {
  it('have the figures of the study of Aspley', async () => {
    const panel = await loadPanel({
      indicators: ['pools/share-2km', 'pools/sites-open', 'pools/units-near-centre', 'pools/water-near-centre'],
      places,
      periods: ['2010-03-31', '2015-03-31'],
    })
    const share = panel.value('E05001823', 'pools/share-2km', '2010-03-31')
    expect([share.value?.toFixed(1), share.status, share.source]).toEqual(['29.3', 'modelled', ['pools', 'wards']])
    expect(panel.value('E05001823', 'pools/share-2km', '2015-03-31').value?.toFixed(1)).toBe('19.3')
    expect(panel.value('E92000001', 'pools/sites-open', '2010-03-31').value).toBe(1344)
    expect(panel.value('E05001823', 'pools/units-near-centre', '2010-03-31').value).toBe(14)
    expect(panel.value('E06000018', 'pools/units-near-centre', '2010-03-31').value).toBeNull()
  })

  it('have the halls and listed centres that were counted by hand', async () => {
    const panel = await loadPanel({
      indicators: ['sports-halls/units-open', 'sports-halls/sites-open', 'childrens-centres/sites-open'],
      places,
      periods: ['2010-03-31', '2010-04-01', '2016-08-04'],
    })
    expect(panel.value('E06000018', 'sports-halls/units-open', '2010-03-31').value).toBe(15)
    expect(panel.value('E06000018', 'sports-halls/units-open', '2010-04-01').value).toBe(14)
    expect(panel.value('E92000001', 'sports-halls/units-open', '2010-04-01').value).toBe(1250)
    expect(panel.value('E92000001', 'sports-halls/sites-open', '2010-04-01').bounds).toEqual({
      lower: 1192,
      upper: 1222,
    })
    expect(panel.value('E92000001', 'childrens-centres/sites-open', '2016-08-04').value).toBe(2484)
    expect(panel.value('E06000018', 'childrens-centres/sites-open', '2016-08-04').value).toBe(18)
    expect(panel.value('E06000018', 'childrens-centres/sites-open', '2010-04-01').notes).toEqual(['no-edition'])
  })

  it('have the libraries that shut for years, their hours, and what became of those of England', async () => {
    const panel = await loadPanel({
      indicators: [
        'libraries/lost-months',
        'libraries/staffed-hours',
        'libraries/closings-gross',
        'libraries/transferred',
      ],
      places,
      periods: [
        { since: '2010-04-01', until: '2023-04-01' },
        '2016-07-01',
        '2023-12-31',
        { since: '2010-04-01', until: '2015-03-31' },
      ],
    })
    const span = { since: '2010-04-01', until: '2023-04-01' } as const
    const lost = panel.value('E05001823', 'libraries/lost-months', span)
    expect([lost.value, lost.bounds]).toEqual([36, { lower: 24, upper: 48 }])
    expect(panel.value('E92000001', 'libraries/staffed-hours', '2023-12-31').value?.toFixed(1)).toBe('86756.1')
    expect(panel.value('E05001823', 'libraries/closings-gross', span).value).toBe(0)
    expect(
      panel.value('E92000001', 'libraries/transferred', { since: '2010-04-01', until: '2015-03-31' }).notes,
    ).toEqual(['transfers-from-2016'])
  })
})
