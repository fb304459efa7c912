/**
 * Treats wardstick as an ill-tempered world does: kills it while it writes, fills its disk, lets runs race, damages its
 * tables and the files it reads, and calls it wrongly. Each group prints what it tried; docs/reliability.md has the
 * table. Ends with a line `N passed, N failed`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { badArguments } from './badArguments.mjs'
import { damagedTables } from './damagedTables.mjs'
import { damagedTexts } from './damagedTexts.mjs'
import { damagedWorkbooks } from './damagedWorkbooks.mjs'
import { killedRuns, leftLocks, racingRuns, refusedWrites } from './writing.mjs'

const GROUPS = [
  killedRuns,
  refusedWrites,
  leftLocks,
  racingRuns,
  damagedTables,
  damagedTexts,
  damagedWorkbooks,
  badArguments,
]
const folder = mkdtempSync(join(tmpdir(), 'wardstick-hostile-'))
let passed = 0
let failed = 0
for (const group of GROUPS) {
  const start = performance.now()
  const { what, cases, faults } = await group(folder)
  passed += cases - faults.length
  failed += faults.length
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`${what}: ${cases - faults.length} of ${cases} as they should be (${seconds} s)`)
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
}
rmSync(folder, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
