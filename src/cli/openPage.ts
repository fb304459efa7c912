import { resolve } from 'node:path'
import { noBrowser } from '../errors.js'

/**
 * Opens a page in the browser of the machine.
 *
 * @throws InputError `no-browser` when there is no browser to open it, naming the file to open by hand.
 */
export async function openPage(file: string): Promise<void> {
  const { default: open } = await import('open')
  const failed = (reason: string): Error => noBrowser(resolve(file), reason)
  const started = await open(resolve(file)).catch((error: unknown) => {
    throw failed(error instanceof Error ? error.message : String(error))
  })
  await new Promise<void>((done, fail) => {
    const patience = setTimeout(done, PATIENCE)
    started.once('error', (error) => fail(failed(error.message)))
    started.once('exit', (code) =>
      code === null || code === 0 ? done() : fail(failed(`the command that opens it ended with ${code}`)),
    )
    started.once('close', () => clearTimeout(patience))
  })
}

/** A browser that has not failed after so long is taken to be open, in milliseconds. */
const PATIENCE = 1500
