import { join } from 'node:path'
import { type DataLocation, readStudyText } from '../datasets/index.js'
import { usage } from '../errors.js'
import { drawingPool } from '../render/index.js'
import { requireWritable } from '../render/writeWhole.js'
import { districtsOfCouncil } from '../geography/districtsOfCouncil.js'
import {
  PAGE_FILE,
  STUDY_FORMATS,
  type Study,
  type StudyFormat,
  type StudyResult,
  councilProfile,
  findingsDocument,
  kindsOf,
  loadWardsAround,
  parseStudy,
  runStudy,
  wardProfile,
  writeStudy,
} from '../study/index.js'
import {
  type WardData,
  loadCouncilData,
  loadStudyData,
  loadStudyDescriptors,
  loadWardData,
  loadWardPopulations,
} from '../datasets/index.js'
import { councilReport } from './councilReport.js'
import { openPage } from './openPage.js'
import { progressOn } from './progress.js'
import { studyReport } from './studyReport.js'
import { wardReport } from './wardReport.js'
import { writtenReport } from './writtenReport.js'

/** What the study command was asked for. */
export interface StudyCommand {
  readonly out: string
  readonly version: string
  /** Forms to write, separated by commas. */
  readonly format: string
  readonly open?: true
  readonly json?: true
  readonly data?: string
}

/**
 * Runs a study, writes its results and prints them.
 *
 * A folder that cannot be written is told before the work; where writing fails after it, what was found is printed all
 * the same, and then the failure is thrown.
 */
export async function studyCommand(name: string, asked: StudyCommand): Promise<void> {
  const { out, version, open, json } = asked
  const formats = formatsIn(asked.format)
  if (open === true && !formats.includes('page'))
    throw usage(`--open opens the page, and --format ${asked.format} writes none.`)
  const { file, text } = await readStudyText(name)
  const study = parseStudy(text, file)
  await requireWritable(join(out, study.name))
  const { result, written } = await runAndWrite(study, formats, asked)
  if (json === true) print(JSON.stringify(findingsDocument(result, version), null, 2))
  else print([studyReport(result), ...writtenText(written)].join('\n\n'))
  if ('failure' in written) throw written.failure
  if (open === true) await openPage(join(written.folder, PAGE_FILE))
}

type Written = Awaited<ReturnType<typeof writeStudy>> | { readonly failure: unknown }

const writtenText = (written: Written): string[] =>
  'failure' in written ? [] : [writtenReport(written.folder, written.files)]

async function runAndWrite(
  study: Study,
  formats: readonly StudyFormat[],
  { out, version, data }: StudyCommand,
): Promise<{ readonly result: StudyResult; readonly written: Written }> {
  const pool = formats.includes('page') || formats.includes('charts') ? drawingPool() : null
  const location = { folder: data }
  return progressOn(process.stderr)
    .during(async (step) => {
      step('loading the tables')
      const kinds = kindsOf(study)
      const loaded = await loadStudyData({ ...location, kinds })
      step('measuring')
      const result = runStudy(study, loaded)
      step('drawing and writing')
      const [around, descriptors] = await Promise.all([
        loadWardsAround(result, loaded, location),
        loadStudyDescriptors({ ...location, kinds }),
      ])
      const drawing = pool === null ? {} : { draw: pool.draw }
      const written = await writeStudy(result, { out, version, around, descriptors, formats, ...drawing }).catch(
        (failure: unknown): Written => ({ failure }),
      )
      return { result, written }
    })
    .finally(() => pool?.close())
}

function formatsIn(text: string): StudyFormat[] {
  const names = text.split(',').map((name) => name.trim())
  const strange = names.find((name) => !STUDY_FORMATS.some((format) => format === name))
  if (strange !== undefined)
    throw usage(`--format: '${strange}' is not allowed. Allowed, separated by commas: ${STUDY_FORMATS.join(', ')}.`)
  return names as StudyFormat[]
}

/** Prints a council's profile. */
export async function councilCommand(
  name: string,
  { asOf, json, data }: { readonly asOf?: string; readonly json?: true; readonly data?: string },
): Promise<void> {
  const loaded = await loadCouncilData({ folder: data })
  const profile = councilProfile(loaded.register.resolve(name, asOf).e_code, loaded)
  print(json === true ? JSON.stringify(profile, null, 2) : councilReport(profile))
}

/** Prints a ward's profile. */
export async function wardCommand(
  name: string,
  { council, json, data }: { readonly council?: string; readonly json?: true; readonly data?: string },
): Promise<void> {
  const loaded = await loadWardData({ folder: data })
  const districts = council === undefined ? undefined : await districtsOf(council, loaded, { folder: data })
  const { ward_code } = loaded.wards.register.resolve(name, districts)
  const profile = wardProfile(ward_code, loaded, await loadWardPopulations({ folder: data }))
  print(json === true ? JSON.stringify(profile, null, 2) : wardReport(profile))
}

async function districtsOf(council: string, { wards }: WardData, location: DataLocation): Promise<ReadonlySet<string>> {
  const { register } = await loadCouncilData(location)
  return districtsOfCouncil(register.resolve(council), register, wards.register.wards)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
