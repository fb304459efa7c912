import { createRequire } from 'node:module'
import { hasAll } from './displayable.js'
import type { MimeBundle } from './mimeBundle.js'

/** Where outputs go: the kernel of the notebook in which the code runs, or the terminal. */
export type Output = (bundle: MimeBundle) => void | Promise<void>

/** Finds the kernel in which the code runs: tslab, or Deno's; without one, outputs are printed as text. */
export function findOutput(): Output {
  return tslab() ?? deno() ?? printed
}

/** What tslab offers to its cells: its public display sends one form alone, this sends all of one output together. */
type TslabWriter = (
  output: { readonly data: MimeBundle; readonly metadata: object; readonly transient: object },
  update: boolean,
) => void

function tslab(): Output | null {
  const loaded = Object.entries(createRequire(import.meta.url).cache).filter(([file]) =>
    /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(file),
  )
  const kernel = loaded
    .map(([, module]) => module?.exports as unknown)
    .find(
      (each): each is { readonly lastWriteDisplayData: TslabWriter } =>
        hasAll(each, ['lastWriteDisplayData']) && typeof each.lastWriteDisplayData === 'function',
    )
  return kernel === undefined
    ? null
    : (data) => kernel.lastWriteDisplayData({ data, metadata: {}, transient: {} }, false)
}

type DenoDisplay = (bundle: MimeBundle, options: { readonly raw: true }) => Promise<void>

function deno(): Output | null {
  const { Deno: host } = globalThis as { readonly Deno?: unknown }
  try {
    const jupyter = hasAll(host, ['jupyter']) ? host.jupyter : null
    return hasAll(jupyter, ['display']) && typeof jupyter.display === 'function'
      ? (bundle) => (jupyter.display as DenoDisplay)(bundle, { raw: true })
      : null
  } catch {
    return null
  }
}

const printed: Output = (bundle) => {
  process.stdout.write(`${bundle['text/plain']}\n`)
}
