import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Notebook } from '../../src/notebooks/file.js'

/** A folder of a test's own from which wardstick and tslab are found. */
export function notebookFolder(): string {
  const place = fileURLToPath(new URL('../../node_modules/.tmp/', import.meta.url))
  mkdirSync(place, { recursive: true })
  return mkdtempSync(join(place, 'notebook-'))
}

/** A notebook of code cells that have not been run. */
export function notebookOf(sources: readonly string[], metadata: Notebook['metadata'] = {}): Notebook {
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata,
    cells: sources.map((source, i) => ({
      cell_type: 'code',
      id: `cell-${i + 1}`,
      metadata: {},
      source,
      execution_count: null,
      outputs: [],
    })),
  }
}

/** Writes a notebook of code cells. */
export function writeCells(file: string, sources: readonly string[], metadata?: Notebook['metadata']): string {
  writeFileSync(file, JSON.stringify(notebookOf(sources, metadata)))
  return file
}
