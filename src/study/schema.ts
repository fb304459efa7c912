import { z } from 'zod'
import { type StudyProblem, badStudy } from '../errors.js'
import { SPENDING_INDICATORS, type SpendingIndicatorId } from '../indicators/spending.js'
import { type Day, type FinancialYear, financialYear, firstDay, startOfFinancialYear } from '../model/period.js'
import { LIBRARIES_COVER } from '../indicators/amenities.js'
import { COUNCIL_CLASSES } from '../model/spending.js'
import { COVERAGE } from '../tables/coverage.js'

const text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}*$/u, 'text without control characters')
const { from: FIRST_YEAR, to: LAST_YEAR } = COVERAGE['council-spending'].outturn.time
const FIRST_BUDGET = COVERAGE['council-budgets'].budgets.time.from
const { from: FIRST_RETURN, to: LAST_RETURN } = COVERAGE['voluntary-provision'].provision.time
const { from: FIRST_LIBRARY_DAY, to: LAST_DAY } = LIBRARIES_COVER
/** Studies of stocks begin with the one that closes the first year of the outturn. */
const FIRST_DAY = firstDay(financialYear(startOfFinancialYear(FIRST_YEAR) + 1))
const year = z
  .string()
  .regex(/^\d{4}-\d{2}$/, 'a financial year such as 2009-10')
  .refine(
    (value) => isFinancialYear(value),
    'a financial year such as 2009-10: the second part is the year after the first',
  )
  .refine(
    (value) => value >= FIRST_YEAR && value <= LAST_YEAR,
    `a year from ${FIRST_YEAR} to ${LAST_YEAR}, which the data cover`,
  ) as unknown as z.ZodType<FinancialYear, FinancialYear>
const window = z.strictObject({
  from: year.describe('First financial year'),
  to: year.describe('Last financial year, included'),
})
const day = z.iso
  .date()
  .refine(
    (value) => value >= FIRST_DAY && value <= LAST_DAY,
    `a day from ${FIRST_DAY} to ${LAST_DAY}, which the data cover`,
  ) as unknown as z.ZodType<Day, Day>
const days = z.strictObject({
  base: day.describe('Day of the stock before'),
  claim: day.describe('Last day that the claims under study can speak of'),
  since: z.array(day).describe('Later days, reported beside the claim'),
})
const council = text.describe('Name, GSS code (E06000018) or e-code (E3001) of a council')
const indicatorIds = Object.keys(SPENDING_INDICATORS) as [SpendingIndicatorId, ...SpendingIndicatorId[]]

/** The form of a study file. Unknown keys are refused, so that a misspelt option cannot be passed over. */
const studySchema = z.strictObject({
  $schema: z.string().optional().describe('Path of this schema, for editors'),
  name: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')
    .describe('Short name; the results go to a folder of this name'),
  title: text.describe('Title of the study'),
  ward: z
    .strictObject({
      name: text,
      code: z.string().regex(/^E05\d{6}$/, 'a GSS code of a ward, E05 and six digits'),
      vintage: z
        .literal('WD13', 'WD13: the built-in wards are those of 2013')
        .describe('Which list of wards the code is from'),
      laterCodes: z
        .array(z.string().regex(/^E05\d{6}$/, 'a GSS code of a ward, E05 and six digits'))
        .optional()
        .describe('Codes under which the same area was listed after 2013'),
    })
    .optional()
    .describe('The ward that the study is about; it inherits the spending of its council'),
  council,
  asOf: z.iso.date().describe('Day on which the council is looked up'),
  baseYear: year.describe('Last year before the cuts'),
  budgetBaseYear: year.describe('First year of the budgets'),
  claimYear: year.describe('Last year that the claims under study can speak of'),
  before: window.describe('Window before, for means of outturn'),
  after: window.describe('Window after, for means'),
  since: z.array(year).describe('Later years, reported beside the claim'),
  prices: z.strictObject({
    deflator: z
      .enum(['hmt-2025-12', 'hmt-2019-09'])
      .describe('Edition of the GDP deflator; hmt-2019-09 ends in 2018-19'),
    of: year.describe('Financial year whose prices are used'),
  }),
  indicators: z.array(z.enum(indicatorIds)).min(1).describe('What is measured'),
  comparators: z.strictObject({
    label: text.describe('What the comparators are called in tables and sentences'),
    classes: z.array(z.enum(COUNCIL_CLASSES)).min(1).describe('Classes of the councils to compare with'),
    leftOut: z
      .array(z.strictObject({ council, reason: text }))
      .describe('Councils of those classes that are left out, and why'),
  }),
  groups: z
    .array(z.strictObject({ label: text, councils: z.array(council).min(2), source: text }))
    .describe('Named groups of councils to show beside'),
  amenities: z
    .strictObject({
      pools: days.optional().describe('Days of the pools; left out, nothing is said of pools'),
      libraries: days.optional().describe('Days of the libraries; left out, nothing is said of libraries'),
      comparators: z
        .strictObject({
          label: text.describe('What the comparator wards are called'),
          count: z.int().min(10).max(500).describe('How many wards are matched'),
        })
        .describe('Wards outside the council matched on deprivation, population and rural-urban class'),
      siteNames: z
        .array(z.strictObject({ site: text.describe('Site id of the register of pools'), name: text, source: text }))
        .default([])
        .describe('Names of sites, which the register of pools does not have, with their source'),
    })
    .optional()
    .describe('Pools and libraries around the ward, in the council and in England'),
  voluntaryProvision: z
    .strictObject({ from: year, to: year })
    .optional()
    .describe('Years of the returns on children’s services through voluntary providers'),
  remarks: z
    .array(z.strictObject({ indicators: z.array(z.enum(indicatorIds)).min(1), text, source: text }))
    .describe('Facts that a reader of a figure must know, with their source'),
})

/** A study: which council and ward, which years, which indicators, compared with whom. */
export interface Study extends z.infer<typeof studySchema> {}

/** The JSON Schema of a study file, as published in `schemas/study.schema.json`. */
export function studyJsonSchema(): object {
  return { title: 'wardstick study file', ...z.toJSONSchema(studySchema, { target: 'draft-7', io: 'input' }) }
}

/**
 * Reads a study file.
 *
 * @param json the text of the file.
 * @param file its name, for messages.
 * @throws InputError `bad-study` with every problem found: not JSON, unknown or missing keys, values that are not
 * allowed, windows that end before they begin.
 * @example
 * import { parseStudy } from 'wardstick/study'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * parseStudy(text, file).ward?.code // => 'E05001823'
 */
export function parseStudy(json: string, file: string): Study {
  const parsed = studySchema.safeParse(parseJson(json, file))
  if (!parsed.success) throw badStudy(file, parsed.error.issues.map(problemOf))
  const problems = orderProblems(parsed.data)
  if (problems.length > 0) throw badStudy(file, problems)
  return parsed.data
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''))
  } catch (error) {
    throw badStudy(file, [{ path: '', problem: `not JSON: ${(error as Error).message}` }])
  }
}

function problemOf(issue: z.core.$ZodIssue): StudyProblem {
  return {
    path: issue.path.map(String).join('.'),
    problem:
      issue.code === 'unrecognized_keys'
        ? `unknown key ${issue.keys.map((key) => `'${key}'`).join(', ')}`
        : issue.message,
  }
}

function orderProblems({
  before,
  after,
  baseYear,
  budgetBaseYear,
  claimYear,
  indicators,
  amenities,
  voluntaryProvision,
}: Study): StudyProblem[] {
  const windows = (['before', 'after'] as const).filter(
    (name) => ({ before, after })[name].from > { before, after }[name].to,
  )
  return [
    ...windows.map((name) => ({ path: name, problem: 'the window ends before it begins' })),
    ...(before.to >= after.from
      ? [{ path: 'after', problem: 'the window after begins before the window before has ended' }]
      : []),
    ...(baseYear >= claimYear ? [{ path: 'claimYear', problem: 'must come after baseYear' }] : []),
    ...(budgetBaseYear < FIRST_BUDGET
      ? [{ path: 'budgetBaseYear', problem: `the first budget is that of ${FIRST_BUDGET}` }]
      : []),
    ...(budgetBaseYear >= after.from ? [{ path: 'budgetBaseYear', problem: 'must come before the window after' }] : []),
    ...(amenities === undefined ? [] : amenityProblems(amenities)),
    ...(voluntaryProvision === undefined ||
    (voluntaryProvision.from >= FIRST_RETURN &&
      voluntaryProvision.to <= LAST_RETURN &&
      voluntaryProvision.from < voluntaryProvision.to)
      ? []
      : [{ path: 'voluntaryProvision', problem: `two years in order, from ${FIRST_RETURN} to ${LAST_RETURN}` }]),
    ...(new Set(indicators).size < indicators.length
      ? [{ path: 'indicators', problem: 'an indicator stands there twice' }]
      : []),
  ]
}

function amenityProblems(amenities: NonNullable<Study['amenities']>): StudyProblem[] {
  const { pools, libraries } = amenities
  return [
    ...(['pools', 'libraries'] as const).flatMap((kind) => {
      const of = amenities[kind]
      return of === undefined ? [] : dayProblems(`amenities.${kind}`, of)
    }),
    ...(pools === undefined && libraries === undefined
      ? [{ path: 'amenities', problem: 'needs pools, libraries or both; without either leave amenities out' }]
      : []),
    ...(libraries === undefined || libraries.base >= FIRST_LIBRARY_DAY
      ? []
      : [{ path: 'amenities.libraries.base', problem: `the lists of libraries begin with ${FIRST_LIBRARY_DAY}` }]),
  ]
}

function dayProblems(
  path: string,
  { base, claim, since }: { readonly base: Day; readonly claim: Day; readonly since: readonly Day[] },
): StudyProblem[] {
  const early = since.find((each) => each <= claim)
  const unsorted = since.findIndex((each, i) => each <= (since[i - 1] ?? ''))
  return [
    ...(unsorted < 0 ? [] : [{ path: `${path}.since.${unsorted}`, problem: 'the days must be in order, each once' }]),
    ...(claim > base ? [] : [{ path: `${path}.claim`, problem: 'must come after base' }]),
    ...(early === undefined ? [] : [{ path: `${path}.since`, problem: `${early} does not come after claim` }]),
  ]
}

function isFinancialYear(value: string): boolean {
  try {
    return startOfFinancialYear(value as FinancialYear) > 0
  } catch {
    return false
  }
}
