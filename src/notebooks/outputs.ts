import type { Output } from './file.js'

/** Something that a cell of a running notebook printed, displayed, or displayed anew. */
export type OutputEvent =
  | { readonly kind: 'stream'; readonly cell: number; readonly name: 'stdout' | 'stderr'; readonly text: string }
  | {
      readonly kind: 'display'
      readonly cell: number
      readonly data: Readonly<Record<string, unknown>>
      readonly metadata: Readonly<Record<string, unknown>>
      readonly id: string | null
      readonly update: boolean
    }

/**
 * The outputs of each cell, as Jupyter keeps them: what is printed to one stream in a row is one output, and what is
 * displayed anew under an id takes the place of what was displayed under it, in whichever cell that stands.
 */
export function collectOutputs(events: readonly OutputEvent[]): ReadonlyMap<number, readonly Output[]> {
  const cells = new Map<number, Output[]>()
  const displayed = new Map<string, [Output[], number][]>()
  for (const event of events) {
    const outputs = cells.get(event.cell) ?? []
    cells.set(event.cell, outputs)
    if (event.kind === 'stream') {
      print(outputs, event.name, event.text)
      continue
    }
    const output: Output = { output_type: 'display_data', data: { ...event.data }, metadata: { ...event.metadata } }
    const places = event.id === null ? [] : (displayed.get(event.id) ?? [])
    for (const [list, index] of places) list[index] = output
    if (event.update) continue
    if (event.id !== null) displayed.set(event.id, [...places, [outputs, outputs.length]])
    outputs.push(output)
  }
  return cells
}

function print(outputs: Output[], name: string, text: string): void {
  const last = outputs.at(-1)
  if (last?.output_type === 'stream' && last.name === name)
    outputs[outputs.length - 1] = { ...last, text: last.text + text }
  else outputs.push({ output_type: 'stream', name, text })
}
