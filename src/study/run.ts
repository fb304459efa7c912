import { badStudy } from '../errors.js'
import { existsOn } from '../geography/council.js'
import { type CouncilRegister } from '../geography/councilRegister.js'
import { deflator } from '../indicators/realTerms.js'
import { type SpendingIndicator, spendingIndicator } from '../indicators/spending.js'
import { type FinancialYear, firstDay } from '../model/period.js'
import { ENGLAND } from '../indicators/councilAccounts.js'
import { quartiles } from '../stats/distribution.js'
import { type ComparedPlaces, type SpendingMeter, compare, spendingMeter } from './compare.js'
import { type Comparison, type Measure } from '../findings/comparison.js'
import type { StudyData } from '../datasets/studyData.js'
import { type StudyPlaces, contradictions } from './contradictions.js'
import type { IndicatorResult, SeriesYear, StudyResult } from '../findings/studyResult.js'
import { measureNeighbourhood } from './neighbourhood.js'
import type { Study } from './schema.js'
import { wardOfStudy } from './wardOfStudy.js'
import { measureVoluntary } from './voluntary.js'

const MEASURES: readonly Measure[] = ['nominal', 'real', 'real per head']

/**
 * Runs a study on the built-in data, or on data of one's own.
 *
 * @param study the study, as read by `parseStudy`.
 * @param data the data, as loaded by `loadStudyData`.
 * @throws InputError `unknown-place` or `ambiguous-place` for a council; `bad-study` when the council is not of the
 * comparators' classes or the ward lies elsewhere; `bad-value` for a year that the deflator does not have.
 * @example
 * import { parseStudy, runStudy } from 'wardstick/study'
 * import { loadStudyData } from 'wardstick/data'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadStudyData())
 * const culture = result.indicators.find(({ indicator }) => indicator.id === 'culture')
 * culture?.comparisons[0]?.own.change.value?.toFixed(1) // => '-33.2'
 * culture?.comparisons[0]?.placement.rank // => 60
 */
export function runStudy(study: Study, data: StudyData): StudyResult<Study> {
  const { accounts, register } = data
  const council = register.resolve(study.council, study.asOf)
  const ward = wardOfStudy(study, council, register, data)
  const named = study.comparators.leftOut.map(({ council: name, reason }) => ({
    council: register.resolve(name, study.asOf),
    reason,
  }))
  const leftOut = named.filter((each) => each.council.e_code !== council.e_code)
  const day = firstDay(study.claimYear)
  const apart = new Set([...leftOut.map((each) => each.council.e_code), ...ancestorsOf(register, council.e_code)])
  const comparators = register.councils.filter(
    ({ e_code, class: of, ...life }) =>
      study.comparators.classes.includes(of) && existsOn(life, day) && !apart.has(e_code),
  )
  const groups = study.groups.map(({ label, councils }) => ({
    label,
    members: [...new Set(councils.map((name) => register.resolve(name, study.asOf).e_code))],
  }))
  refuseUnlike(study, { council, ward, register, data }, groups)
  const places: ComparedPlaces = { own: council.e_code, comparators: comparators.map(({ e_code }) => e_code), groups }
  const prices = { by: deflator(data.deflators, study.prices.deflator), of: study.prices.of }
  const indicators = study.indicators.map((id): IndicatorResult => {
    const indicator = spendingIndicator(id)
    const base = baseOf(indicator, study)
    const measured = spendingMeter(accounts, indicator, prices, base)
    return {
      indicator,
      base,
      series: accounts
        .years(indicator.account)
        .flatMap((year) =>
          MEASURES.filter((measure) => measure === 'nominal' || prices.by.years.includes(year)).map((measure) =>
            seriesYear(measured, places, year, measure),
          ),
        ),
      comparisons: comparisons(measured, places, study),
      remarks: study.remarks.filter((remark) => remark.indicators.includes(id)),
    }
  })
  const notes = new Set(indicators.flatMap((result) => result.series.flatMap(({ own }) => own.notes)))
  return {
    study,
    council,
    place: register.placeOf(council.e_code),
    county: council.county_e_code === null ? null : register.get(council.county_e_code),
    ward: ward === null ? null : data.wards.register.placeOf(ward.ward_code),
    comparators,
    leftOut,
    unlike: named.find((each) => each.council.e_code === council.e_code)?.reason ?? null,
    groups: groups.map(({ label, members }) => ({ label, councils: members.map((eCode) => register.get(eCode)) })),
    indicators,
    neighbourhood: measureNeighbourhood(study, council, register, data),
    voluntary: measureVoluntary(study, council, data),
    breaks: [
      ...new Map(
        [...accounts.breaks, ...accounts.remarks.filter(({ e_code }) => e_code === council.e_code)].map((each) => [
          each.note,
          each,
        ]),
      ).values(),
    ].filter(({ note }) => notes.has(note)),
  }
}

/** The base year of an indicator: that of its account, or its first year where it begins later. */
function baseOf({ account, availableFrom }: SpendingIndicator, { baseYear, budgetBaseYear }: Study): FinancialYear {
  const base = account === 'budget' ? budgetBaseYear : baseYear
  return base > availableFrom ? base : availableFrom
}

function refuseUnlike(study: Study, places: StudyPlaces, groups: ComparedPlaces['groups']): void {
  const { classes } = study.comparators
  const { council } = places
  const single = groups.findIndex(({ members }) => members.length < 2)
  const never = study.indicators
    .map(spendingIndicator)
    .filter((indicator) => ![study.claimYear, ...study.since].some((year) => year > baseOf(indicator, study)))
  const problems = [
    ...never.map((indicator) => ({
      path: 'indicators',
      problem:
        `${indicator.id} begins in ${baseOf(indicator, study)}, and neither the claim year ${study.claimYear} nor a ` +
        `year of since comes after it`,
    })),
    ...(classes.includes(council.class)
      ? []
      : [
          {
            path: 'comparators.classes',
            problem:
              `${council.name} is of class ${council.class}, the comparators are of ${classes.join(', ')}: ` +
              `compare like with like`,
          },
        ]),
    ...(single < 0
      ? []
      : [{ path: `groups.${single}.councils`, problem: 'the names stand for one council; a group has at least two' }]),
    ...contradictions(study, places),
  ]
  if (problems.length > 0) throw badStudy(study.name, problems)
}

/** The councils that a council was made from, and those that they were made from. */
function ancestorsOf(register: CouncilRegister, eCode: string): string[] {
  return register
    .predecessorsOf(eCode)
    .flatMap(({ predecessor_e_code }) => [predecessor_e_code, ...ancestorsOf(register, predecessor_e_code)])
}

function comparisons(measured: SpendingMeter, places: ComparedPlaces, study: Study): Comparison[] {
  const { base, indicator } = measured
  const before = indicator.account === 'budget' ? base : study.before
  const changes = [
    ...(base < study.claimYear ? [{ kind: 'plain', before: base, after: study.claimYear } as const] : []),
    ...(base < study.after.from ? [{ kind: 'window', before, after: study.after } as const] : []),
    ...study.since.filter((year) => year > base).map((year) => ({ kind: 'since', before: base, after: year }) as const),
  ] as const
  return changes.flatMap((change) =>
    (['real per head', 'real'] as const).map((measure) => compare(measured, places, { ...change, measure })),
  )
}

function seriesYear(
  measured: SpendingMeter,
  places: ComparedPlaces,
  year: FinancialYear,
  measure: Measure,
): SeriesYear {
  const known =
    measure === 'real per head'
      ? places.comparators.flatMap((place) => measured.measure(place, year, measure).value ?? [])
      : []
  const enough = known.length * 2 >= places.comparators.length
  return {
    year,
    measure,
    own: measured.measure(places.own, year, measure),
    england: measured.measure(ENGLAND, year, measure),
    comparators: known.length === 0 || !enough ? null : quartiles(known),
  }
}
