import { z } from 'zod'
import { type StudyProblem, badStudy } from '../errors.js'
import { SPENDING_INDICATORS, type SpendingIndicatorId } from '../indicators/spending.js'
import { type FinancialYear, startOfFinancialYear } from '../model/period.js'
import { COUNCIL_CLASSES } from '../model/spending.js'

const text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}*$/u, 'text without control characters')
const [FIRST_YEAR, FIRST_BUDGET, LAST_YEAR] = ['2007-08', '2010-11', '2023-24'] as const
const year = z
  .string()
  .regex(/^\d{4}-\d{2}$/, 'a financial year such as 2009-10')
  .refine((value) => isFinancialYear(value), 'a financial year such as 2009-10: the second part is the year after the first')
  .refine((value) => value >= FIRST_YEAR && value <= LAST_YEAR, `a year from ${FIRST_YEAR} to ${LAST_YEAR}, which the data cover`) as unknown as z.ZodType<FinancialYear, FinancialYear>
const window = z.strictObject({ from: year.describe('First financial year'), to: year.describe('Last financial year, included') })
const council = text.describe('Name, GSS code (E06000018) or e-code (E3001) of a council')
const indicatorIds = Object.keys(SPENDING_INDICATORS) as [SpendingIndicatorId, ...SpendingIndicatorId[]]

/** The form of a study file. Unknown keys are refused, so that a misspelt option cannot be passed over. */
export const studySchema = z.strictObject({
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
      vintage: z.string().regex(/^WD\d{2}$/, 'WD and the last two digits of the year, such as WD13').describe('Which list of wards the code is from'),
    })
    .optional()
    .describe('The ward that the study is about; it inherits the figures of its council'),
  council,
  asOf: z.iso.date().describe('Day on which the council is looked up'),
  baseYear: year.describe('Last year before the cuts'),
  budgetBaseYear: year.describe('First year of the budgets'),
  claimYear: year.describe('Last year that the claims under study can speak of'),
  before: window.describe('Window before, for means of outturn'),
  after: window.describe('Window after, for means'),
  since: z.array(year).describe('Later years, reported beside the claim'),
  prices: z.strictObject({
    deflator: z.enum(['hmt-2025-12', 'hmt-2019-09']).describe('Edition of the GDP deflator; hmt-2019-09 ends in 2018-19'),
    of: year.describe('Financial year whose prices are used'),
  }),
  indicators: z.array(z.enum(indicatorIds)).min(1).describe('What is measured'),
  comparators: z.strictObject({
    label: text.describe('What the comparators are called in tables and sentences'),
    classes: z.array(z.enum(COUNCIL_CLASSES)).min(1).describe('Classes of the councils to compare with'),
    leftOut: z.array(z.strictObject({ council, reason: text })).describe('Councils of those classes that are left out, and why'),
  }),
  groups: z.array(z.strictObject({ label: text, councils: z.array(council).min(2), source: text })).describe('Named groups of councils to show beside'),
  remarks: z.array(z.strictObject({ indicators: z.array(z.enum(indicatorIds)).min(1), text, source: text })).describe('Facts that a reader of a figure must know, with their source'),
})

/** A study: which council and ward, which years, which indicators, compared with whom. */
export type Study = z.infer<typeof studySchema>

/** The JSON Schema of a study file, as published in `schemas/study.schema.json`. */
export function studyJsonSchema(): object {
  return { title: 'wardstick study file', ...z.toJSONSchema(studySchema, { target: 'draft-7' }) }
}

/**
 * Reads a study file.
 *
 * @param json the text of the file.
 * @param file its name, for messages.
 * @throws InputError `bad-study` with every problem found: not JSON, unknown or missing keys, values that are not allowed, windows that end before they begin.
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
  return { path: issue.path.map(String).join('.'), problem: issue.code === 'unrecognized_keys' ? `unknown key ${issue.keys.map((key) => `'${key}'`).join(', ')}` : issue.message }
}

function orderProblems({ before, after, baseYear, budgetBaseYear, claimYear, indicators }: Study): StudyProblem[] {
  const windows = (['before', 'after'] as const).filter((name) => ({ before, after })[name].from > { before, after }[name].to)
  return [
    ...windows.map((name) => ({ path: name, problem: 'the window ends before it begins' })),
    ...(before.to >= after.from ? [{ path: 'after', problem: 'the window after begins before the window before has ended' }] : []),
    ...(baseYear >= claimYear ? [{ path: 'claimYear', problem: 'must come after baseYear' }] : []),
    ...(budgetBaseYear < FIRST_BUDGET ? [{ path: 'budgetBaseYear', problem: `the first budget is that of ${FIRST_BUDGET}` }] : []),
    ...(budgetBaseYear >= claimYear ? [{ path: 'budgetBaseYear', problem: 'must come before claimYear' }] : []),
    ...(budgetBaseYear >= after.from ? [{ path: 'budgetBaseYear', problem: 'must come before the window after' }] : []),
    ...(new Set(indicators).size < indicators.length ? [{ path: 'indicators', problem: 'an indicator stands there twice' }] : []),
  ]
}

function isFinancialYear(value: string): boolean {
  try {
    return startOfFinancialYear(value as FinancialYear) > 0
  } catch {
    return false
  }
}
