import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireWritableFile, writeFilesWhole } from '../../src/render/writeFilesWhole.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardstick-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const read = (name: string): string => readFileSync(at(name), 'utf8')

describe('files that are written whole', () => {
  it('have all their pieces, texts and bytes, and replace what was there', async () => {
    writeFileSync(at('a.csv'), 'a longer text that was there')
    await writeFilesWhole([
      { path: at('a.csv'), pieces: () => ['one', new TextEncoder().encode(' two')] },
      { path: at('b.json'), pieces: () => ['{}'] },
    ])
    expect([read('a.csv'), read('b.json')]).toEqual(['one two', '{}'])
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.json'])
  })

  it('are none of them written when the pieces of one fail', async () => {
    writeFileSync(at('a.csv'), 'old')
    const pieces = function* (): Generator<string> {
      yield 'half'
      throw new RangeError('no more')
    }
    const writing = writeFilesWhole([
      { path: at('a.csv'), pieces: () => ['new'] },
      { path: at('b.csv'), pieces },
    ])
    await expect(writing).rejects.toMatchObject({ code: 'unwritable' })
    expect(readdirSync(folder)).toEqual(['a.csv'])
    expect(read('a.csv')).toBe('old')
  })

  it.runIf(process.platform !== 'win32')('replace the file that a link leads to, and keep the link', async () => {
    writeFileSync(at('real.csv'), 'old')
    symlinkSync(at('real.csv'), at('link.csv'))
    await writeFilesWhole([{ path: at('link.csv'), pieces: () => ['new'] }])
    expect(read('real.csv')).toBe('new')
  })

  it('clear what a killed run left an hour ago, and not what another run writes now', async () => {
    writeFileSync(at('.a.csv.new-old'), 'x')
    const longAgo = new Date('2020-01-01')
    utimesSync(at('.a.csv.new-old'), longAgo, longAgo)
    writeFileSync(at('.a.csv.new-now'), 'x')
    await writeFilesWhole([{ path: at('a.csv'), pieces: () => ['new'] }])
    expect(readdirSync(folder).sort()).toEqual(['.a.csv.new-now', 'a.csv'])
  })

  it.each([
    ['folder', 'it is a folder, not a file'],
    ['missing/a.csv', 'is missing'],
    ['file/a.csv', 'is a file, not a folder'],
  ])('are refused at %s before the work, and nothing is left there', async (path, reason) => {
    mkdirSync(at('folder'))
    writeFileSync(at('file'), 'x')
    await expect(requireWritableFile(at(path))).rejects.toThrow(reason)
    await expect(writeFilesWhole([{ path: at(path), pieces: () => ['x'] }])).rejects.toMatchObject({
      code: 'unwritable',
    })
    expect(readdirSync(folder).sort()).toEqual(['file', 'folder'])
  })

  it('are tried before the work without a trace', async () => {
    await requireWritableFile(at('a.csv'))
    expect(readdirSync(folder)).toEqual([])
  })
})
