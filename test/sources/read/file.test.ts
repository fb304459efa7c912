import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readStudyText } from '../../../src/datasets/index.js'
import { readNotebook } from '../../../src/notebooks/file.js'
import { readSourceFile } from '../../../src/sources/index.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardstick-read-'))
  mkdirSync(join(folder, 'below.json'))
  writeFileSync(join(folder, 'file'), 'x')
  symlinkSync('circle.json', join(folder, 'circle.json'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())

/** Every function that reads a file of the user's, given the folder that the file is in and its name. */
const READERS: Readonly<Record<string, (folder: string, name: string) => Promise<unknown>>> = {
  readSourceFile,
  readStudyText: (where, name) => readStudyText(join(where, name)),
  readNotebook: (where, name) => readNotebook(join(where, name)),
}

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it.each([
    ['a folder in place of the file', 'below.json', 'bad-file', 'this is a folder, not a file. '],
    ['a file that is not there', 'none.json', 'missing-file', 'no such file. '],
    ['a file in place of the folder', 'file/a.json', 'missing-file', 'no such file. '],
    ['a name longer than the system has', `${'a'.repeat(5000)}.json`, 'missing-file', 'no such file. '],
    ['a link to itself', 'circle.json', 'bad-file', 'its links lead in a circle. '],
    ['a name with a NUL', 'a\0.json', 'bad-file', 'cannot be read ('],
  ])('refuses %s in words', async (_case, name, code, words) => {
    await expect(read(folder, name)).rejects.toMatchObject({
      name: 'InputError',
      code,
      message: expect.stringContaining(`: ${words}`) as unknown,
    })
  })

  it('says that the working folder was deleted', async () => {
    vi.spyOn(process, 'cwd').mockImplementation(() => {
      throw Object.assign(new Error('ENOENT: no such file or directory, uv_cwd'), { code: 'ENOENT', syscall: 'uv_cwd' })
    })
    await expect(read('below', 'a.json')).rejects.toMatchObject({
      name: 'InputError',
      code: 'bad-file',
      message: expect.stringContaining('a.json: the folder in which you work was deleted. ') as unknown,
    })
  })
})

it('readSourceFile gives the bytes under the name that messages use', async () => {
  expect(await readSourceFile(folder, 'file')).toEqual({ name: 'file', bytes: Buffer.from('x') })
})
