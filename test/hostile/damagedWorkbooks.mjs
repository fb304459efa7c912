import { join } from 'node:path'
import { HERE, run } from './support.mjs'

/** Workbooks cut, changed and blown up: refused or read, within a bound of memory and time. */
export async function damagedWorkbooks() {
  const { stdout, stderr, status, isLate } = await run(
    process.execPath,
    ['--max-old-space-size=1024', join(HERE, 'workbooks.mjs')],
    { seconds: 120 },
  )
  const what = 'workbooks cut, changed and blown up'
  if (status !== 0)
    return { what, cases: 1, faults: [`${isLate ? 'hung' : `ended with ${status}`}: ${stderr.slice(-200)}`] }
  return { what, ...JSON.parse(stdout) }
}
