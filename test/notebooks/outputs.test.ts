import { describe, expect, it } from 'vitest'
import { collectOutputs } from '../../src/notebooks/outputs.js'

const stream = (cell: number, name: 'stdout' | 'stderr', text: string) =>
  ({ kind: 'stream', cell, name, text }) as const
const display = (cell: number, text: string, id: string | null = null, update = false) =>
  ({ kind: 'display', cell, data: { 'text/plain': text }, metadata: {}, id, update }) as const
const shown = (text: string) => ({ output_type: 'display_data', data: { 'text/plain': text }, metadata: {} })

describe('collectOutputs', () => {
  it('joins what is printed to one stream in a row', () => {
    const outputs = collectOutputs([
      stream(1, 'stdout', 'a'),
      stream(1, 'stdout', 'b'),
      stream(1, 'stderr', 'c'),
      stream(1, 'stdout', 'd'),
    ])
    expect(outputs.get(1)).toEqual([
      { output_type: 'stream', name: 'stdout', text: 'ab' },
      { output_type: 'stream', name: 'stderr', text: 'c' },
      { output_type: 'stream', name: 'stdout', text: 'd' },
    ])
  })

  it('gives late output to the cell that started it', () => {
    const outputs = collectOutputs([stream(1, 'stdout', 'a'), stream(2, 'stdout', 'b'), stream(1, 'stdout', 'late')])
    expect(outputs.get(1)).toEqual([{ output_type: 'stream', name: 'stdout', text: 'alate' }])
    expect(outputs.get(2)).toEqual([{ output_type: 'stream', name: 'stdout', text: 'b' }])
  })

  it('puts what is displayed anew in the place of what it updates, in every cell that shows it', () => {
    const outputs = collectOutputs([
      display(1, 'one', 'x'),
      display(1, 'other'),
      display(2, 'two', 'x'),
      display(3, 'three', 'x', true),
      display(3, 'no such', 'y', true),
    ])
    expect(outputs.get(1)).toEqual([shown('three'), shown('other')])
    expect(outputs.get(2)).toEqual([shown('three')])
    expect(outputs.get(3)).toEqual([])
  })
})
