import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { failedRead } from '../../errors.js'
import type { SourceFile } from '../sourceFile.js'

/**
 * Reads a source file whole.
 *
 * @param folder the folder of the sources.
 * @param name the file's path below it, with forward slashes; messages use this name.
 * @throws InputError `missing-file` when there is none, `bad-file` for a folder or what cannot be read.
 * @example
 * import { readSourceFile } from 'wardstick/sources'
 * await readSourceFile('sources', 'spending/outturn/RS_2009-10.xls') // throws 'missing-file'
 */
export async function readSourceFile(folder: string, name: string): Promise<SourceFile> {
  try {
    return { name, bytes: await readFile(resolve(folder, ...name.split('/'))) }
  } catch (error) {
    throw failedRead(name, error, `Put the official file there, or name the folder that has it (looked in ${folder}).`)
  }
}

/**
 * The sha256 of some bytes, in hexadecimal.
 *
 * @example
 * import { sha256 } from 'wardstick/sources'
 * sha256('abc').slice(0, 16) // => 'ba7816bf8f01cfea'
 */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
