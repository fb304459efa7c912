import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FilesToWrite, writeWhole } from '../../src/render/index.js'
import { requireWritable } from '../../src/render/writeWhole.js'

let parent: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'wardstick-whole-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

const folder = () => join(parent, 'aspley')
const write = (text: string, extra: readonly (readonly [string, string])[] = []) =>
  writeWhole(folder(), new Map([['findings.json', text], ...extra]))
const read = () => readFile(join(folder(), 'findings.json'), 'utf8')

describe('writeWhole', () => {
  it('replaces what an earlier run wrote, files that are no longer written included', async () => {
    await write('first', [['tables/old.csv', 'x']])
    await write('second', [['charts/new.svg', 'y']])
    expect(await read()).toBe('second')
    expect((await readdir(folder())).sort()).toEqual(['.wardstick', 'charts', 'findings.json'])
    expect(await readdir(parent)).toEqual(['aspley'])
  })

  it('leaves the earlier output when it fails on the way', async () => {
    await write('first')
    await expect(write('second', [['findings.json/below', 'a file cannot be a folder']])).rejects.toMatchObject({
      code: 'unwritable',
    })
    expect(await read()).toBe('first')
    expect(await readdir(parent)).toEqual(['aspley'])
  })

  it('leaves the earlier output when the run is killed, and clears what that run left', async () => {
    await write('first')
    const module = new URL('../../dist/render/writeWhole.js', import.meta.url).href
    const script = `import { writeWhole } from ${JSON.stringify(module)}
      const files = function* () {
        yield ['findings.json', 'second']
        process.kill(process.pid, 'SIGKILL')
        yield ['b', 'x']
      }
      await writeWhole(${JSON.stringify(folder())}, files())`
    const signal = await new Promise((resolve) =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' }).on('exit', (_, killedBy) =>
        resolve(killedBy),
      ),
    )
    expect(signal).toBe('SIGKILL')
    expect(await read()).toBe('first')
    expect((await readdir(parent)).length).toBe(3)
    await write('third')
    expect(await readdir(parent)).toEqual(['aspley'])
    expect(await read()).toBe('third')
  })

  it(
    'brings back the earlier output of a run killed between taking the old folder away and putting the new one ' +
      'in place',
    async () => {
      await write('first')
      await rename(folder(), join(parent, '.aspley.previous'))
      await expect(write('second', [['findings.json/below', 'x']])).rejects.toMatchObject({ code: 'unwritable' })
      expect(await read()).toBe('first')
    },
  )

  it('does not replace a folder that holds something else', async () => {
    await mkdir(folder())
    await writeFile(join(folder(), 'thesis.docx'), 'years of work')
    await expect(write('x')).rejects.toThrow(
      "it holds 'thesis.docx', which wardstick did not write and would have to replace",
    )
    expect(await readdir(folder())).toEqual(['thesis.docx'])
  })

  it('knows its own folder however the path is written', async () => {
    const spellings = [`${folder()}/`, join(parent, 'x', '..', 'aspley'), `${parent}//aspley`]
    for (const spelling of spellings) await writeWhole(spelling, new Map([['tables/a.csv', spelling]]))
    expect(await readFile(join(folder(), 'tables', 'a.csv'), 'utf8')).toBe(`${parent}//aspley`)
  })

  it('does not replace a file that somebody added to what it wrote', async () => {
    await write('first', [['tables/series.csv', 'x']])
    await writeFile(join(folder(), 'tables', 'notes.txt'), 'mine')
    await expect(write('second')).rejects.toThrow("it holds 'tables/notes.txt'")
    expect(await read()).toBe('first')
    expect(await readFile(join(folder(), 'tables', 'notes.txt'), 'utf8')).toBe('mine')
  })

  it('lets runs that write the same folder wait for each other', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => write(text)))
    expect(['a', 'b', 'c', 'd']).toContain(await read())
    expect(await readdir(parent)).toEqual(['aspley'])
  })

  it('says which folder cannot be written', async () => {
    await writeFile(join(parent, 'file'), '')
    await expect(writeWhole(join(parent, 'file', 'aspley'), new Map())).rejects.toThrow(
      `cannot write to ${join(parent, 'file', 'aspley')}: `,
    )
  })

  it('keeps the folder whole when another run takes the lock over and clears what is being written', async () => {
    await write('first')
    const clearing = function* (): Generator<[string, string]> {
      yield ['findings.json', 'second']
      for (const name of readdirSync(parent).filter((each) => each.includes('.new-')))
        rmSync(join(parent, name), { recursive: true })
      yield ['tables/a.csv', 'x']
    }
    await expect(writeWhole(folder(), clearing() as unknown as FilesToWrite)).rejects.toMatchObject({
      code: 'unwritable',
    })
    expect(await read()).toBe('first')
    expect((await readdir(folder())).sort()).toEqual(['.wardstick', 'findings.json'])
  })
})

describe('requireWritable', () => {
  it('finds a folder that can be written, and makes none', async () => {
    await requireWritable(join(parent, 'out', 'aspley'))
    expect(await readdir(parent)).toEqual([])
    await write('first')
    await requireWritable(folder())
    expect(await readdir(parent)).toEqual(['aspley'])
  })

  it('refuses a path through a file, and a folder that holds something else', async () => {
    await writeFile(join(parent, 'file'), '')
    await expect(requireWritable(join(parent, 'file', 'out', 'aspley'))).rejects.toThrow(
      'a part of the path is a file, not a folder',
    )
    await mkdir(folder())
    await writeFile(join(folder(), 'thesis.docx'), 'years of work')
    await expect(requireWritable(folder())).rejects.toThrow("it holds 'thesis.docx'")
  })
})
