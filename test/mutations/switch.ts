import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Number of the mutant that is switched on; 0 for none. */
    readonly mutant: number
    /** Folder into which a test file writes which mutants it reaches; empty for none. */
    readonly reached: string
  }
}

const [active, folder] = [inject('mutant'), inject('reached')]
const reached = new Set<number>()

/** Whether the mutant of a number is switched on: called wherever one stands. */
Object.assign(globalThis, {
  __isMutant: (mutant: number): boolean => {
    reached.add(mutant)
    return mutant === active
  },
})

afterAll(() => {
  const { testPath } = expect.getState()
  if (folder === '' || testPath === undefined) return
  writeFileSync(
    join(folder, `${testPath.replace(/[^\w.]/g, '_')}.json`),
    JSON.stringify({ testPath, reached: [...reached] }),
  )
})
