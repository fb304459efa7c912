import { type ParsedTarEntryWithData, unpackTar } from 'modern-tar'
import { badFile } from '../../errors.js'
import { gunzip } from '../gunzip.js'
import type { SourceFile } from '../sourceFile.js'

/** How the files of an archive are named and read. */
export interface DistrictFiles {
  /** Matches the name of a district's file; its first group is the district's code. */
  readonly pattern: RegExp
  /** Most bytes that the archive may unpack to. */
  readonly limit: number
  /** What messages advise. */
  readonly remedy: string
}

/**
 * The files of a gzipped tar archive that holds one file a district, in the order of the districts. @throws InputError
 * `bad-file`.
 */
export async function districtFiles(
  file: SourceFile,
  options: DistrictFiles,
): Promise<[district: string, text: string][]> {
  const entries = await unpack(file, options)
  const found = entries.flatMap(({ header, data }): [string, string][] => {
    const district = options.pattern.exec(header.name)?.[1]
    return district === undefined || data === undefined ? [] : [[district, new TextDecoder().decode(data)]]
  })
  if (found.length === 0) throw badFile(file.name, 'the archive has no file of a district', options.remedy)
  return found.sort(([a], [b]) => (a < b ? -1 : 1))
}

async function unpack(file: SourceFile, { limit, remedy }: DistrictFiles): Promise<ParsedTarEntryWithData[]> {
  const bytes = gunzip(file, limit)
  try {
    return await unpackTar(bytes, { strict: true })
  } catch (error) {
    throw badFile(file.name, `not a readable tar archive (${(error as Error).message})`, remedy)
  }
}

/** The content of a JSON file of an archive. @throws InputError `bad-file`. */
export function parseJson(text: string, name: string, remedy: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badFile(name, `not JSON (${(error as Error).message})`, remedy)
  }
}
