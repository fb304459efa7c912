import { resolve } from 'node:path'
import { usage } from '../errors.js'

/**
 * Opens a page in the browser of the machine.
 *
 * @throws InputError `usage` when there is no browser to open it, naming the file to open by hand.
 */
export async function openPage(file: string): Promise<void> {
  const { default: open } = await import('open')
  const failed = (reason: string): Error => usage(`No browser could be opened (${reason}). Open ${resolve(file)} by hand.`)
  const started = await open(resolve(file)).catch((error: unknown) => {
    throw failed(error instanceof Error ? error.message : String(error))
  })
  await new Promise<void>((done, fail) => {
    started.once('error', (error) => fail(failed(error.message)))
    started.once('exit', (code) => (code === null || code === 0 ? done() : fail(failed(`it ended with ${code}`))))
    setTimeout(done, PATIENCE).unref()
  })
}

/** A browser that has not failed after so long is taken to be open, in milliseconds. */
const PATIENCE = 1500
