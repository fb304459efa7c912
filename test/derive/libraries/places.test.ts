import { describe, expect, it } from 'vitest'
import type { Library } from '../../../src/derive/libraries/library.js'
import { type PlaceEvidence, addressesOf, placesOf } from '../../../src/derive/libraries/places.js'
import type { Circle } from '../../../src/derive/libraries/postcodeCentres.js'
import type { DraftEvent } from '../../../src/derive/libraries/timeline.js'
import type { PlacedRow } from '../../../src/derive/libraries/editions.js'
import type { Point } from '../../../src/model/ward.js'
import { placedRow } from '../../support/placedRow.js'

const HERE: Point = Object.freeze({ longitude: -1.2, latitude: 52.97 })
const FAR: Point = Object.freeze({ longitude: -1.2, latitude: 53.3 })
const moved = (remark: string): DraftEvent => ({
  kind: 'moved',
  day: { earliest: '2023-01-01', latest: '2023-12-31', precision: 'between' },
  operator: null,
  editions: ['2023'],
  disagreement: null,
  remark,
})
const replaced: DraftEvent = { ...moved(''), kind: 'replaced' }

function library(name: string, rows: readonly PlacedRow[], events: readonly DraftEvent[] = []): Library {
  return {
    id: `E06000018/${name}`,
    name,
    names: rows.map((row) => row.name),
    authorityCode: 'E06000018',
    authorityName: 'Nottingham',
    type: 'static',
    postcode: rows[0]?.postcode ?? null,
    rows,
    matched: rows.map((row) => ({ row, method: 'name' as const })),
    timeline: {
      events,
      operator2010: 'council',
      statutory2010: true,
      statusKnown: true,
      thereIn2010Told: true,
      unused: [],
      openedAnew: null,
    },
    isNew: false,
  }
}

interface Known {
  readonly printed?: ReadonlyMap<PlacedRow, Point>
  readonly postcodes?: Readonly<Record<string, Point>>
  readonly sector?: Circle
  readonly district?: Circle
  readonly named?: Circle
}

const evidence = ({ printed = new Map(), postcodes = {}, sector, district, named }: Known): PlaceEvidence => ({
  finder: {
    printed: (rows) => {
      const point = rows.map((row) => printed.get(row)).find((each) => each !== undefined)
      return point === undefined ? null : { point, from: '2023 edition' }
    },
    ofPostcode: (postcode) => {
      const point = postcodes[postcode]
      return point === undefined ? null : { point, from: 'postcode directory of May 2025' }
    },
    known: new Map(),
    quality: [],
  },
  centres: { sector: () => sector ?? null, district: () => district ?? null },
  ofName: () => named ?? null,
  wardAt: ({ latitude }) => (latitude < 52.98 ? 'E05001823' : 'E05001824'),
})
const told = (libraries: readonly Library[], known: Known) =>
  placesOf(libraries, evidence(known)).map(({ library_id, postcode, known_by, within_m }) =>
    [library_id.slice(10), postcode, known_by, within_m].join(' '),
  )

describe('addressesOf', () => {
  it('are one without a move, and another for each move', () => {
    const row = placedRow({ edition: '2023', name: 'Central', postcode: 'NG1 7FH' })
    expect(addressesOf(library('central', [row])).map(({ postcode }) => postcode)).toEqual(['NG1 7FH'])
    const events = [moved('NG1 6HP to NG1 7FH')]
    expect(
      addressesOf(library('central', [row], events)).map(({ from, postcode }) => [from?.latest, postcode]),
    ).toEqual([
      [undefined, 'NG1 6HP'],
      ['2023-12-31', 'NG1 7FH'],
    ])
  })

  it('keep a move of which the postcodes are not told, without them', () => {
    const row = placedRow({ edition: '2023', name: 'Central', postcode: 'NG1 7FH' })
    const [before, after] = addressesOf(library('central', [row], [moved('rebuilt nearby')]))
    expect([before?.postcode, after?.postcode]).toEqual([null, null])
  })
})

describe('placesOf', () => {
  const row = placedRow({ edition: '2023', name: 'Central', postcode: 'NG1 7FH' })
  const printed = new Map([[row, HERE]])

  it('puts the later address at the printed coordinates and the earlier one at its postcode', () => {
    const central = library('central', [row], [moved('NG1 6HP to NG1 7FH')])
    expect(told([central], { printed, postcodes: { 'NG1 6HP': HERE } })).toEqual([
      'central NG1 6HP postcode 500',
      'central NG1 7FH coordinates 0',
    ])
  })

  it('puts an earlier address of unknown postcode near where the library went', () => {
    const central = library('central', [row], [moved('NG1 6HP to NG1 7FH')])
    expect(told([central], { printed })[0]).toBe('central NG1 6HP successor 2000')
  })

  it('takes the narrowest of what is known, and nothing that lies elsewhere than the successor', () => {
    const central = library('central', [row], [moved('NG1 6HP to NG1 7FH')])
    expect(told([central], { printed, sector: { point: HERE, within: 900 } })[0]).toBe(
      'central NG1 6HP postcode sector 900',
    )
    expect(told([central], { printed, sector: { point: FAR, within: 900 } })[0]).toBe('central NG1 6HP successor 2000')
    expect(told([central], { printed, postcodes: { 'NG1 6HP': FAR } })[0]).toBe('central NG1 6HP successor 2000')
  })

  it('puts a replaced library near the one that took its place', () => {
    const old = library(
      'old',
      [placedRow({ edition: '2016', name: 'Central', postcode: 'NG1 6HP', state: 'closed' })],
      [replaced],
    )
    expect(told([old, library('central', [row])], { printed })[0]).toBe('old NG1 6HP successor 2000')
  })

  it('goes from sector to district to the wards of its name, and says where nothing is known', () => {
    const lost = library('lost', [placedRow({ edition: '2016', name: 'Lost', postcode: 'NG1 6HP' })])
    expect(told([lost], { district: { point: HERE, within: 5000 } })).toEqual(['lost NG1 6HP postcode district 5000'])
    expect(told([lost], { named: { point: HERE, within: 1500 } })).toEqual(['lost NG1 6HP place name 1500'])
    expect(told([lost], { district: { point: HERE, within: 5000 }, named: { point: FAR, within: 1500 } })).toEqual([
      'lost NG1 6HP postcode district 5000',
    ])
    expect(told([lost], {})).toEqual(['lost NG1 6HP none '])
  })

  it('names every ward that the circle reaches into', () => {
    const lost = library('lost', [placedRow({ edition: '2016', name: 'Lost', postcode: 'NG1 6HP' })])
    const [wide] = placesOf([lost], evidence({ sector: { point: HERE, within: 2000 } }))
    expect([wide?.ward_code, wide?.possible_wards]).toEqual(['E05001823', 'E05001823 E05001824'])
    const [narrow] = placesOf([lost], evidence({ sector: { point: HERE, within: 500 } }))
    expect([narrow?.ward_code, narrow?.possible_wards]).toEqual(['E05001823', null])
  })
})
