import { type DataLocation, readStudyText } from '../datasets/index.js'
import { districtsOfCouncil } from '../geography/districtsOfCouncil.js'
import { type WardData, councilProfile, findingsDocument, loadCouncilData, loadStudyData, loadWardData, loadWardPopulations, parseStudy, runStudy, wardProfile, writeStudy } from '../study/index.js'
import { councilReport } from './councilReport.js'
import { progressOn } from './progress.js'
import { studyReport } from './studyReport.js'
import { wardReport } from './wardReport.js'

/** What the study command was asked for. */
export interface StudyCommand {
  readonly out: string
  readonly version: string
  readonly json?: true
  readonly data?: string
}

/** Runs a study, writes its results and prints them. */
export async function studyCommand(name: string, { out, version, json, data }: StudyCommand): Promise<void> {
  const progress = progressOn(process.stderr)
  const { file, text } = await readStudyText(name)
  const study = parseStudy(text, file)
  const { result, folder, files } = await progress.during(async (step) => {
    step('loading the tables')
    const loaded = await loadStudyData({ folder: data })
    step('measuring')
    const result = runStudy(study, loaded)
    step('drawing and writing')
    return { result, ...(await writeStudy(result, { out, version })) }
  })
  if (json === true) print(JSON.stringify(findingsDocument(result, version), null, 2))
  else print(`${studyReport(result)}\n\nWritten to ${folder}:\n${files.map((path) => `  ${path}`).join('\n')}`)
}

/** Prints a council's profile. */
export async function councilCommand(name: string, { asOf, json, data }: { readonly asOf?: string; readonly json?: true; readonly data?: string }): Promise<void> {
  const loaded = await loadCouncilData({ folder: data })
  const profile = councilProfile(loaded.register.resolve(name, asOf).e_code, loaded)
  print(json === true ? JSON.stringify(profile, null, 2) : councilReport(profile))
}

/** Prints a ward's profile. */
export async function wardCommand(name: string, { council, json, data }: { readonly council?: string; readonly json?: true; readonly data?: string }): Promise<void> {
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
