import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { missingRuntime } from '../../errors.js'

/** The bundle lies in `dist`, whether this file is run from there or from `src`. */
const BUNDLE = new URL('../../../dist/render/page/browserScript.js', import.meta.url)

/** The script that draws the charts of a page in the browser. */
export async function loadRuntime(): Promise<string> {
  try {
    return (await readFile(BUNDLE, 'utf8')).trim()
  } catch {
    throw missingRuntime(fileURLToPath(BUNDLE))
  }
}
