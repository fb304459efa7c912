import { beforeAll, describe, expect, it } from 'vitest'
import { mimeBundles } from '../../src/display/index.js'
import { type OpenStudy, openStudy } from '../../src/study/index.js'

let aspley: OpenStudy
beforeAll(async () => {
  aspley = await openStudy('aspley')
})

describe('an open study', () => {
  it('gives a figure by the id under which findings.json has it', () => {
    expect(aspley.figure('culture/real-per-head/E06000018/2009-10..2014-15')).toMatchObject({
      value: expect.closeTo(-33.2, 1) as number,
      unit: { kind: 'per cent' },
      status: 'modelled',
    })
  })

  it('gives charts for a page and for a phone', () => {
    expect(aspley.chart('culture')['width']).toBeGreaterThan(Number(aspley.chart('culture', 'narrow')['width']))
  })

  it('names the ids that there are when it does not have one', () => {
    expect(() => aspley.finding('cultur')).toThrow(
      "finding of the study: 'cultur' is not allowed. Allowed: comparable-services, culture, pools-ward",
    )
    expect(() => aspley.chart('map')).toThrow('pools-ward-map')
    expect(() => aspley.figure('culture/real/E06000018/2030')).toThrow(/Allowed: culture\/real\/E06000018\//)
  })

  it('shows a finding with its sentence, its weightiest caveat and its first chart', async () => {
    const bundles = await mimeBundles(aspley.finding('culture'))
    expect(bundles).toHaveLength(2)
    expect(bundles[0]?.['text/plain'].split('\n').slice(0, 3)).toEqual([
      'Culture in Nottingham: a fall of 33.2 % a head',
      'Nottingham spent, a head and in prices of 2023-24, £126.09 on cultural and related services ' +
        '(libraries, leisure, parks, museums, tourism) in 2009-10 and £84.19 in 2014-15, a fall of 33.2 % ' +
        '(median of 123 single-tier councils −32.7 %). Since: £60.76 in 2017-18, a fall of 51.8 % from 2009-10 ' +
        '(median of 122 single-tier councils −49.0 %).',
      '  No council publishes its spending by ward: Aspley (E05001823, WD13; later E05012270) inherits the ' +
        'figures of Nottingham, as every ward of the council does; they say nothing of how much of the ' +
        'spending, or of a cut, fell on the ward.',
    ])
    expect(bundles[0]?.['text/html']).toContain('<blockquote>No council publishes its spending by ward')
    expect(bundles[1]).toHaveProperty('image/png')
  })

  it('is shown whole, every finding once', async () => {
    const texts = (await mimeBundles(aspley)).map((bundle) => bundle['text/plain'])
    for (const { headline } of aspley.findings)
      expect(texts.filter((text) => text.startsWith(`${headline}\n`))).toHaveLength(1)
  })
})

describe('the study of a ward of one’s own', () => {
  it('compares a ward of a single-tier council with single-tier councils', async () => {
    const { result } = await openStudy({ ward: 'Headingley', council: 'Leeds' })
    expect(result.study).toMatchObject({
      name: 'headingley-leeds',
      ward: { name: 'Headingley', code: 'E05001427', vintage: 'WD13' },
      groups: [],
    })
    expect(result.comparators.some(({ name }) => name === 'Nottingham')).toBe(true)
  })

  it('compares a ward of a shire district with shire districts, and adds its county', async () => {
    const { result } = await openStudy({ ward: 'Hucknall East' })
    expect([result.council.name, result.county?.name]).toEqual(['Ashfield', 'Nottinghamshire'])
    expect(new Set(result.comparators.map((council) => council.class))).toEqual(new Set(['SD']))
  })

  it('asks for the council where several wards bear the name', async () => {
    await expect(openStudy({ ward: 'Abbey' })).rejects.toMatchObject({ code: 'ambiguous-place' })
    await expect(openStudy({ ward: 'Asply', council: 'Nottingham' })).rejects.toThrow('Aspley')
  })

  it('names the sites of no other study', async () => {
    const { result } = await openStudy({ ward: 'Bilborough', council: 'Nottingham' })
    expect(result.study.amenities?.siteNames).toEqual([])
  })

  it('takes a ward of a council that is left out as a comparator, and says first why it is left out', async () => {
    const study = await openStudy({ ward: 'Aldersgate', council: 'City of London' })
    expect(study.result.leftOut.map(({ council }) => council.name)).toEqual(['Isles of Scilly'])
    expect(study.finding('culture').caveats[0]).toBe(
      'City of London is unlike the other single-tier councils: fewer than 10,000 residents and services for a ' +
        'working population many times larger.',
    )
  })

  it('refuses what is no study and no ward, saying what is allowed', async () => {
    const broken = { name: 'mine', ward: { name: 'Aspley', code: 'E05001823' } } as unknown as { ward: string }
    await expect(openStudy(broken)).rejects.toThrow(
      /^study to open: .* is not allowed\. Allowed: the name of a built-in study/,
    )
  })
})
