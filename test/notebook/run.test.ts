import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Notebook, Output } from '../../src/notebook/file.js'
import { runNotebook } from '../../src/notebook/run.js'
import { notebookFolder, notebookOf, writeCells } from '../support/notebooks.js'

let folder: string
beforeAll(() => {
  folder = notebookFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const outputsOf = ({ cells }: Notebook): (readonly Output[])[] =>
  cells.map((cell) => (cell.cell_type === 'code' ? cell.outputs : []))
const failureOf = async (name: string, cells: readonly string[], timeout?: number): Promise<unknown> =>
  runNotebook(writeCells(at(name), cells), timeout === undefined ? {} : { timeout }).then(
    () => 'it ran',
    (error: unknown) => (error as Error).message.replaceAll(at(name), name),
  )

describe('runNotebook', () => {
  it('gives the outputs of the cells in order, numbers them, and leaves text and empty cells alone', async () => {
    mkdirSync(at('below'))
    writeFileSync(join(folder, 'below', 'beside.js'), "module.exports = 'a module beside the notebook'")
    const cells = [
      "console.log('a'); console.log('b'); console.error('c')\n5",
      "import { newDisplay } from 'tslab'\nconst display = newDisplay()\ndisplay.text('first')",
      ' ',
      "import { basename } from 'path'\ndisplay.text('second')\nconsole.log(basename(process.cwd()), " +
        "require('./beside.js'))",
      "setTimeout(() => console.log('late'), 400)\nvoid new Promise((done) => setTimeout(done, 100)).then(() " +
        "=> console.log('soon'))",
      "console.log('last')",
    ]
    const notebook = notebookOf(cells)
    const [first] = notebook.cells
    if (first !== undefined)
      first.metadata = { execution: { 'iopub.status.idle': '2024-01-01T00:00:00Z' }, tags: ['kept'] }
    notebook.cells.push({ cell_type: 'markdown', id: 'text', metadata: {}, source: 'text' })
    const file = join(folder, 'below', 'all.ipynb')
    writeFileSync(file, JSON.stringify(notebook))
    const { committed, ran } = await runNotebook(file)
    expect(committed).toEqual(notebook)
    const stdout = (text: string): Output => ({ output_type: 'stream', name: 'stdout', text })
    expect(outputsOf(ran)).toEqual([
      [stdout('a\nb\n'), { output_type: 'stream', name: 'stderr', text: 'c\n' }, stdout('5\n')],
      [{ output_type: 'display_data', data: { 'text/plain': 'second' }, metadata: {} }],
      [],
      [stdout('below a module beside the notebook\n')],
      [stdout('soon\nlate\n')],
      [stdout('last\n')],
      [],
    ])
    expect(ran.cells.map((cell) => (cell.cell_type === 'code' ? cell.execution_count : 'text'))).toEqual([
      1,
      2,
      null,
      3,
      4,
      5,
      'text',
    ])
    expect(ran.cells.map(({ metadata }) => metadata)).toEqual([{ tags: ['kept'] }, {}, {}, {}, {}, {}, {}])
  })

  it('keeps a chart that is shown as one output, with its Vega-Lite as an object', async () => {
    const spec =
      "{ $schema: 'https://vega.github.io/schema/vega-lite/v6.json', title: 'One point', description: 'A " +
      "point.', data: { values: [{ x: 1 }] }, mark: 'point', encoding: { x: { field: 'x', type: 'quantitative' } } }"
    const file = writeCells(at('chart.ipynb'), ["import { show } from 'wardstick/notebook'", `await show(${spec})`])
    const [, outputs] = outputsOf((await runNotebook(file)).ran)
    expect(outputs).toEqual([
      {
        output_type: 'display_data',
        metadata: {},
        data: {
          'application/vnd.vegalite.v5+json': expect.objectContaining({ mark: 'point' }) as unknown,
          'image/png': expect.stringMatching(/^iVBOR/) as unknown,
          'image/svg+xml': expect.stringMatching(/^<svg/) as unknown,
          'text/plain': 'One point\nA point.',
        },
      },
    ])
  })

  it('tells what TypeScript finds, at the line of the cell', async () => {
    expect(
      await failureOf('types.ipynb', [
        "import { percentChange } from 'wardstick'",
        'interface Ward {\n  name: string\n}\nconst ward: Ward = { name: "Aspley" }\nward.nmae\npercentChange(1)',
      ]),
    ).toBe(
      [
        "types.ipynb, cell 2, line 5: Property 'nmae' does not exist on type 'Ward'.",
        'types.ipynb, cell 2, line 6: Expected 2 arguments, but got 1.',
      ].join('\n'),
    )
  })

  it('tells what wardstick says without a stack, at the line of the cell', async () => {
    const cells = [
      "import { loadCouncilData } from 'wardstick/study'\n\n\nconst { register } = await " +
        "loadCouncilData()\nregister.resolve('Notingham')",
    ]
    expect(await failureOf('name.ipynb', cells)).toBe(
      "name.ipynb, cell 1, line 5: unknown council 'Notingham'. Did you mean 'Nottingham' (E06000018, UA)?",
    )
  })

  it('tells in which cell what was called stands, and an error that no cell waited for', async () => {
    expect(
      await failureOf('call.ipynb', [
        'function first(list: any) {\n  return list.ward.name\n}',
        '// a comment\nfirst({})',
      ]),
    ).toBe(
      "call.ipynb, cell 2, line 2: TypeError: Cannot read properties of undefined (reading 'name') (thrown in " +
        'cell 1, line 2)',
    )
    expect(
      await failureOf('late.ipynb', [
        "1\nvoid new Promise((_, fail) => setTimeout(() => fail(new RangeError('too late')), 100))",
        'await new Promise((done) => setTimeout(done, 5000))',
      ]),
    ).toBe('late.ipynb, cell 1, line 2: RangeError: too late')
  })

  it('stops what takes too long: a cell, and what the cells leave behind', async () => {
    expect(await failureOf('loop.ipynb', ['1', 'while (true) {}'], 1)).toBe(
      'loop.ipynb, cell 2: it was stopped after 1 second. Give it longer with --timeout SECONDS.',
    )
    expect(await failureOf('open.ipynb', ['setInterval(() => 0, 100); 1'], 2)).toMatch(
      /^open\.ipynb: every cell ran, but something that they started still went on after 2 seconds: /,
    )
  })

  it('tells that a cell ended the kernel', async () => {
    expect(await failureOf('exit.ipynb', ['process.exit(3)'])).toBe(
      'exit.ipynb, cell 1: the kernel ended (exit code 3) before the work did.',
    )
  })

  it('refuses a notebook of another kernel, and a timeout that is none, before anything runs', async () => {
    const file = writeCells(at('python.ipynb'), [`require('fs').writeFileSync('ran', '')`], {
      kernelspec: { name: 'python3' },
    })
    await expect(runNotebook(file)).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining("its kernel is 'python3'") as unknown,
    })
    for (const timeout of [0, -1, Number.NaN, 1e9])
      await expect(runNotebook(file, { timeout })).rejects.toMatchObject({ code: 'bad-value' })
    expect(existsSync(at('ran'))).toBe(false)
  })
})
