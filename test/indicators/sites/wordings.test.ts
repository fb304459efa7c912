import { describe, expect, it } from 'vitest'
import { SITE_KINDS, type Turnover } from '../../../src/index.js'
import type { PlaceTold, SiteKind, WardTold } from '../../../src/indicators/sites/siteKind.js'
import type { AmenityMeasureId } from '../../../src/indicators/sites/siteMeasures.js'
import type { IsoDate } from '../../../src/model/period.js'
import { units } from '../../../src/model/unit.js'
import type { Value } from '../../../src/model/value.js'

const DAYS: readonly IsoDate[] = ['2010-04-01', '2015-03-31', '2023-04-01']
const BETWEEN = { since: '2010-04-01', until: '2023-04-01' } as const
const QUIET: Turnover = {
  closings: [],
  gross: 0,
  replaced: 0,
  saidReplaced: 0,
  openAgain: 0,
  lasting: 0,
  temporary: 0,
  becameFinal: 0,
  transferred: null,
  opened: 0,
  reopened: 0,
  lostFromSight: 0,
  net: 0,
}
const EVENTFUL: Turnover = {
  ...QUIET,
  gross: 9,
  replaced: 2,
  saidReplaced: 1,
  openAgain: 2,
  lasting: 4,
  temporary: 3,
  transferred: 5,
  opened: 6,
  reopened: 7,
  lostFromSight: 8,
  net: -11,
}

/** What became of a place, every word of it told by the name of what was asked for. */
function told(name: string, found: Turnover, number: number): PlaceTold {
  const value = (measure: AmenityMeasureId, period: Value['period']): Value => ({
    value: number,
    unit: measure.startsWith('share') ? units.perCent('residents') : units.count('site', 'sites'),
    period,
    place: { kind: 'ward', code: name, name, vintage: 'WD13' },
    owner: 'ward',
    status: 'partial',
    comparable: true,
    notes: [],
    source: [],
    ...(number === 0 ? {} : { bounds: { lower: number - 1, upper: number + 2 } }),
  })
  return {
    name,
    turnovers: [{ interval: BETWEEN, found }],
    value,
    series: (measure) => DAYS.map((day) => value(measure, day)),
    course: (measure) => `<${measure} of ${name}>`,
    numbers: (measure, unit = '') => `<${measure} of ${name}>${unit}`,
    direction: (measure, { less, more }) => (number === 0 ? `${less} ${measure}` : `${more} ${measure}`),
    change: (measure, until) => `<${measure} to ${until}>`,
  }
}

function allTold(kind: SiteKind, found: Turnover, number: number): WardTold {
  const rows = kind.id === 'pools' ? [{ reason: 'pools closed for a time', rows: number }] : []
  return {
    amenity: { leftOut: rows, keptDespite: rows } as never,
    days: DAYS,
    claim: '2015-03-31',
    ward: told('Aspley', found, number),
    council: told('Nottingham', found, number),
    england: told('England', found, number),
    least: number === 0 ? null : ({ ...told('Aspley', found, number).value('share-1km', '2017-04-01') } as never),
    nameSources: number === 0 ? [] : ['a newspaper'],
  }
}

describe('the words of a kind of sites', () => {
  const kinds: readonly SiteKind[] = SITE_KINDS
  it.each(kinds.filter(({ wordings }) => wordings?.ward !== undefined).map((kind) => [kind.id, kind] as const))(
    'of %s are those of a ward with changes, and of one without',
    (_, kind) => {
      for (const [found, number] of [
        [EVENTFUL, 7],
        [QUIET, 0],
      ] as const) {
        const said = allTold(kind, found, number)
        for (const wording of [kind.wordings?.ward, kind.wordings?.wider])
          expect([
            wording?.headline(said),
            wording?.question(said),
            wording?.sentence(said),
            wording?.method,
            wording?.figures,
          ]).toMatchSnapshot()
        const clauses = kind.clauses ?? []
        expect(clauses.map(({ say, ...clause }) => ({ ...clause, said: say(said) }))).toMatchSnapshot()
      }
    },
  )
})
