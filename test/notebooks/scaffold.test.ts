import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readNotebook } from '../../src/notebooks/file.js'
import { installPackages } from '../../src/notebooks/install.js'
import { hasPackages, isFromRegistry, scaffold } from '../../src/notebooks/scaffold.js'
import { notebookFolder } from '../support/notebooks.js'

const KERNEL = ['jupyter/kernels/tslab/kernel.json', 'jupyter/kernels/tslab/kernel.mjs']
const root = resolve(import.meta.dirname, '..', '..')
let [away, within] = ['', '']
beforeAll(() => {
  away = mkdtempSync(join(tmpdir(), 'wardstick-scaffold-'))
  within = notebookFolder()
})
afterAll(() => [away, within].forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const textOf = (...path: string[]): string => readFileSync(join(...path), 'utf8')

describe('scaffold', () => {
  it('makes a new folder with packages, kernel and a first notebook', async () => {
    const folder = join(away, 'new', 'ward')
    expect(await scaffold(folder)).toEqual({
      written: ['package.json', '.npmrc', '.gitignore', ...KERNEL, 'first.ipynb'],
      toInstall: true,
    })
    expect(JSON.parse(textOf(folder, 'package.json'))).toEqual({
      private: true,
      dependencies: { arquero: '8.0.3', tslab: '1.0.22', wardstick: `file:${realpathSync(root)}` },
      overrides: { '@uwdata/flechette': '2.6.0' },
    })
    expect((await readNotebook(join(folder, 'first.ipynb'))).cells.map(({ cell_type }) => cell_type)).toEqual([
      'markdown',
      'code',
      'code',
      'markdown',
      'code',
    ])
  })

  it('takes the versions that wardstick itself uses', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf(root, 'package.json')) as {
      dependencies: Record<string, string>
      devDependencies: Record<string, string>
    }
    expect([dependencies['arquero'], dependencies['@uwdata/flechette'], devDependencies['tslab']]).toEqual([
      '8.0.3',
      '2.6.0',
      '1.0.22',
    ])
  })

  it.runIf(process.platform !== 'win32')(
    'keeps the way to the packages within the folder also where that is named by a link',
    async () => {
      const folder = join(away, 'linked')
      for (const name of ['tslab', 'wardstick']) {
        mkdirSync(join(folder, 'node_modules', name), { recursive: true })
        writeFileSync(join(folder, 'node_modules', name, 'package.json'), '{}')
      }
      symlinkSync(folder, join(away, 'link'))
      await scaffold(join(away, 'link'))
      expect(textOf(folder, KERNEL[1] ?? '')).toContain("new URL('../../../node_modules/tslab', import.meta.url)")
    },
  )

  it('leaves the kernel free to move with the folder', () => {
    const kernel = JSON.parse(textOf(away, 'new', 'ward', KERNEL[0] ?? '')) as unknown
    expect(kernel).toEqual({
      argv: ['node', '{resource_dir}/kernel.mjs', 'kernel', '--config-path', '{connection_file}'],
      display_name: 'TypeScript (wardstick)',
      language: 'typescript',
    })
    const start = textOf(away, 'new', 'ward', KERNEL[1] ?? '')
    expect(start).toContain("from '../../../node_modules/wardstick/dist/notebooks/jupyterKernel.js'")
    expect(start).toContain("new URL('../../../node_modules/tslab', import.meta.url)")
  })

  it('writes nothing a second time, and puts back what is missing', async () => {
    const folder = join(away, 'new', 'ward')
    expect((await scaffold(folder)).written).toEqual([])
    rmSync(join(folder, 'jupyter'), { recursive: true })
    expect((await scaffold(folder)).written).toEqual(KERNEL)
  })

  it('changes no file that is there, and adds no first notebook to others', async () => {
    const folder = join(away, 'own')
    mkdirSync(folder)
    for (const [file, content] of [
      ['package.json', '{}'],
      ['mine.ipynb', 'not even a notebook'],
    ] as const)
      writeFileSync(join(folder, file), content)
    expect((await scaffold(folder)).written).toEqual(KERNEL)
    expect([textOf(folder, 'package.json'), textOf(folder, 'mine.ipynb')]).toEqual(['{}', 'not even a notebook'])
  })

  it(
    'asks for no packages where wardstick and tslab are found from the folder, and takes the kernel ' + 'from there',
    async () => {
      const folder = join(within, 'deep')
      expect(await scaffold(folder)).toEqual({ written: [...KERNEL, 'first.ipynb'], toInstall: false })
      const start = textOf(folder, KERNEL[1] ?? '')
      const named = [...start.matchAll(/'(\.\.\/[^']+)'/g)].map(([, path = '']) =>
        resolve(folder, 'jupyter', 'kernels', 'tslab', path),
      )
      expect(named).toEqual([join(root, 'dist', 'notebooks', 'jupyterKernel.js'), join(root, 'node_modules', 'tslab')])
      named.forEach((path) => expect(existsSync(path), path).toBe(true))
      expect([hasPackages(folder), hasPackages(away)]).toEqual([true, false])
    },
  )

  it('says that a file stands where the folder should be', async () => {
    writeFileSync(join(away, 'file'), '')
    for (const where of [join(away, 'file'), join(away, 'file', 'below')])
      await expect(scaffold(where)).rejects.toMatchObject({
        code: 'unwritable',
        message:
          `cannot write to ${where}: it is a file, or lies below one. Choose another folder: wardstick ` +
          `notebook FOLDER`,
      })
  })
})

describe('isFromRegistry', () => {
  it('tells a package of a registry from a checkout and from a tarball of one’s own', () => {
    const installed = (name: string, packages: object): string => {
      mkdirSync(join(away, name, 'node_modules', 'wardstick'), { recursive: true })
      writeFileSync(join(away, name, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
      return join(away, name, 'node_modules', 'wardstick')
    }
    expect(
      isFromRegistry(
        installed('registry', {
          'node_modules/wardstick': { resolved: 'https://registry.npmjs.org/wardstick/-/wardstick-0.1.0.tgz' },
        }),
      ),
    ).toBe(true)
    expect(
      isFromRegistry(installed('tarball', { 'node_modules/wardstick': { resolved: 'file:../wardstick-0.1.0.tgz' } })),
    ).toBe(false)
    expect(isFromRegistry(installed('other', {}))).toBe(true)
    expect(isFromRegistry(root)).toBe(false)
  })
})

describe.runIf(process.platform !== 'win32')('installPackages', () => {
  /** A folder in which a program of the test's own is npm. */
  const folderWith = (name: string, npm: string): string => {
    mkdirSync(join(away, name))
    writeFileSync(join(away, name, 'npm'), `#!/bin/sh\n${npm}\n`)
    chmodSync(join(away, name, 'npm'), 0o755)
    vi.stubEnv('PATH', join(away, name))
    return join(away, name)
  }
  afterEach(() => vi.unstubAllEnvs())

  it('has npm install what the folder asks for', async () => {
    const folder = folderWith(
      'asks',
      'echo "$PWD $1" > asked\nfor each in tslab wardstick; do /bin/mkdir -p node_modules/$each; echo {} > ' +
        'node_modules/$each/package.json; done',
    )
    await installPackages(folder)
    expect(textOf(folder, 'asked')).toBe(`${realpathSync(folder)} install\n`)
  })

  it('tells that npm failed, or is not there, and in which folder', async () => {
    const folder = folderWith('broken', 'exit 3')
    await expect(installPackages(folder)).rejects.toMatchObject({
      code: 'failed-command',
      message: expect.stringMatching(/^'npm install' failed in .*broken: it ended with 3\. /) as unknown,
    })
    vi.stubEnv('PATH', '/nowhere')
    await expect(installPackages(folder)).rejects.toMatchObject({
      code: 'failed-command',
      message: expect.stringContaining('npm could not be started (spawn npm ENOENT)') as unknown,
    })
  })

  it('tells what a package.json of one’s own does not ask for', async () => {
    await expect(installPackages(folderWith('without', 'exit 0'))).rejects.toMatchObject({
      code: 'missing-package',
      message: expect.stringContaining('npm install tslab@1.0.22 wardstick') as unknown,
    })
  })
})
