import { z } from 'zod'
import { type StudyProblem, badStudy, unknownName } from '../errors.js'
import type { SiteKind } from '../indicators/sites/siteKind.js'
import { SITE_KINDS } from '../indicators/sites/siteKinds.js'
import { SPENDING_INDICATORS, type SpendingIndicatorId } from '../indicators/spending.js'
import { type IsoDate, type FinancialYear, financialYearText } from '../model/period.js'
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
const [FIRST_DAY, LAST_DAY] = ['2008-04-01', '2023-12-31'] as const
const year = z
  .string()
  .regex(/^\d{4}-\d{2}$/, 'a financial year such as 2009-10')
  .refine(
    (value) => financialYearText(Number(value.slice(0, 4))) === value,
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
  ) as unknown as z.ZodType<IsoDate, IsoDate>
const days = z.strictObject({
  base: day.describe('Day of the stock before'),
  claim: day.describe('Last day that the claims under study can speak of'),
  since: z.array(day).describe('Later days, reported beside the claim'),
})
const siteDay = z.iso.date() as unknown as z.ZodType<IsoDate, IsoDate>
/** Days of any kind of sites: each kind says itself which days it covers. */
const siteDays = z.strictObject({
  base: siteDay.describe('Day of the stock before'),
  claim: siteDay.describe('Last day that the claims under study can speak of'),
  since: z.array(siteDay).describe('Later days, reported beside the claim'),
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
      kinds: z
        .record(z.string(), siteDays)
        .optional()
        .describe('Days of each kind of sites, by its id; nothing is said of a kind that is left out'),
      pools: days.optional().describe('Days of the pools: the same as kinds.pools'),
      libraries: days.optional().describe('Days of the libraries: the same as kinds.libraries'),
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
    .describe('Sites around the ward, in the council and in England: pools, libraries and others'),
  voluntaryProvision: z
    .strictObject({ from: year, to: year })
    .optional()
    .describe('Years of the returns on children’s services through voluntary providers'),
  remarks: z
    .array(z.strictObject({ indicators: z.array(z.enum(indicatorIds)).min(1), text, source: text }))
    .describe('Facts that a reader of a figure must know, with their source'),
})

/** A study as its file writes it. */
type StudyInFile = z.infer<typeof studySchema>
type SitesInFile = NonNullable<StudyInFile['amenities']>
type Days = z.infer<typeof days>

/** The sites that a study asks for, and what their ward is compared with. */
export interface StudySites extends Pick<SitesInFile, 'comparators' | 'siteNames'> {
  /** Days of each kind of sites, by its id, in the order of the findings. */
  readonly kinds: Readonly<Record<string, Days>>
}

/** A study: which council and ward, which years, which indicators, compared with whom. */
export interface Study extends Omit<StudyInFile, 'amenities'> {
  readonly amenities?: StudySites | undefined
}

/** The JSON Schema of a study file, as published in `schemas/study.schema.json`. */
export function studyJsonSchema(): object {
  return { title: 'wardstick study file', ...z.toJSONSchema(studySchema, { target: 'draft-7', io: 'input' }) }
}

/**
 * Reads a study file.
 *
 * @param json the text of the file.
 * @param file its name, for messages.
 * @param kinds the kinds of sites that it may ask for, those of one’s own among them.
 * @throws InputError `bad-study` with every problem found: not JSON, unknown or missing keys, values that are not
 * allowed, windows that end before they begin.
 * @example
 * import { parseStudy } from 'wardstick/study'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * parseStudy(text, file).ward?.code // => 'E05001823'
 */
export function parseStudy(json: string, file: string, kinds: readonly SiteKind[] = SITE_KINDS): Study {
  const parsed = studySchema.safeParse(parseJson(json, file))
  if (!parsed.success) throw badStudy(file, parsed.error.issues.map(problemOf))
  const problems = orderProblems(parsed.data, kinds)
  if (problems.length > 0) throw badStudy(file, problems)
  const { amenities, ...others } = parsed.data
  return { ...others, ...(amenities === undefined ? {} : { amenities: sitesOf(amenities) }) }
}

/** The sites of a study with the keys that name one kind read as kinds. */
function sitesOf({ pools, libraries, ...others }: SitesInFile): StudySites {
  const named = Object.entries({ pools, libraries }).flatMap(([id, of]) =>
    of === undefined ? [] : [[id, of] as const],
  )
  return { ...others, kinds: { ...Object.fromEntries(named), ...others.kinds } }
}

/**
 * The kinds of sites that a study needs: those it asks for; and where it names sites and asks for none of a kind
 * without names, every such kind.
 *
 * @example
 * import { kindsOf, parseStudy } from 'wardstick/study'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * kindsOf(parseStudy(text, file)) // => ['pools', 'libraries']
 */
export function kindsOf({ amenities }: Study): string[] {
  const asked = Object.keys(amenities?.kinds ?? {})
  const nameless = SITE_KINDS.filter(({ hasNames }) => !hasNames).map(({ id }): string => id)
  const isNamed = (amenities?.siteNames ?? []).length > 0
  return isNamed && !asked.some((id) => nameless.includes(id)) ? [...asked, ...nameless] : asked
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

function orderProblems(
  { before, after, baseYear, budgetBaseYear, claimYear, indicators, amenities, voluntaryProvision }: StudyInFile,
  kinds: readonly SiteKind[],
): StudyProblem[] {
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
    ...(amenities === undefined ? [] : siteProblems(amenities, kinds)),
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

function siteProblems(sites: SitesInFile, kinds: readonly SiteKind[]): StudyProblem[] {
  const { pools, libraries } = sites
  const asked = [
    ...Object.entries({ pools, libraries }).map(([id, days]) => ({ path: `amenities.${id}`, id, days })),
    ...Object.entries(sites.kinds ?? {}).map(([id, days]) => ({ path: `amenities.kinds.${id}`, id, days })),
  ].flatMap(({ days, ...each }) => (days === undefined ? [] : [{ ...each, days }]))
  const ids = kinds.map(({ id }) => id).join(', ')
  return [
    ...asked.flatMap(({ path, days }) => dayProblems(path, days)),
    ...(asked.length > 0
      ? []
      : [
          {
            path: 'amenities',
            problem: `needs the days of a kind of sites (${ids}); without any leave amenities out`,
          },
        ]),
    ...asked.flatMap(({ path, id, days }, i) =>
      asked.findIndex((each) => each.id === id) < i
        ? [{ path, problem: `the days of ${id} stand there twice` }]
        : kindProblems(path, id, days, kinds),
    ),
  ]
}

/** An id that no kind of sites has, and days that a kind does not cover. */
function kindProblems(path: string, id: string, days: Days, kinds: readonly SiteKind[]): StudyProblem[] {
  const kind = kinds.find((each) => each.id === id)
  if (kind === undefined) return [{ path, problem: unknownKind(id, kinds) }]
  const { first, last } = kind.days
  const { register } = kind.words
  const late = [days.base, days.claim, ...days.since].find((day) => day > last)
  return [
    ...(days.base >= first
      ? []
      : [
          {
            path: `${path}.base`,
            problem: `the ${register} begin${register.startsWith('lists ') ? '' : 's'} with ${first}`,
          },
        ]),
    ...(late === undefined ? [] : [{ path, problem: `${late} is not a day up to ${last}, which the data cover` }]),
  ]
}

const unknownKind = (id: string, kinds: readonly SiteKind[]): string =>
  unknownName(
    'kind of sites',
    id,
    kinds.map((kind) => kind.id),
  ).message.replace(/\.$/, '')

function dayProblems(
  path: string,
  { base, claim, since }: { readonly base: IsoDate; readonly claim: IsoDate; readonly since: readonly IsoDate[] },
): StudyProblem[] {
  const early = since.find((each) => each <= claim)
  const unsorted = since.findIndex((each, i) => each <= (since[i - 1] ?? ''))
  return [
    ...(unsorted < 0 ? [] : [{ path: `${path}.since.${unsorted}`, problem: 'the days must be in order, each once' }]),
    ...(claim > base ? [] : [{ path: `${path}.claim`, problem: 'must come after base' }]),
    ...(early === undefined ? [] : [{ path: `${path}.since`, problem: `${early} does not come after claim` }]),
  ]
}
