import type { ChartLayout, VegaLiteSpec } from '../charts/spec.js'
import { type DataLocation, type StudyNameOrPath, readStudyText } from '../datasets/index.js'
import { badValue } from '../errors.js'
import type { Value } from '../model/value.js'
import { type Displayable, hasAll } from '../display/displayable.js'
import type { StudyChart } from '../findings/charts/studyChart.js'
import { studyCharts } from '../findings/charts/charts.js'
import { type LoadedSites, loadSites } from '../datasets/sites.js'
import { type StudyData, loadStudyData } from '../datasets/studyData.js'
import { figureId, figuresOf } from '../findings/figures.js'
import { findingsOf } from '../findings/findings.js'
import type { ChartId, FigureId, FigureIndicator, FigureMeasureId, FindingId } from '../findings/ids.js'
import { type OwnWard, studyOfWard } from './ownWard.js'
import { type StudyResult } from '../findings/studyResult.js'
import { runStudy } from './run.js'
import { type Study, kindsOf, parseStudy } from './schema.js'
import { loadWardsAround } from './surroundings.js'
import { type ShownFinding, shownFinding, studyBlocks } from './view.js'

/** A study that has been run: its findings, charts and figures by their names. A notebook shows it whole. */
export interface OpenStudy extends Displayable {
  readonly result: StudyResult<Study>
  readonly findings: readonly ShownFinding[]
  readonly charts: readonly StudyChart[]
  /** The finding of an id. @throws InputError `bad-value` naming the ids. */
  finding(id: FindingId): ShownFinding
  /** The chart of an id, for a page (the default) or for a phone. @throws InputError `bad-value` naming the ids. */
  chart(id: ChartId, layout?: ChartLayout): VegaLiteSpec
  /**
   * The figure of an id as in `findings.json`: `culture/real-per-head/E06000018/2009-10..2014-15`. @throws InputError
   * `bad-value` naming ids that are like it.
   */
  figure(id: FigureId): Value
  /** The figure of an indicator, in a measure, of a place (its code), of a period: the four parts of its id. */
  figure(indicator: FigureIndicator, measure: FigureMeasureId, place: string, period: string): Value
}

/**
 * Runs a study on the built-in data and opens it: a built-in one by name, one of your own by the path of its file or as
 * an object, or the ward of your choice by its name.
 *
 * A ward of your own is studied in the years, days and prices of the Aspley study, with the councils of its council’s
 * kind as comparators.
 *
 * @param what `aspley`, `peterborough`, `./my-ward.json`, a study, or `{ ward: 'Headingley', council: 'Leeds' }`.
 * @throws InputError as `readStudyText`, `parseStudy` and `runStudy`; `bad-value` for what is no study; `unknown-place`
 * or `ambiguous-place` for a ward or a council.
 * @example
 * import { openStudy } from 'wardstick/study'
 * const aspley = await openStudy('aspley')
 * aspley.figure('culture/real-per-head/E06000018/2009-10..2014-15').value?.toFixed(1) // => '-33.2'
 * aspley.figure('culture', 'real-per-head', 'E06000018', '2009-10..2014-15').value?.toFixed(1) // => '-33.2'
 * aspley.chart('culture').title.subtitle.at(-1)
 * // => 'Nottingham (E06000018); its ward Aspley (E05001823, WD13) inherits the figures'
 * aspley.chart('cultur') // throws 'bad-value'
 */
export async function openStudy(
  what: StudyNameOrPath | Study | OwnWard,
  location: DataLocation = {},
): Promise<OpenStudy> {
  if (!isAsked(what))
    throw badValue(
      'study to open',
      JSON.stringify(what),
      'the name of a built-in study, the path of a study file, a study with its indicators, or a ward: { ' +
        "ward: 'Headingley', council: 'Leeds' }",
    )
  const places = await (location.folder === undefined
    ? (builtIn ??= loadStudyData({ kinds: [] }).catch(forgotten))
    : loadStudyData({ ...location, kinds: [] }))
  const study = await studyFor(what, places)
  const data = { ...places, ...(await sitesFor(study, location)) }
  const result = runStudy(study, data)
  const charts = studyCharts(result, await loadWardsAround(result, data, location))
  const findings = findingsOf(result).map((finding) => shownFinding(finding, charts))
  const figures = new Map<string, Value>(figuresOf(result).map((figure) => [figureId(figure), figure.value]))
  return {
    result,
    findings,
    charts,
    finding: (id) =>
      findings.find((each) => each.id === id) ??
      unknown(
        'finding',
        id,
        findings.map((each) => each.id),
      ),
    chart: (id, layout = 'wide') =>
      charts.find((each) => each.id === id)?.specs[layout] ??
      unknown(
        'chart',
        id,
        charts.map((each) => each.id),
      ),
    figure: (...parts: readonly string[]) => {
      const id = parts.join('/')
      return figures.get(id) ?? unknown('figure', id, likest(id, [...figures.keys()]))
    },
    toBlocks: () => studyBlocks(result, findings, charts),
  }
}

/** Notebooks check types, JavaScript does not. */
const isAsked = (what: unknown): boolean =>
  typeof what === 'string' || hasAll(what, ['indicators']) || (hasAll(what, ['ward']) && typeof what.ward === 'string')

/** The built-in data, once they have been loaded: a notebook opens one study after another. */
let builtIn: Promise<StudyData> | undefined

/** The built-in sites, once they have been loaded, by the id of their kind. */
const builtInSites = new Map<string, Promise<LoadedSites>>()

/** The sites that a study asks for. */
async function sitesFor(study: Study, location: DataLocation): Promise<LoadedSites> {
  const kinds = kindsOf(study)
  if (location.folder !== undefined) return loadSites({ ...location, kinds })
  const loaded = await Promise.all(
    kinds.map((kind) => {
      const known = builtInSites.get(kind) ?? loadSites({ kinds: [kind] })
      builtInSites.set(kind, known)
      known.catch(() => builtInSites.delete(kind))
      return known
    }),
  )
  return {
    siteKinds: loaded.flatMap(({ siteKinds }) => siteKinds),
    sites: Object.assign({}, ...loaded.map(({ sites }) => sites)) as LoadedSites['sites'],
  }
}

function forgotten(error: unknown): never {
  builtIn = undefined
  throw error
}

async function studyFor(what: string | Study | OwnWard, data: StudyData): Promise<Study> {
  if (typeof what === 'object' && 'indicators' in what) return parseStudy(JSON.stringify(what), what.name)
  const { file, text } = await readStudyText(typeof what === 'string' ? what : 'aspley')
  const study = parseStudy(text, file)
  return typeof what === 'string' ? study : studyOfWard(what, study, data)
}

function unknown(kind: string, id: string, known: readonly string[]): never {
  throw badValue(`${kind} of the study`, id, known.join(', '))
}

const MOST_LIKE = 12

/** The ids that share the most parts, each at its place, with one that is not known. */
function likest(id: string, ids: readonly string[]): string[] {
  const parts = id.split('/')
  const shared = (other: string): number => other.split('/').filter((part, i) => part === parts[i]).length
  return ids
    .map((other) => ({ other, shared: shared(other) }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_LIKE)
    .map(({ other }) => other)
}
