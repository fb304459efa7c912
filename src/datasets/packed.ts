import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { alteredDataset, failedRead, isAbsent, missingDataset } from '../errors.js'

const REMEDY = 'Name a folder of datasets, or install wardstick again.'
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Reads a file of the built-in data. @throws InputError `missing-dataset`, or `bad-file` where it cannot be read. */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(resolve(file))
  } catch (error) {
    throw isAbsent(error) ? missingDataset(file) : failedRead(file, error, REMEDY)
  }
}

/**
 * Reads and unpacks a gzipped file of the built-in data, when its bytes as stored have the sha256 of its descriptor.
 *
 * @throws InputError `missing-dataset` or `altered-dataset`.
 */
export async function readPacked(file: string, hash: string): Promise<Buffer> {
  const packed = await readBytes(file)
  const found = `sha256:${sha256(packed)}`
  if (found !== hash) throw alteredDataset(file, hash.slice(7), found.slice(7))
  return gunzipSync(packed)
}
