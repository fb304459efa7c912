import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

/** What is used of tslab's converter: TypeScript 5.0.4 as a cell of a notebook has it. */
interface Converter {
  convert(before: string, cell: string): { readonly diagnostics: readonly { readonly messageText: string }[] }
  complete(before: string, cell: string, at: number): { readonly candidates: readonly string[] }
  inspect(before: string, cell: string, at: number): object | undefined
  close(): void
}

/** tslab's own answers to what a notebook asks of a cell, without a kernel; cells find what this folder finds. */
export function openConverter(): {
  /** What Tab offers at the end of a cell, or at a place in it. @throws whatever TypeScript throws. */
  complete(cell: string, at?: number): readonly string[]
  /** What Shift-Tab tells at a place in a cell; empty where it tells nothing. */
  inspect(cell: string, at: number): string
  /** What TypeScript finds in a cell. */
  problems(cell: string): readonly string[]
  close(): void
} {
  const { createConverter } = load('tslab/dist/converter.js') as {
    createConverter: (options: { readonly isJS: boolean; readonly isBrowser: boolean }) => Converter
  }
  const { printQuickInfo } = load('tslab/dist/inspect.js') as { printQuickInfo: (info: object) => string }
  const converter = createConverter({ isJS: false, isBrowser: false })
  return {
    complete: (cell, at = cell.length) => converter.complete('', cell, at).candidates,
    inspect: (cell, at) => {
      const info = converter.inspect('', cell, at)
      return info === undefined ? '' : printQuickInfo(info)
    },
    problems: (cell) => converter.convert('', cell).diagnostics.map(({ messageText }) => messageText),
    close: () => converter.close(),
  }
}
