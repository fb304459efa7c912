import { z } from 'zod'
import { STATUSES, weakestStatus } from '../model/status.js'
import type { Place, Value } from '../model/value.js'
import type { Change } from './compare.js'
import { findingsOf } from './findings.js'
import type { IndicatorResult, StudyResult } from './run.js'
import { noteInWords } from './words.js'

const plainPeriod = z.union([z.string(), z.strictObject({ from: z.string(), to: z.string() })])
const placeSchema = z.strictObject({ kind: z.enum(['ward', 'council', 'group', 'country']), code: z.string(), name: z.string(), vintage: z.string() })

const figureSchema = z.strictObject({
  indicator: z.string(),
  measure: z.string().describe('nominal, real, or real per head; a change is in per cent of the first period'),
  place: placeSchema,
  period: z.union([plainPeriod, z.strictObject({ since: z.string(), until: z.string() }), z.strictObject({ before: plainPeriod, after: plainPeriod })]),
  unit: z.string(),
  value: z.number().nullable().describe('null when missing, never 0'),
  bounds: z.strictObject({ lower: z.number(), upper: z.number() }).optional().describe('between which numbers the value lies where dates leave it open'),
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
  findings: z.array(z.strictObject({ id: z.string(), question: z.string(), sentence: z.string(), caveats: z.array(z.string()) })),
  figures: z.array(figureSchema),
  placements: z.array(placementSchema),
  notes: z.record(z.string(), z.string()).describe('What each note means'),
})

/** Everything that a study found, as data: what `findings.json` holds. */
export type FindingsDocument = z.infer<typeof findingsSchema>
type Figure = z.infer<typeof figureSchema>

/** The JSON Schema of `findings.json`, as published in `schemas/findings.schema.json`. */
export function findingsJsonSchema(): object {
  return { title: 'wardstick findings', ...z.toJSONSchema(findingsSchema, { target: 'draft-7' }) }
}

/**
 * The findings of a study as data: every figure with its place, vintage, indicator, unit, period, status, basis and source.
 *
 * @param result what `runStudy` found.
 * @param version the version of wardstick that ran it.
 * @example
 * import { parseStudy, runStudy, loadCouncilData, findingsDocument } from 'wardstick/study'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadCouncilData())
 * const { figures } = findingsDocument(result, '0.1.0')
 * figures.find(({ indicator, measure, period }) => indicator === 'culture' && measure === 'nominal' && period === '2009-10').value // => 26179
 */
export function findingsDocument(result: StudyResult, version: string): FindingsDocument {
  const { study, place, ward, comparators, leftOut, indicators } = result
  const figures = indicators.flatMap((each) => figuresOf(each, ward))
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
    findings: findingsOf(result).map((finding) => ({ ...finding, caveats: [...finding.caveats] })),
    figures,
    placements: indicators.flatMap(placementsOf),
    notes: Object.fromEntries([...new Set(figures.flatMap(({ notes }) => notes))].sort().map((note) => [note, noteInWords(note, result.breaks)])),
  }
}

/** A council's value as its ward inherits it. */
export function inheritedBy(ward: Place, value: Value): Value {
  return { ...value, place: ward, status: weakestStatus([value.status, 'inherited']), notes: [...value.notes, 'council-figure-for-ward'] }
}

function figuresOf({ indicator, series, comparisons }: IndicatorResult, ward: Place | null): Figure[] {
  const figure = (measure: string, value: Value): Figure => ({ indicator: indicator.id, measure, ...plain(value) })
  const changes = (measure: string, { before, after, change }: Change): Figure[] => [
    ...[before, after].filter(({ period }) => typeof period !== 'string').map((value) => figure(measure, value)),
    figure(measure, change),
  ]
  const shown = comparisons.filter(({ measure }) => measure === 'real per head')
  return [
    ...series.flatMap(({ measure, own, england }) => [figure(measure, own), figure(measure, england)]),
    ...comparisons.flatMap(({ measure, own, england }) => [...changes(measure, own), ...changes(measure, england)]),
    ...(ward === null ? [] : shown.flatMap(({ measure, own }) => [own.before, own.after, own.change].map((value) => figure(measure, inheritedBy(ward, value))))),
  ]
}

function plain({ value, unit, period, place, status, basis, comparable, notes, source }: Value): Omit<Figure, 'indicator' | 'measure'> {
  return { place, period, unit, value, status, ...(basis === undefined ? {} : { basis }), comparable, notes: [...notes], source: [...source] }
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
