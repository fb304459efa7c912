import { requireRecord } from '../model/given.js'
import type { IndicatorKind, Polarity } from '../model/indicator.js'
import { financialYear, startOfFinancialYear } from '../model/period.js'
import type { Unit } from '../model/unit.js'
import type { FramePlace } from '../panel/frame.js'
import type { Indicator, IndicatorDocumentation, PanelInputs, PanelWriters } from '../panel/indicator.js'
import type { Provenance } from '../panel/block.js'
import { RESIDENT_TABLES, rowsIn } from './panelInputs.js'
import { isYear } from './panelRequest.js'

/** One measure of a score of small areas. */
export interface ScoreMeasure {
  readonly id: string
  readonly title: string
  readonly unit: Unit
  readonly kind: IndicatorKind
  readonly polarity: Polarity
  readonly method: string
  /** Column of the table of wards. */
  readonly ofWard: string
  /** Column of the table of small areas, by edition; left out for what cannot be averaged, such as a rank. */
  readonly ofSmallArea?: (edition: number) => string
  /** What a number of the tables is multiplied by. */
  readonly times?: number
  /** Editions that have it. */
  readonly editions: readonly number[]
}

/** A score of small areas that is published by edition. */
export interface SmallAreaScoreDeclaration extends IndicatorDocumentation {
  readonly id: string
  readonly title: string
  readonly question: string
  readonly noun: Indicator['noun']
  readonly measures: readonly ScoreMeasure[]
}

/**
 * The indicators of a score of small areas: of a ward as the built-in table has it, of larger places the mean over
 * their residents of mid-2015.
 *
 * An edition stands in the financial year that begins in its year: the indices of 2010 in 2010-11. A year without an
 * edition is missing: editions are never carried forward.
 *
 * @param declared the score and its measures.
 * @example
 * import { smallAreaScore, units } from 'wardstick'
 * const [income] = smallAreaScore({
 *   id: 'my-deprivation',
 *   title: 'Income deprivation',
 *   question: 'How many people are income-deprived?',
 *   noun: { one: 'income-deprived resident', many: 'income-deprived residents' },
 *   description: 'Residents in income-deprived families.',
 *   keyFacts: [],
 *   processing: 'Mean over residents.',
 *   cannotSay: 'It says nothing of single households.',
 *   measures: [
 *     {
 *       id: 'income-share',
 *       title: 'Income-deprived residents',
 *       unit: units.perCent('residents'),
 *       kind: 'share',
 *       polarity: 'less is better',
 *       method: 'Income domain of the index.',
 *       ofWard: 'income_share',
 *       ofSmallArea: (edition) => `income_${edition}`,
 *       times: 100,
 *       editions: [2010, 2019],
 *     },
 *   ],
 * })
 * income?.coverage.editions // => ['2010-11', '2019-20']
 */
export function smallAreaScore(declared: SmallAreaScoreDeclaration): Indicator[] {
  requireRecord('score of small areas', declared, 'id, title and measures')
  const measure = (inputs: PanelInputs, frame: Parameters<Indicator['measure']>[1], out: PanelWriters): void => {
    for (const each of declared.measures) {
      const writer = out.get(each.id)
      if (writer === undefined) continue
      const scores = scoresOf(each, inputs)
      frame.places.forEach((place, row) => {
        frame.periods.forEach((period, column) => {
          if (!isYear(period)) return
          const { value, provenance } = scores(place, startOfFinancialYear(period))
          writer.write(writer.cell(row, column), value, provenance)
        })
      })
    }
  }
  const { measures, ...said } = declared
  return measures.map(({ id, title, unit, kind, polarity, method, editions }): Indicator => ({
    ...said,
    id: `${declared.id}/${id}`,
    family: 'smallAreas',
    member: declared.id,
    measureId: id,
    title,
    unitIn: () => unit,
    kind,
    polarity,
    method,
    level: 'ward',
    time: 'edition',
    interval: null,
    source: ['wards'],
    inputs: RESIDENT_TABLES,
    missingRule: 'Missing in a year without an edition, and without a small area that has a score.',
    coverage: {
      from: financialYear(Math.min(...editions)),
      to: financialYear(Math.max(...editions)),
      editions: editions.map(financialYear),
      otherwise: 'bring the file of another edition and build the data with it',
    },
    form: 'gradient',
    periodOf: (asked) => (isYear(asked) ? asked : null),
    measure,
  }))
}

/** Finds the score of a place in an edition. */
type ScoreFinder = (place: FramePlace, edition: number) => { value: number | null; provenance: Provenance }

type ScoreRow = Readonly<Record<string, number | string | null>>

const MODELLED: Readonly<Record<'ward' | 'council' | 'group' | 'country', Provenance>> = {
  ward: { status: 'modelled', owner: 'ward', notes: ['residents-at-lsoa-centres'] },
  council: { status: 'modelled', owner: 'council', notes: ['residents-at-lsoa-centres'] },
  group: { status: 'modelled', owner: 'group', notes: ['residents-at-lsoa-centres'] },
  country: { status: 'modelled', owner: 'country', notes: ['residents-at-lsoa-centres'] },
}

function scoresOf(measure: ScoreMeasure, inputs: PanelInputs): ScoreFinder {
  const { ofWard, ofSmallArea, times = 1, editions } = measure
  const wards = new Map(
    rowsIn<ScoreRow>(inputs, 'wards/ward-deprivation').map((row) => [`${row['ward_code']} ${row['edition']}`, row]),
  )
  const areas = inputs.once(
    'scores of small areas',
    () => new Map(rowsIn<ScoreRow>(inputs, 'wards/lsoa-deprivation').map((row) => [row['lsoa_code'], row])),
  )
  return ({ place, homes }, edition) => {
    if (!editions.includes(edition))
      return { value: null, provenance: { status: 'missing', owner: place.kind, notes: ['no-edition'] } }
    const score =
      place.kind === 'ward'
        ? numberOf(wards.get(`${place.code} ${edition}`)?.[ofWard])
        : ofSmallArea === undefined
          ? null
          : meanOver(homes, (lsoa) => numberOf(areas.get(lsoa)?.[ofSmallArea(edition)]))
    return score === null
      ? { value: null, provenance: { status: 'missing', owner: place.kind, notes: [] } }
      : { value: score * times, provenance: MODELLED[place.kind] }
  }
}

const numberOf = (cell: number | string | null | undefined): number | null => (typeof cell === 'number' ? cell : null)

/** The mean over residents of the scores that there are. */
function meanOver(homes: FramePlace['homes'], scoreOf: (lsoa: string) => number | null): number | null {
  let [sum, people] = [0, 0]
  for (const home of homes) {
    const score = scoreOf(home.lsoa_code)
    if (score === null) continue
    sum += score * home.people
    people += home.people
  }
  return people === 0 ? null : sum / people
}
