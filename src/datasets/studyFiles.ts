import { readFile, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { InputError, badFile, failedRead, isAbsent, unknownStudy } from '../errors.js'
import { BUILT_IN_DATA } from './dataset.js'
import { requireText } from '../model/given.js'

const STUDIES = join(BUILT_IN_DATA, 'studies')

/** The name of a built-in study. */
export type BuiltInStudy = 'aspley' | 'peterborough'
/** The name of a built-in study, which editors and notebooks complete, or any text: the path of a study file. */
export type StudyNameOrPath = BuiltInStudy | (string & Record<never, never>)

/** The text of a study file and the name that messages give it. */
export interface StudyText {
  readonly file: string
  readonly text: string
}

/**
 * Reads a study file: a built-in one by name (`aspley`), or one of your own by path (`./my-ward.json`).
 *
 * @throws InputError `unknown-study` with the names of those built in, `missing-file`, or `bad-file` for a folder, a
 * device or a file that is too large to be a study.
 * @example
 * import { readStudyText } from 'wardstick/data'
 * JSON.parse((await readStudyText('aspley')).text).council // => 'E06000018'
 * await readStudyText('asply') // throws 'unknown-study'
 */
export async function readStudyText(nameOrPath: StudyNameOrPath): Promise<StudyText> {
  requireText('name or path of a study', nameOrPath)
  const isPath = /[\\/]|\.json$/i.test(nameOrPath)
  const file = isPath ? nameOrPath : join(STUDIES, `${nameOrPath}.json`)
  try {
    await requireStudyFile(file)
    return { file: isPath ? nameOrPath : `studies/${nameOrPath}.json`, text: await readFile(resolve(file), 'utf8') }
  } catch (error) {
    if (error instanceof InputError) throw error
    if (!isPath && isAbsent(error)) throw unknownStudy(nameOrPath, await builtInStudies())
    throw failedRead(file, error, REMEDY)
  }
}

const REMEDY = 'Give the path of a study file; data/studies/aspley.json is one to start from.'
const MOST_BYTES = 10 * 2 ** 20

/** Refuses what would be read without end or as nothing. */
async function requireStudyFile(file: string): Promise<void> {
  const found = await stat(resolve(file))
  if (found.isDirectory()) throw badFile(file, 'this is a folder, not a file', REMEDY)
  if (found.isCharacterDevice() || found.isBlockDevice()) throw badFile(file, 'this is a device, not a file', REMEDY)
  if (found.size > MOST_BYTES) throw badFile(file, 'larger than 10 MB, which no study file is', REMEDY)
}

/**
 * The names of the built-in studies.
 *
 * @example
 * import { builtInStudies } from 'wardstick/data'
 * await builtInStudies() // => ['aspley', 'peterborough']
 */
export async function builtInStudies(): Promise<BuiltInStudy[]> {
  const files = await readdir(STUDIES).catch((): string[] => [])
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length) as BuiltInStudy)
    .sort()
}
