import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
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
