import { z } from 'zod'
import { STATUSES } from '../model/status.js'
import { unitText } from '../model/unit.js'
import { PLACE_KINDS } from '../model/value.js'
import { type Figure, figureId, figuresOf } from '../findings/figures.js'
import { findingsOf } from '../findings/findings.js'
import type { AmenityResult } from '../findings/neighbourhood.js'
import type { IndicatorResult, StudyResult } from '../findings/studyResult.js'
import { UNKNOWN } from '../findings/unknown.js'
import { noteInWords } from '../values/words.js'

const plainPeriod = z.union([z.string(), z.strictObject({ from: z.string(), to: z.string() })])
const placeSchema = z.strictObject({
  kind: z.enum(PLACE_KINDS),
  code: z.string(),
  name: z.string(),
  vintage: z.string(),
})

const figureSchema = z.strictObject({
  id: z.string().describe('Unique in the study: indicator, measure, code of the place, period'),
  indicator: z.string(),
  measure: z.string().describe('nominal, real, or real per head; a change is in per cent of the first period'),
  place: placeSchema,
  period: z.union([
    plainPeriod,
    z.strictObject({ since: z.string(), until: z.string() }),
    z.strictObject({ before: plainPeriod, after: plainPeriod }),
  ]),
  unit: z.string(),
  owner: z.enum(PLACE_KINDS).describe('whose figure it is: a council’s may be shown for its ward'),
  value: z.number().nullable().describe('null when missing, never 0'),
  bounds: z
    .strictObject({ lower: z.number(), upper: z.number() })
    .optional()
    .describe('between which numbers the value lies where dates leave it open'),
  status: z.enum(STATUSES),
  basis: z.enum(['outturn', 'budget', 'derived-positive-only']).optional(),
  comparable: z.boolean(),
  notes: z.array(z.string()),
  source: z.array(z.string()),
})

const placementSchema = z.strictObject({
  indicator: z.string(),
  measure: z.string(),
  period: z.strictObject({ before: plainPeriod, after: plainPeriod }),
  rank: z.int().nullable().describe('1 is the lowest change, the deepest cut'),
  n: z.int(),
  lowerQuartile: z.number().nullable(),
  median: z.number().nullable(),
  upperQuartile: z.number().nullable(),
  without: z.array(z.strictObject({ code: z.string(), name: z.string(), notes: z.array(z.string()) })),
  groups: z.array(z.strictObject({ label: z.string(), n: z.int(), median: z.number().nullable() })),
})

const placeboSchema = z.strictObject({
  indicator: z.string(),
  measure: z.string(),
  period: z.strictObject({ before: plainPeriod, after: plainPeriod }),
  change: z.number().nullable(),
  unit: z.string(),
  percentile: z
    .number()
    .nullable()
    .describe('Placebo percentile among the matched wards, the ward left out; not a p-value'),
  n: z.int(),
  lowerQuartile: z.number().nullable(),
  median: z.number().nullable(),
  upperQuartile: z.number().nullable(),
  without: z.int().describe('Matched wards without a value'),
})

const matchingSchema = z.strictObject({
  label: z.string(),
  candidates: z.int(),
  incomplete: z.int().describe('Candidates that lack a covariate'),
  wards: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      district: z.string(),
      distance: z.number().describe('Mahalanobis distance'),
    }),
  ),
  balance: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      own: z.number(),
      matched: z.number(),
      candidates: z.number(),
      differenceBefore: z.number(),
      differenceAfter: z.number(),
    }),
  ),
})

/** The form of `findings.json`. */
export const findingsSchema = z.strictObject({
  study: z.string(),
  title: z.string(),
  wardstick: z.string().describe('Version of wardstick'),
  place: placeSchema,
  ward: placeSchema.nullable(),
  prices: z.strictObject({ deflator: z.string(), of: z.string() }),
  comparators: z.strictObject({
    label: z.string(),
    councils: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    leftOut: z.array(z.strictObject({ code: z.string(), name: z.string(), reason: z.string() })),
  }),
  findings: z.array(
    z.strictObject({
      id: z.string(),
      headline: z.string(),
      question: z.string(),
      sentence: z.string(),
      detail: z.array(z.string()),
      caveats: z.array(z.string()),
      method: z.array(z.string()).describe('How the figures are made'),
      figures: z.array(z.string()).describe('Ids of the figures from which the sentence is made'),
      rows: z.array(z.string()).describe('Which rows were used, which were not, and why'),
    }),
  ),
  figures: z.array(figureSchema),
  placements: z.array(placementSchema),
  matchedWards: matchingSchema.nullable(),
  placebos: z.array(placeboSchema),
  unknown: z
    .array(z.strictObject({ what: z.string(), file: z.string() }))
    .describe('What no open data tell, and which file would'),
  notes: z.record(z.string(), z.string()).describe('What each note means'),
})

/** Everything that a study found, as data: what `findings.json` holds. */
export interface FindingsDocument extends z.infer<typeof findingsSchema> {}
type FigureRow = z.infer<typeof figureSchema>

/** The JSON Schema of `findings.json`, as published in `schemas/findings.schema.json`. */
export function findingsJsonSchema(): object {
  return { title: 'wardstick findings', ...z.toJSONSchema(findingsSchema, { target: 'draft-7' }) }
}

/**
 * The findings of a study as data: every figure with its place, vintage, indicator, unit, period, status, basis and
 * source.
 *
 * @param result what `runStudy` found.
 * @param version the version of wardstick that ran it.
 * @example
 * import { parseStudy, runStudy, findingsDocument } from 'wardstick/study'
 * import { loadStudyData } from 'wardstick/data'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadStudyData())
 * const { figures } = findingsDocument(result, '0.1.0')
 * figures.find(
 *   ({ indicator, measure, period }) => indicator === 'culture' && measure === 'nominal' && period === '2009-10',
 * )?.value // => 26179
 */
export function findingsDocument(result: StudyResult, version: string): FindingsDocument {
  const { study, place, ward, comparators, leftOut, indicators } = result
  const figures = figuresOf(result).map(plain)
  const codeOf = (each: { gss_code: string | null; e_code: string }): string => each.gss_code ?? each.e_code
  return {
    study: study.name,
    title: study.title,
    wardstick: version,
    place,
    ward,
    prices: study.prices,
    comparators: {
      label: study.comparators.label,
      councils: comparators.map((each) => ({ code: codeOf(each), name: each.name })),
      leftOut: leftOut.map(({ council: each, reason }) => ({ code: codeOf(each), name: each.name, reason })),
    },
    findings: findingsOf(result).map((finding) => ({
      ...finding,
      detail: [...finding.detail],
      caveats: [...finding.caveats],
      method: [...finding.method],
      figures: [...new Set(finding.figures.map(figureId))],
      rows: [...finding.rows],
    })),
    figures,
    placements: indicators.flatMap(placementsOf),
    matchedWards: matchedWards(result),
    placebos: result.neighbourhood?.amenities.flatMap(placebosOf) ?? [],
    unknown: UNKNOWN.map((each) => ({ ...each })),
    notes: Object.fromEntries(
      [...new Set(figures.flatMap(({ notes }) => notes))]
        .sort()
        .map((note) => [note, noteInWords(note, result.breaks)]),
    ),
  }
}

function matchedWards({ neighbourhood, study }: StudyResult): FindingsDocument['matchedWards'] {
  const matching = neighbourhood?.matching ?? null
  if (matching === null) return null
  return {
    label: study.amenities?.comparators.label ?? '',
    candidates: matching.candidates,
    incomplete: matching.incomplete,
    wards: matching.matched.map(({ unit, distance }) => ({
      code: unit.ward_code,
      name: unit.ward_name,
      district: unit.district_name,
      distance,
    })),
    balance: matching.balance.map((each) => ({ ...each })),
  }
}

function placebosOf({ kind, comparisons }: AmenityResult): FindingsDocument['placebos'] {
  return comparisons.map(({ measure, own, placebo }) => ({
    indicator: kind,
    measure,
    period: own.change.period as { before: string; after: string },
    change: own.change.value,
    unit: unitText(own.change.unit),
    percentile: placebo.percentile,
    n: placebo.distribution?.n ?? 0,
    lowerQuartile: placebo.distribution?.lower ?? null,
    median: placebo.distribution?.median ?? null,
    upperQuartile: placebo.distribution?.upper ?? null,
    without: placebo.without.length,
  }))
}

function plain(figure: Figure): FigureRow {
  const { indicator, measure } = figure
  const { value, unit, period, place, owner, status, bounds, basis, comparable, notes, source } = figure.value
  return {
    id: figureId(figure),
    indicator,
    measure,
    place,
    period,
    unit: unitText(unit),
    owner,
    value,
    status,
    ...(bounds === undefined ? {} : { bounds }),
    ...(basis === undefined ? {} : { basis }),
    comparable,
    notes: [...notes],
    source: [...source],
  }
}

function placementsOf({ indicator, comparisons }: IndicatorResult): FindingsDocument['placements'] {
  return comparisons.map(({ measure, own, placement, groups }) => ({
    indicator: indicator.id,
    measure,
    period: own.change.period as { before: string; after: string },
    rank: placement.rank,
    n: placement.distribution?.n ?? 0,
    lowerQuartile: placement.distribution?.lower ?? null,
    median: placement.distribution?.median ?? null,
    upperQuartile: placement.distribution?.upper ?? null,
    without: placement.without.map(({ place, notes }) => ({ code: place.code, name: place.name, notes: [...notes] })),
    groups: groups.map((group) => ({ ...group })),
  }))
}
