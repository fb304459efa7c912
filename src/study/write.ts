import { join } from 'node:path'
import type { WardFeature } from '../model/boundary.js'
import { renderBoth } from '../render/render.js'
import { type FilesToWrite, writeWhole } from '../render/writeWhole.js'
import { toCsv } from '../table/print.js'
import { studyCharts } from './charts.js'
import { findingsDocument } from './document.js'
import type { StudyResult } from './run.js'
import { studyTables } from './tables.js'

/** Where and how the results of a study are written. */
export interface StudyWriting {
  /** Folder below which the study gets a folder of its name. */
  readonly out: string
  /** Version of wardstick, which `findings.json` names. */
  readonly version: string
  /** Boundaries for the maps, by `loadWardsAround`; without them no map is drawn. */
  readonly around?: readonly WardFeature[]
}

/**
 * Writes the results of a study: `findings.json`, `tables/*.csv`, and `charts/` as Vega-Lite, SVG and PNG.
 *
 * The folder is written whole or not at all; what an earlier run of the study wrote is replaced.
 *
 * @returns the folder, and the paths of the files below it.
 * @throws InputError `unwritable` when the folder cannot be written or holds files of something else.
 * @example
 * import { parseStudy, runStudy, loadStudyData, writeStudy } from 'wardstick/study'
 * import { readStudyText } from 'wardstick/data'
 * const { file, text } = await readStudyText('aspley')
 * const result = runStudy(parseStudy(text, file), await loadStudyData())
 * await writeStudy(result, { out: 'package.json/results', version: '0.1.0' }) // throws 'unwritable'
 */
export async function writeStudy(result: StudyResult, { out, version, around = [] }: StudyWriting): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const folder = join(out, result.study.name)
  const files = await studyFiles(result, version, around)
  await writeWhole(folder, files)
  return { folder, files: [...files.keys()] }
}

async function studyFiles(result: StudyResult, version: string, around: readonly WardFeature[]): Promise<FilesToWrite> {
  const files = new Map<string, string | Uint8Array>([['findings.json', json(findingsDocument(result, version))]])
  for (const [name, grid] of studyTables(result)) files.set(`tables/${name}`, toCsv(grid))
  const charts = await Promise.all(studyCharts(result, around).map(async ({ id, specs: { wide } }) => ({ name: id, spec: wide, ...(await renderBoth(wide)) })))
  for (const { name, spec, svg, png } of charts) {
    files.set(`charts/${name}.vl.json`, json(spec))
    files.set(`charts/${name}.svg`, svg)
    files.set(`charts/${name}.png`, png)
  }
  return files
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
