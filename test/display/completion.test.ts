import { indicators } from '../../src/index.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudy } from '../../src/study/index.js'
import { openConverter } from '../support/tslab.js'

const ENTRIES = ['', '/data', '/sources', '/charts', '/render', '/study', '/notebook', '/danfo']
/** Objects whose keys are the user's, so that there is nothing to offer. */
const OPEN_BY_NATURE = ['DARK', 'WardTopologies', 'Amounts', 'ChartRow', 'PanelTables', 'ShareRow']

let tslab: ReturnType<typeof openConverter>
beforeAll(() => {
  tslab = openConverter()
})
afterAll(() => tslab.close())

/** What is offered behind each name, after a dot or else within brackets, for the names for which that is nothing. */
function withoutCompletion(head: string, names: readonly string[], declared: (name: string) => string): string[] {
  return ['.', "['"].reduce<readonly string[]>((left, opening) => {
    const cell = head + left.map((name) => `${declared(name)}\nshown_${name}${opening}\n;`).join('')
    return left.filter((name) => {
      const asked = `shown_${name}${opening}`
      return tslab.complete(cell, cell.indexOf(`${asked}\n`) + asked.length).length === 0
    })
  }, names) as string[]
}

const typeArguments = ['', '<any>', '<any, any>', "<'wards'>"]

describe('Tab and Shift-Tab in a cell', () => {
  it.each(ENTRIES)('answer for everything that wardstick%s exports', (entry) => {
    const head = `import * as entry from 'wardstick${entry}'\n`
    const values = tslab.complete(`${head}entry.`)
    expect(values.length).toBeGreaterThan(2)
    const ofValues = withoutCompletion(head, values, (name) => `const shown_${name} = entry.${name}`)

    const types = tslab.complete(`${head}let shown: entry.`)
    expect(types.length).toBeGreaterThan(2)
    const ofTypes = typeArguments.reduce<readonly string[]>(
      (left, given) => withoutCompletion(head, left, (name) => `declare let shown_${name}: entry.${name}${given}`),
      types,
    )
    expect([...ofValues, ...ofTypes].filter((name) => !OPEN_BY_NATURE.includes(name))).toEqual([])

    const cell = head + values.map((name) => `entry.${name};\n`).join('')
    const untold = values.filter((name) => tslab.inspect(cell, cell.indexOf(`entry.${name};`) + 'entry.'.length) === '')
    expect(untold).toEqual([])
  })

  it('answer for an open study, its findings and its figures', () => {
    const head = "import { openStudy } from 'wardstick/study'\nlet study: Awaited<ReturnType<typeof openStudy>>\n"
    expect(tslab.complete(`${head}study.`)).toEqual([
      'chart',
      'charts',
      'figure',
      'finding',
      'findings',
      'result',
      'toBlocks',
    ])
    expect(tslab.complete(`${head}study.findings[0].`)).toContain('sentence')
    expect(tslab.complete(`${head}study.figure('culture', 'real', 'E06000018', '2009-10').`)).toContain('status')
  })

  it('offer the ids of charts and findings that studies have, and those of other lines and kinds alone', async () => {
    const studies = await Promise.all(['aspley', 'peterborough'].map((name) => openStudy(name)))
    const head = "import { openStudy } from 'wardstick/study'\nlet study: Awaited<ReturnType<typeof openStudy>>\n"
    const members = [...new Set(indicators().map(({ member }) => member))]
    for (const [asked, of] of [
      ['chart', 'charts'],
      ['finding', 'findings'],
    ] as const) {
      const had = new Set<string>(studies.flatMap((study) => study[of].map(({ id }) => id)))
      const offered = tslab.complete(`${head}study.${asked}('`)
      expect([...had].filter((id) => !offered.includes(id))).toEqual([])
      const others = offered.filter((id) => !had.has(id) && !members.some((member) => id.includes(member)))
      expect(others).toEqual([])
    }
  })

  it.each([
    ['study', "openStudy('", ['aspley', 'peterborough']],
    ['study', "let study: Awaited<ReturnType<typeof openStudy>>\nstudy.figure('", ['culture', 'pools']],
    [
      'study',
      "let study: Awaited<ReturnType<typeof openStudy>>\nstudy.figure('culture', '",
      ['real-per-head', 'share-2km'],
    ],
    ['', "spendingIndicator('", ['comparable-services', 'culture']],
    ['data', "loadTable('", ['council-spending', 'wards']],
    ['data', "loadTable('council-spending', '", ['outturn', 'totals']],
    ['data', "loadCrosswalk('", ['WD13', 'WD25']],
    ['data', "readStudyText('", ['aspley', 'peterborough']],
    ['render', "render({} as any, '", ['svg', 'png', 'html']],
  ])('wardstick/%s: %s is completed', (entry, call, some) => {
    const imported = /(?<=typeof )\w+|^\w+(?=\()/.exec(call)?.[0] ?? ''
    const from = entry === '' ? 'wardstick' : `wardstick/${entry}`
    expect(tslab.complete(`import { ${imported} } from '${from}'\n${call}`)).toEqual(expect.arrayContaining(some))
  })
})
