import { createRequire } from 'node:module'
import { hasAll } from './displayable.js'
import type { MimeBundle } from './mimeBundle.js'

/** Where outputs go: the cell of a notebook in which the code runs now, or the terminal. */
export interface Output {
  readonly send: (bundle: MimeBundle) => void | Promise<void>
  readonly isKernel: boolean
}

/** Finds the kernel in which the code runs: tslab, or Deno's; without one, outputs are printed as text. */
export function findOutput(): Output {
  const send = tslab() ?? deno()
  return { send: send ?? printed, isKernel: send !== null }
}

type Send = Output['send']

/** What tslab offers to its cells: its public display sends one form alone, this sends all of one output together. */
type TslabWriter = (
  output: { readonly data: MimeBundle; readonly metadata: object; readonly transient: object },
  update: boolean,
) => void

function tslab(): Send | null {
  const loaded = Object.entries(createRequire(import.meta.url).cache).filter(([file]) =>
    /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(file),
  )
  const kernel = loaded
    .map(([, module]) => module?.exports as unknown)
    .find(
      (each): each is { readonly lastWriteDisplayData: TslabWriter } =>
        hasAll(each, ['lastWriteDisplayData']) && typeof each.lastWriteDisplayData === 'function',
    )
  if (kernel === undefined) return null
  // The writer of the cell that runs now: what takes longer than the cell belongs to it all the same.
  const write = kernel.lastWriteDisplayData
  return (data) => write({ data, metadata: {}, transient: {} }, false)
}

type DenoDisplay = (bundle: MimeBundle, options: { readonly raw: true }) => Promise<void>

function deno(): Send | null {
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

const printed: Send = (bundle) => {
  process.stdout.write(`${bundle['text/plain']}\n`)
}
