import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const entryOf = (file: string): string => JSON.stringify(new URL(`../dist/${file}`, import.meta.url).href)

it('the entries that touch no files run where there is neither Buffer nor process, as in a browser', () => {
  const script = `
    delete globalThis.Buffer
    await import(${entryOf('index.js')})
    await import(${entryOf('geography/index.js')})
    const tables = await import(${entryOf('tables/index.js')})
    const { stdout } = globalThis.process
    globalThis.process = undefined
    const fields = [{ name: 'code', type: 'string' }, { name: 'people', type: 'integer' }]
    const table = tables.parseTable('code,people\\nE06000018,"294,808"\\n', fields, { file: 'a.csv' })
    const pound = tables.decodeText(new Uint8Array([0xa3])).text
    const text = JSON.stringify([table.objects(), pound, tables.toCsv({ columns: ['a'], rows: [[1]] })])
    globalThis.process = { stdout }
    stdout.write(text)`
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=browser', '--input-type=module', '-e', script],
    { encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual([[{ code: 'E06000018', people: 294808 }], '£', 'a\n1\n'])
})
