import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { valueInWords } from '../src/tables/index.js'
import { type Cell, type Notebook, type Output, parseNotebook, writeNotebook } from '../src/notebooks/file.js'
import { changedCells } from '../src/notebooks/compareOutputs.js'
import { runNotebook } from '../src/notebooks/run.js'
import { type OpenStudy, measureOn, openStudy } from '../src/study/index.js'

const folder = fileURLToPath(new URL('../notebooks/', import.meta.url))
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ipynb'))
  .sort()
const LARGEST = 2_000_000

let temporary = ''
let aspley: OpenStudy
let everton: OpenStudy
beforeAll(async () => {
  const packages = fileURLToPath(new URL('../node_modules/.tmp/', import.meta.url))
  mkdirSync(packages, { recursive: true })
  temporary = mkdtempSync(join(packages, 'notebooks-'))
  aspley = await openStudy('aspley')
  everton = await openStudy({ ward: 'Everton', council: 'Liverpool' })
})
afterAll(() => rmSync(temporary, { recursive: true }))

const committed = (name: string): Notebook => parseNotebook(name, readFileSync(join(folder, name), 'utf8'))

/** The answers of a cell of text, each as a cell of code: they stand in its fenced blocks. */
const answersIn = ({ cell_type, id, source }: Cell): Cell[] =>
  cell_type === 'code'
    ? []
    : [...source.matchAll(/```ts\n([\s\S]*?)```/g)].map((match, i) => ({
        cell_type: 'code',
        id: `${id}-answer-${i}`,
        metadata: {},
        source: match[1] ?? '',
        execution_count: null,
        outputs: [],
      }))

async function runWithAnswers(name: string): Promise<{ readonly ran: Notebook; readonly answers: Notebook }> {
  const notebook = committed(name)
  const file = join(temporary, name)
  await writeNotebook(file, { ...notebook, cells: notebook.cells.flatMap((cell) => [cell, ...answersIn(cell)]) })
  const { ran, failures } = await runNotebook(file)
  expect(failures).toEqual([])
  const isAnswer = ({ id }: Cell): boolean => id.includes('-answer-')
  return {
    ran: { ...ran, cells: ran.cells.filter((cell) => !isAnswer(cell)) },
    answers: { ...ran, cells: ran.cells.filter(isAnswer) },
  }
}

const textOf = (output: Output): string =>
  output.output_type === 'stream'
    ? output.text
    : output.output_type === 'display_data'
      ? String(output.data['text/plain'])
      : ''
const printed = ({ cells }: Notebook): string =>
  cells.flatMap((cell) => (cell.cell_type === 'code' ? cell.outputs.map(textOf) : [])).join('\n')

/** What each notebook must print: figures of the library, and published or golden ones with where they stand. */
const FIGURES: Readonly<Record<string, () => readonly string[]>> = {
  '01-first-ten-minutes.ipynb': () => [
    valueInWords(aspley.figure('culture/real-per-head/E06000018/2009-10..2014-15')),
    aspley.finding('culture').sentence,
    '26,179',
  ],
  // −28.6 % in real terms: CHECKS.md of the sources, HM Treasury series of December 2025; rank 60 of 123: the same.
  '02-council-spending.ipynb': () => [
    valueInWords(aspley.figure('culture/real/E06000018/2009-10..2014-15')),
    '−28.6 % in real terms',
    'rank 60 of 123',
    valueInWords(aspley.figure('comparable-services/real-per-head/E06000018/2009-10..2014-15')),
  ],
  '03-amenities-and-access.ipynb': () => [
    ...(['2010-03-31', '2015-03-31', '2016-04-01', '2023-04-01'] as const).map((day) =>
      valueInWords(measureOn(aspley.result.neighbourhood?.amenities[0]?.ward?.values ?? [], 'share-2km', day)),
    ),
    '36 library-months',
    '1,344',
  ],
  '04-wards-through-time.ipynb': () => [
    '402 before, 402 after; nothing is lost',
    '17,890 before, 17,890 after; nothing is lost',
  ],
  '05-the-aspley-study.ipynb': () => [
    ...aspley.findings.map(({ sentence }) => sentence),
    '5390 of 18404 residents: 29.3 %',
  ],
  '06-your-own-ward.ipynb': () => [
    everton.finding('culture').sentence,
    everton.finding('pools-ward').sentence,
    everton.finding('libraries-ward').sentence,
  ],
}

describe('the notebooks', () => {
  it('are the ones of which the figures are known', () => {
    expect(names).toEqual(Object.keys(FIGURES))
  })

  it.each(names)(
    '%s gives the outputs that it has, prints the figures of the library, and its answers run',
    { timeout: 300_000 },
    async (name) => {
      const { ran, answers } = await runWithAnswers(name)
      expect(changedCells(committed(name), ran)).toEqual([])
      for (const figure of FIGURES[name]?.() ?? []) expect(printed(ran)).toContain(figure)
      expect(answers.cells.length).toBeGreaterThan(0)
      expect(printed(answers)).not.toBe('')
    },
  )

  it.each(names)('%s is small enough for the sites that show it, its cells numbered in their order', (name) => {
    expect(statSync(join(folder, name)).size).toBeLessThan(LARGEST)
    const numbers = committed(name).cells.flatMap((cell) => (cell.cell_type === 'code' ? [cell.execution_count] : []))
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  })

  it.each(names)('%s hides every answer, and names no place of this machine', (name) => {
    const { cells } = committed(name)
    for (const { cell_type, source } of cells)
      if (cell_type === 'markdown' && source.includes('```ts'))
        expect(source).toMatch(/<details><summary>Answers?<\/summary>[\s\S]*```ts[\s\S]*<\/details>/)
    expect(JSON.stringify(cells)).not.toContain(fileURLToPath(new URL('..', import.meta.url)))
  })
})
