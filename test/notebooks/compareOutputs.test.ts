import { describe, expect, it } from 'vitest'
import { cellsThatRun, changedCells } from '../../src/notebooks/compareOutputs.js'
import type { Notebook, Output } from '../../src/notebooks/file.js'

const stdout = (text: string): Output => ({ output_type: 'stream', name: 'stdout', text })
const chart = (title: string, png: string): Output => ({
  output_type: 'display_data',
  metadata: {},
  data: { 'application/vnd.vegalite.v5+json': { title }, 'image/png': png },
})
const notebook = (...outputs: readonly (readonly Output[])[]): Notebook => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [
    { cell_type: 'markdown', id: 'text', metadata: {}, source: 'text' },
    { cell_type: 'code', id: 'empty', metadata: {}, source: ' \n', execution_count: null, outputs: [] },
    ...outputs.map((each, i) => ({
      cell_type: 'code' as const,
      id: `code-${i}`,
      metadata: {},
      source: '1',
      execution_count: i + 1,
      outputs: [...each],
    })),
  ],
})

describe('changedCells', () => {
  it('finds nothing where outputs are the same', () => {
    expect(
      changedCells(notebook([stdout('a\n'), chart('One', 'AA')]), notebook([stdout('a\n'), chart('One', 'AA')])),
    ).toEqual([])
  })

  it('names the cell by its number among those that run, and the line that differs first', () => {
    expect(changedCells(notebook([], [stdout('a\nb\nc')]), notebook([], [stdout('a\nB\nC')]))).toEqual([
      { cell: 2, difference: "output 1, stdout, line 2: 'B' where the file has 'b'" },
    ])
    expect(changedCells(notebook([stdout('a')]), notebook([stdout('a\nb')]))).toEqual([
      { cell: 1, difference: "output 1, stdout, line 2: 'b' where the file has nothing" },
    ])
    expect(changedCells(notebook([stdout('a\nb')]), notebook([stdout('a')]))).toEqual([
      { cell: 1, difference: "output 1, stdout, line 2: nothing where the file has 'b'" },
    ])
  })

  it('names the form of a display that differs', () => {
    expect(changedCells(notebook([chart('One', 'AA')]), notebook([chart('Two', 'AA')]))).toEqual([
      { cell: 1, difference: 'output 1, application/vnd.vegalite.v5+json differs' },
    ])
    expect(changedCells(notebook([chart('One', 'AA')]), notebook([chart('One', 'AB')]))).toEqual([
      { cell: 1, difference: 'output 1, image/png differs' },
    ])
    expect(
      changedCells(notebook([stdout('a')]), notebook([{ output_type: 'stream', name: 'stderr', text: 'a' }])),
    ).toEqual([{ cell: 1, difference: 'output 1, stdout: the run gave none' }])
  })

  it('counts outputs that are there on one side only', () => {
    expect(changedCells(notebook([stdout('a')]), notebook([]))).toEqual([
      { cell: 1, difference: '0 outputs where the file has 1' },
    ])
    expect(changedCells(notebook([]), notebook([stdout('a')]))).toEqual([
      { cell: 1, difference: '1 output where the file has 0' },
    ])
  })
})

describe('cellsThatRun', () => {
  it('leaves out text and empty cells, to which Jupyter gives no number', () => {
    expect(cellsThatRun(notebook([], [])).map(({ id }) => id)).toEqual(['code-0', 'code-1'])
  })
})
