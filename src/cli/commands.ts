import { join } from 'node:path'
import { type DataLocation, readStudyText } from '../datasets/index.js'
import { usage } from '../errors.js'
import { drawingPool } from '../render/index.js'
import { districtsOfCouncil } from '../geography/districtsOfCouncil.js'
import {
  PAGE_FILE,
  STUDY_FORMATS,
  type StudyFormat,
  type WardData,
  councilProfile,
  findingsDocument,
  loadCouncilData,
  loadStudyData,
  loadStudyDescriptors,
  loadWardData,
  loadWardPopulations,
  loadWardsAround,
  parseStudy,
  runStudy,
  wardProfile,
  writeStudy,
} from '../study/index.js'
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

/** Runs a study, writes its results and prints them. */
export async function studyCommand(
  name: string,
  { out, version, format, open, json, data }: StudyCommand,
): Promise<void> {
  const formats = formatsIn(format)
  if (open === true && !formats.includes('page'))
    throw usage(`--open opens the page, and --format ${format} writes none.`)
  const progress = progressOn(process.stderr)
  const { file, text } = await readStudyText(name)
  const study = parseStudy(text, file)
  const pool = formats.includes('page') || formats.includes('charts') ? drawingPool() : null
  const { result, folder, files } = await progress
    .during(async (step) => {
      step('loading the tables')
      const loaded = await loadStudyData({ folder: data })
      step('measuring')
      const result = runStudy(study, loaded)
      step('drawing and writing')
      const [around, descriptors] = await Promise.all([
        loadWardsAround(result, loaded, { folder: data }),
        loadStudyDescriptors({ folder: data }),
      ])
      return {
        result,
        ...(await writeStudy(result, {
          out,
          version,
          around,
          descriptors,
          formats,
          ...(pool === null ? {} : { draw: pool.draw }),
        })),
      }
    })
    .finally(() => pool?.close())
  if (json === true) print(JSON.stringify(findingsDocument(result, version), null, 2))
  else print(`${studyReport(result)}\n\n${writtenReport(folder, files)}`)
  if (open === true) await openPage(join(folder, PAGE_FILE))
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
