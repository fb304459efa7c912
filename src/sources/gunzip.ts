import { Gunzip } from 'fflate'
import { WardstickError, badFile } from '../errors.js'
import type { SourceFile } from './sourceFile.js'

/**
 * Compressed bytes given to the decompressor at a time: what they become (at most 1,032 times as much) is counted
 * before the next.
 */
const SLICE = 16 * 1024
/** A gzip header and trailer around nothing. */
const SHORTEST = 20
const REMEDY = 'Use the file as it was published.'

/**
 * Unpacks a gzip file in memory, counting the bytes while they come, so that neither a bomb nor a forged size gets
 * through.
 *
 * @throws InputError `bad-file` when it is no gzip file, is cut short, holds more than `limit` bytes or another number
 * of bytes than it declares.
 */
export function gunzip(file: SourceFile, limit: number): Uint8Array {
  if (file.bytes.length < SHORTEST)
    throw badFile(file.name, `not a readable gzip file (${file.bytes.length} bytes)`, REMEDY)
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Gunzip((part) => {
    size += part.length
    if (size > limit)
      throw badFile(file.name, `unpacks to more than the ${limit} bytes that such a file may hold`, REMEDY)
    parts.push(part)
  })
  stream.onmember = () => {
    throw badFile(file.name, 'holds a second gzip member where one is expected', REMEDY)
  }
  for (let from = 0; from < file.bytes.length; from += SLICE) {
    const to = Math.min(from + SLICE, file.bytes.length)
    unpacking(file, () => stream.push(file.bytes.subarray(from, to), to === file.bytes.length))
  }
  const declared = new DataView(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).getUint32(
    file.bytes.byteLength - 4,
    true,
  )
  if (declared !== size) throw badFile(file.name, `declares ${declared} bytes and unpacks to ${size}`, REMEDY)
  return joined(parts, size)
}

function unpacking(file: SourceFile, push: () => void): void {
  try {
    push()
  } catch (error) {
    if (error instanceof WardstickError) throw error
    throw badFile(file.name, `not a readable gzip file (${(error as Error).message})`, REMEDY)
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
