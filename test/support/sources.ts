import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'fflate'
import { packTar } from 'modern-tar'
import { describe } from 'vitest'
import { readSourceFile } from '../../src/sources/index.js'
import type { SourceFile } from '../../src/sources/index.js'

/** The folder of official files beside the project, where it is there. */
export const SOURCES = fileURLToPath(new URL('../../../shared/sources', import.meta.url))

/** A group of tests on the official files themselves: skipped, and said to be skipped, where they are not there. */
export function describeOnSources(name: string, tests: () => void): void {
  if (existsSync(SOURCES)) describe(name, tests)
  else describe.skip(`${name} (skipped: the official files are not at ${SOURCES})`, tests)
}

/** One of the official files. */
export const sourceFile = (name: string): Promise<SourceFile> => readSourceFile(SOURCES, name)

/** A text as a source file of a name. */
export const textFile = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) })

/** A gzipped tar archive of some files, as a source file; what is no text is written as JSON. */
export async function archiveFile(name: string, files: Readonly<Record<string, unknown>>): Promise<SourceFile> {
  const entries = Object.entries(files).map(([file, content]) => {
    const body = typeof content === 'string' ? content : JSON.stringify(content)
    return { header: { name: file, size: new TextEncoder().encode(body).length, type: 'file' as const }, body }
  })
  return { name, bytes: gzipSync(await packTar(entries)) }
}
