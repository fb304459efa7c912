import { join } from 'node:path'
import { badValue } from '../errors.js'
import type { WardFeature } from '../model/boundary.js'
import type { Descriptor } from '../model/descriptor.js'
import { renderPage } from '../render/page/page.js'
import { type Draw, drawChart, memoise } from '../render/drawing.js'
import { renderAll } from '../render/render.js'
import { type FilesToWrite, writeWhole } from '../render/writeWhole.js'
import { toCsv } from '../tables/print.js'
import type { StudyChart } from '../findings/charts/studyChart.js'
import { studyCharts } from '../findings/charts/charts.js'
import { findingsDocument } from './document.js'
import { studyPage } from './page.js'
import type { StudyResult } from '../findings/studyResult.js'
import { studyTables } from './tables.js'

/** In what forms the results of a study can be written. */
export const STUDY_FORMATS = ['page', 'tables', 'charts', 'json'] as const

/** One of {@link STUDY_FORMATS}. */
export type StudyFormat = (typeof STUDY_FORMATS)[number]

/** The page of a study, below its folder. */
export const PAGE_FILE = 'index.html'

/** Where and how the results of a study are written. */
export interface StudyWriting {
  /** Folder below which the study gets a folder of its name. */
  readonly out: string
  /** Version of wardstick, which page and `findings.json` name. */
  readonly version: string
  /** Boundaries for the maps, by `loadWardsAround`; without them no map is drawn. */
  readonly around: readonly WardFeature[]
  /** The official files behind the figures, for the page, by `loadStudyDescriptors`. */
  readonly descriptors: readonly Descriptor[]
  /** Draws a chart: here by default, or in the threads of a `drawingPool`. */
  readonly draw?: Draw
  /** Which forms; all of them when left out. */
  readonly formats?: readonly StudyFormat[]
}

/**
 * Writes the results of a study: the page `index.html`, `tables/*.csv`, `charts/` as Vega-Lite, SVG and PNG, and
 * `findings.json`.
 *
 * The folder is written whole or not at all; what an earlier run of the study wrote is replaced.
 *
 * @returns the folder, and the paths of the files below it.
 * @throws InputError `unwritable` when the folder cannot be written or holds files of something else; `bad-value` for
 * no format or an unknown one.
 * @example
 * import { parseStudy, runStudy, writeStudy } from 'wardstick/study'
 * import { loadStudyData } from 'wardstick/data'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadStudyData())
 * const options = { out: 'package.json/results', version: '0.1.0', around: [], descriptors: [], formats: ['json'] }
 * await writeStudy(result, options) // throws 'unwritable'
 */
export async function writeStudy(
  result: StudyResult,
  writing: StudyWriting,
): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const { out, formats = STUDY_FORMATS, draw = memoise(drawChart) } = writing
  const strange = formats.find((format) => !STUDY_FORMATS.includes(format))
  if (strange !== undefined || formats.length === 0)
    throw badValue('format of a study', strange ?? 'none', STUDY_FORMATS.join(', '))
  const folder = join(out, result.study.name)
  const files = await studyFiles(result, { ...writing, formats, draw })
  await writeWhole(folder, files)
  return { folder, files: [...files.keys()] }
}

async function studyFiles(
  result: StudyResult,
  { version, around, descriptors, formats, draw }: Required<StudyWriting>,
): Promise<FilesToWrite> {
  const asked = new Set(formats)
  const charts = asked.has('page') || asked.has('charts') ? studyCharts(result, around) : []
  const [page, pictures] = await Promise.all([
    asked.has('page') ? renderPage(studyPage(result, { charts, descriptors, version }), { draw }) : null,
    asked.has('charts') ? chartFiles(charts, draw) : [],
  ])
  return new Map<string, string | Uint8Array>([
    ...(page === null ? [] : [[PAGE_FILE, page] as const]),
    ...(asked.has('json') ? [['findings.json', json(findingsDocument(result, version))] as const] : []),
    ...(asked.has('tables')
      ? [...studyTables(result)].map(([name, grid]) => [`tables/${name}`, toCsv(grid)] as const)
      : []),
    ...pictures,
  ])
}

async function chartFiles(charts: readonly StudyChart[], draw: Draw): Promise<[string, string | Uint8Array][]> {
  const drawn = await renderAll(
    charts.map(({ specs: { wide } }) => wide),
    { draw },
  )
  return charts.flatMap(({ id, specs: { wide } }, i): [string, string | Uint8Array][] => [
    [`charts/${id}.vl.json`, json(wide)],
    [`charts/${id}.svg`, drawn[i]?.svg ?? ''],
    [`charts/${id}.png`, drawn[i]?.png ?? new Uint8Array()],
  ])
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
