import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Notebook, type Output, parseNotebook, printNotebook } from '../../src/notebooks/file.js'
import { type NotebookRunOptions, runNotebook } from '../../src/notebooks/run.js'
import { notebookFolder, notebookOf, writeCells } from '../support/notebooks.js'

let folder: string
beforeAll(() => {
  folder = notebookFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const outputsOf = ({ cells }: Notebook): (readonly Output[])[] =>
  cells.map((cell) => (cell.cell_type === 'code' ? cell.outputs : []))
/** Runs cells, and gives what went wrong, and the outputs of each cell: texts and the errors. */
async function runCells(
  name: string,
  cells: readonly string[],
  options: NotebookRunOptions = {},
): Promise<{
  readonly failure: string
  readonly outputs: string[][]
  readonly ran: Notebook
  readonly isWhole: boolean
}> {
  const { failures, ran, isWhole } = await runNotebook(writeCells(at(name), cells), options)
  const texts = outputsOf(ran).map((outputs) =>
    outputs.map((output) =>
      output.output_type === 'stream'
        ? output.text
        : output.output_type === 'error'
          ? `error: ${output.traceback.join('; ')}`
          : String(output.data['text/plain']),
    ),
  )
  // What is written is a notebook, whatever happened.
  expect(parseNotebook(name, printNotebook(ran))).toEqual(ran)
  const failure = failures.map(({ message }) => message.replaceAll(at(name), name)).join('\n')
  return { failure, outputs: texts, ran, isWhole }
}
const failureOf = async (name: string, cells: readonly string[], timeout?: number): Promise<string> =>
  (await runCells(name, cells, timeout === undefined ? {} : { timeout })).failure

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
    const { committed, ran, failures, isWhole } = await runNotebook(file)
    expect([committed, failures, isWhole]).toEqual([notebook, [], true])
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
      "import { loadCouncilData } from 'wardstick/data'\n\n\nconst { register } = await " +
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

  it('shows what a cell ends with: a table, also a filtered one, a chart, a study; the rest is printed', async () => {
    const { outputs, failure } = await runCells('last.ipynb', [
      "import { table } from 'arquero'\nimport { openStudy } from 'wardstick/study'\n" +
        'const spending = table({ spent: [84.2, 3] })\nspending',
      'spending.filter((row: any) => row.spent > 50)',
      "const study = await openStudy('aspley')\nstudy.chart('culture')",
      "study.finding('culture')",
      "({ mark: 'point', data: { values: [{ a: 1 }] }, encoding: { x: { field: 'a', type: 'quantitative' } } })",
      '[1, 2]',
      'undefined',
    ])
    expect(failure).toBe('')
    expect(outputs.slice(0, 2)).toEqual([['spent\n 84.2\n    3'.replace('    3', '  3.0')], ['spent\n 84.2']])
    expect(outputs[2]?.[0]).toMatch(/^Culture in Nottingham/)
    expect(outputs[3]).toHaveLength(2)
    expect(outputs.slice(4)).toEqual([['A chart.'], ['[ 1, 2 ]\n'], []])
  })

  it('says that nobody waited for what is shown, once, and shows it all the same', async () => {
    const { outputs } = await runCells('await.ipynb', [
      "import { show } from 'wardstick/notebook'\nshow('at the end')",
      "show('in between')\n5",
      "await show('awaited')\nawait Promise.all([show('a'), show('b')])\nconst kept = show('c'); await kept",
    ])
    const note = expect.stringMatching(/^show was called without await: write `await show/) as unknown
    expect(outputs).toEqual([
      ['at the end', note],
      ['in between', '5\n', note],
      ['awaited', 'a', 'b', 'c'],
    ])
  })

  it('keeps what ran before a cell that fails, with the error, and nothing of those after it', async () => {
    const { outputs, ran, isWhole } = await runCells('kept.ipynb', [
      "console.log('before')",
      "console.log('within')\nthrow new RangeError('too far')",
      "console.log('after')",
    ])
    expect(outputs).toEqual([['before\n'], ['within\n', 'error: line 2: RangeError: too far'], []])
    expect(ran.cells.map((cell) => 'execution_count' in cell && cell.execution_count)).toEqual([1, 2, null])
    expect(isWhole).toBe(false)
  })

  it('goes on after a cell that fails where that is allowed', async () => {
    const { outputs, failure, isWhole } = await runCells(
      'allowed.ipynb',
      ['const count: number = "one"', "console.log('after')", 'null.x', '5'],
      { allowErrors: true },
    )
    expect(outputs).toEqual([
      ["error: line 1: Type 'string' is not assignable to type 'number'."],
      ['after\n'],
      [expect.stringMatching(/^error: line 1: /)],
      ['5\n'],
    ])
    expect([failure.split('\n').length, isWhole]).toEqual([2, true])
  })

  it.each([
    ['console.log("x".repeat(3e6))', 'a text that is too long'],
    ["while (true) console.log('again and again')", 'a loop that prints'],
    ["setInterval(() => console.log('x'.repeat(1e5)), 0); await new Promise(() => 0)", 'a timer that prints'],
  ])('stops %s', async (cell) => {
    const { outputs, failure, ran } = await runCells('flood.ipynb', ['1', cell, '2'], { maxOutput: 1, timeout: 60 })
    expect(failure).toBe(
      'flood.ipynb, cell 2: it was stopped, as what the cells print and display is more than 1 MB. Print less, or ' +
        'allow more with --max-output MEGABYTES.',
    )
    expect([outputs[0], outputs[1]?.at(-1), outputs[2]]).toEqual([
      ['1\n'],
      expect.stringMatching(/^error: it was stopped, as what/) as unknown,
      [],
    ])
    expect(printNotebook(ran).length).toBeLessThan(2_000_000)
  })

  it.runIf(process.platform !== 'win32')('ends what a cell started, though it shares our streams', async () => {
    const runs = [`execSync('sleep 86399', { stdio: 'inherit' })`, `spawn('sleep', ['86399'], { stdio: 'inherit' })`]
    for (const start of runs) {
      const begun = performance.now()
      await runCells('child.ipynb', [`import { execSync, spawn } from 'child_process'\n${start}; 1`], { timeout: 1 })
      expect(performance.now() - begun).toBeLessThan(45_000)
    }
    const left = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
    expect(left.filter((line) => line.startsWith('sleep 86399'))).toEqual([])
  })

  it('tells of a type that does not fit what it is and why, in one line', async () => {
    const cell =
      "interface Ward { readonly name: string; readonly code: string }\nconst ward: Ward = { name: 'Aspley' }"
    expect(await failureOf('why.ipynb', [cell])).toBe(
      "why.ipynb, cell 1, line 2: Property 'code' is missing in type '{ name: string; }' but required in type 'Ward'.",
    )
    const nested = 'const place: { ward: { code: string } } = { ward: (() => ({ code: 5 }))() }'
    expect((await failureOf('nested.ipynb', [nested])).split('\n')).toHaveLength(1)
  })

  it('tells that a cell ended the kernel, and keeps what it printed', async () => {
    const { outputs } = await runCells('bye.ipynb', ["console.log('bye'); process.exit(0)", '1'])
    expect(outputs).toEqual([['bye\n', 'error: the kernel ended (exit code 0) before the work did.'], []])

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
    for (const none of [0, -1, Number.NaN, 1e9]) {
      await expect(runNotebook(file, { timeout: none })).rejects.toMatchObject({ code: 'bad-value' })
      await expect(runNotebook(file, { maxOutput: none })).rejects.toMatchObject({ code: 'bad-value' })
    }
    expect(existsSync(at('ran'))).toBe(false)
  })
})
