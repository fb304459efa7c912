import { badStudy } from '../errors.js'
import type { Council } from '../geography/councilRegister.js'
import { existsOn } from '../geography/councilRegister.js'
import { deflator } from '../indicators/realTerms.js'
import { type SpendingIndicator, spendingIndicator } from '../indicators/spending.js'
import { type FinancialYear, firstDay } from '../model/period.js'
import type { SeriesBreak, SpendingRemark } from '../model/spending.js'
import type { Place, Value } from '../model/value.js'
import { type CouncilPanel, ENGLAND } from '../panel/councilPanel.js'
import { type Quartiles, quartiles } from '../stats/distribution.js'
import { type ComparedPlaces, type Comparison, type Measure, type Measurer, compare, measurer } from './compare.js'
import type { CouncilData } from './data.js'
import type { Study } from './schema.js'

/** One year of an indicator: the place studied, England, and the comparators' distribution, in one measure. */
export interface SeriesYear {
  readonly year: FinancialYear
  readonly measure: Measure
  readonly own: Value
  readonly england: Value
  /** Null but for amounts per head: totals of councils of different size have no useful middle. */
  readonly comparators: Quartiles | null
}

/** What a study found of one indicator. */
export interface IndicatorResult {
  readonly indicator: SpendingIndicator
  readonly base: FinancialYear
  readonly series: readonly SeriesYear[]
  readonly comparisons: readonly Comparison[]
  /** What a reader of the figures must know: from the built-in remarks and from the study file. */
  readonly remarks: readonly Pick<SpendingRemark, 'text' | 'source'>[]
}

/** What a study found. */
export interface StudyResult {
  readonly study: Study
  readonly council: Council
  /** The county of a shire district, whose spending per head is added to the district's. */
  readonly county: Council | null
  /** The ward that inherits the council's figures, if the study has one. */
  readonly ward: Place | null
  readonly comparators: readonly Council[]
  readonly leftOut: readonly { readonly council: Council; readonly reason: string }[]
  readonly indicators: readonly IndicatorResult[]
  /** What the notes on the values mean, for the notes that occur. */
  readonly breaks: readonly SeriesBreak[]
}

const MEASURES: readonly Measure[] = ['nominal', 'real', 'real per head']

/**
 * Runs a study on council data.
 *
 * @param study the study, as read by `parseStudy`.
 * @param data the council data, as loaded by `loadCouncilData`.
 * @throws InputError `unknown-place` or `ambiguous-place` for a council; `bad-study` when the council is not of the comparators' classes;
 *   `bad-value` for a year that the deflator does not have.
 * @example
 * import { loadCouncilData, parseStudy, runStudy } from 'wardstick/study'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadCouncilData())
 * const culture = result.indicators.find(({ indicator }) => indicator.id === 'culture')
 * culture.comparisons[0].own.change.value.toFixed(1) // => '-33.2'
 * culture.comparisons[0].placement.rank // => 60
 */
export function runStudy(study: Study, data: CouncilData): StudyResult {
  const { panel, register } = data
  const council = register.resolve(study.council, study.asOf)
  const leftOut = study.comparators.leftOut.map(({ council: name, reason }) => ({ council: register.resolve(name, study.asOf), reason }))
  const day = firstDay(study.claimYear)
  const comparators = register.councils.filter(
    (each) => study.comparators.classes.includes(each.class) && existsOn(each, day) && !leftOut.some((left) => left.council.e_code === each.e_code),
  )
  const groups = study.groups.map(({ label, councils }) => ({ label, members: [...new Set(councils.map((name) => register.resolve(name, study.asOf).e_code))] }))
  refuseUnlike(study, council, leftOut, groups)
  const places: ComparedPlaces = { own: council.e_code, comparators: comparators.map(({ e_code }) => e_code), groups }
  const prices = { by: deflator(data.deflators, study.prices.deflator), of: study.prices.of }
  const indicators = study.indicators.map((id): IndicatorResult => {
    const indicator = spendingIndicator(id)
    const base = indicator.account === 'budget' ? study.budgetBaseYear : study.baseYear
    const measured = measurer(panel, indicator, prices, base)
    return {
      indicator,
      base,
      series: panel
        .years(indicator.account)
        .flatMap((year) => MEASURES.filter((measure) => measure === 'nominal' || prices.by.years.includes(year)).map((measure) => seriesYear(measured, places, year, measure))),
      comparisons: comparisons(measured, places, study),
      remarks: [...remarksOn(panel, council.e_code, indicator), ...study.remarks.filter((remark) => remark.indicators.includes(id))],
    }
  })
  const notes = new Set(indicators.flatMap((result) => result.series.flatMap(({ own }) => own.notes)))
  return {
    study,
    council,
    county: council.county_e_code === null ? null : register.get(council.county_e_code),
    ward: study.ward === undefined ? null : { kind: 'ward', ...study.ward },
    comparators,
    leftOut,
    indicators,
    breaks: panel.breaks.filter(({ note }) => notes.has(note)),
  }
}

function refuseUnlike(study: Study, council: Council, leftOut: StudyResult['leftOut'], groups: ComparedPlaces['groups']): void {
  const { classes } = study.comparators
  const single = groups.findIndex(({ members }) => members.length < 2)
  const problems = [
    ...(classes.includes(council.class) ? [] : [{ path: 'comparators.classes', problem: `${council.name} is of class ${council.class}, the comparators are of ${classes.join(', ')}: compare like with like` }]),
    ...(leftOut.some((each) => each.council.e_code === council.e_code) ? [{ path: 'comparators.leftOut', problem: `${council.name} is the council of the study` }] : []),
    ...(single < 0 ? [] : [{ path: `groups.${single}.councils`, problem: 'the names stand for one council; a group has at least two' }]),
  ]
  if (problems.length > 0) throw badStudy(study.name, problems)
}

/** The built-in remarks on the lines of an indicator. */
export function remarksOn(panel: CouncilPanel, eCode: string, indicator: SpendingIndicator): SpendingRemark[] {
  return panel.remarks.filter((remark) => remark.e_code === eCode && remark.account === indicator.account && (indicator.lines as readonly string[]).includes(remark.line))
}

function comparisons(measured: Measurer, places: ComparedPlaces, study: Study): Comparison[] {
  const { base, indicator } = measured
  const before = indicator.account === 'budget' ? base : study.before
  const changes = [
    { kind: 'plain', before: base, after: study.claimYear },
    { kind: 'window', before, after: study.after },
    ...study.since.filter((year) => year > base).map((year) => ({ kind: 'since', before: base, after: year }) as const),
  ] as const
  return changes.flatMap((change) => (['real per head', 'real'] as const).map((measure) => compare(measured, places, { ...change, measure })))
}

function seriesYear(measured: Measurer, places: ComparedPlaces, year: FinancialYear, measure: Measure): SeriesYear {
  const known = measure === 'real per head' ? places.comparators.flatMap((place) => measured.measure(place, year, measure).value ?? []) : []
  return {
    year,
    measure,
    own: measured.measure(places.own, year, measure),
    england: measured.measure(ENGLAND, year, measure),
    comparators: known.length === 0 ? null : quartiles(known),
  }
}
