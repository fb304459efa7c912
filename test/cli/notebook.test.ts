import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notebookFolder, writeCells } from '../support/notebooks.js'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
let folder: string
beforeAll(() => {
  folder = notebookFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const wardstick = (args: readonly string[], env: NodeJS.ProcessEnv = process.env): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [main, 'notebook', ...args], { cwd: folder, encoding: 'utf8', env })
const told = ({ status, stdout, stderr }: SpawnSyncReturns<string>): unknown[] => [status, stdout, stderr]
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('wardstick notebook run', () => {
  it('writes the outputs, the same bytes each time', () => {
    writeCells(join(folder, 'sum.ipynb'), ['1 + 1'])
    expect(told(wardstick(['run', 'sum.ipynb']))).toEqual([0, 'sum.ipynb: 1 cell ran; its output is written\n', ''])
    const written = textOf('sum.ipynb')
    expect(written).toContain('"2\\n"')
    expect(told(wardstick(['run', 'sum.ipynb']))).toEqual([
      0,
      'sum.ipynb: 1 cell ran; its output is the one in the file\n',
      '',
    ])
    expect(textOf('sum.ipynb')).toBe(written)
  })

  it('--check tells which cell gives another output, and writes nothing', () => {
    writeFileSync(join(folder, 'old.ipynb'), textOf('sum.ipynb').replace('"2\\n"', '"3\\n"'))
    const before = textOf('old.ipynb')
    expect(told(wardstick(['run', '--check', 'old.ipynb', 'sum.ipynb']))).toEqual([
      1,
      'sum.ipynb: 1 cell ran; its output is the one in the file\n',
      "old.ipynb, cell 1: another output than the file has: output 1, stdout, line 1: '2' where the file has " +
        "'3'\nLook at the change; if it is right, write it with: wardstick notebook run old.ipynb\n",
    ])
    expect(textOf('old.ipynb')).toBe(before)
  })

  it('tells what failed, keeps what ran, and runs the others', () => {
    writeCells(join(folder, 'wrong.ipynb'), ["console.log('printed')", 'const count: number = "one"'])
    const before = textOf('wrong.ipynb')
    expect(wardstick(['run', '--check', 'wrong.ipynb'])).toMatchObject({ status: 1, stdout: '' })
    expect(textOf('wrong.ipynb')).toBe(before)
    const { status, stdout, stderr } = wardstick(['run', 'wrong.ipynb', 'sum.ipynb'])
    expect([status, stdout, stderr]).toEqual([
      1,
      'wrong.ipynb: 2 cells ran, with an error; their outputs are written\n' +
        'sum.ipynb: 1 cell ran; its output is the one in the file\n',
      "wrong.ipynb, cell 2, line 1: Type 'string' is not assignable to type 'number'.\n",
    ])
    expect(textOf('wrong.ipynb')).toContain('"evalue": "line 1: Type \'string\' is not')
  })

  it('--allow-errors goes on after a cell that fails, and ends with 0', () => {
    writeCells(join(folder, 'allowed.ipynb'), ['throw 5', "console.log('after')"])
    expect(told(wardstick(['run', '--allow-errors', 'allowed.ipynb']))).toEqual([
      0,
      'allowed.ipynb: 2 cells ran, with an error; their outputs are written\n',
      '',
    ])
    expect(textOf('allowed.ipynb')).toContain('after')
  })

  it('leaves a notebook as it is that was saved while its cells ran', () => {
    const save = "require('fs').writeFileSync('meanwhile.ipynb', 'saved by another'); 1"
    writeCells(join(folder, 'meanwhile.ipynb'), [save])
    expect(wardstick(['run', 'meanwhile.ipynb'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('meanwhile.ipynb was saved by another program while its cells ran') as unknown,
    })
    expect(textOf('meanwhile.ipynb')).toBe('saved by another')
  })

  it('ends with 2 for what is no notebook, and for options that are none', () => {
    writeFileSync(join(folder, 'no.ipynb'), '{}')
    expect(told(wardstick(['run', 'none.ipynb']))).toEqual([
      2,
      '',
      'none.ipynb: no such file. Give the path of a notebook, such as notebooks/first.ipynb.\n',
    ])
    expect(wardstick(['run', 'no.ipynb'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("no.ipynb: not a notebook of nbformat 4.5: 'cells': ") as unknown,
    })
    expect(wardstick(['run', '--timeout', 'soon', 'sum.ipynb'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--timeout: 'soon' is not a number of seconds above 0.") as unknown,
    })
    expect(wardstick(['run', '--max-output', '-1', 'sum.ipynb'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--max-output: '-1' is not a number of megabytes above 0.") as unknown,
    })
    expect(wardstick(['run'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("missing required argument 'files'") as unknown,
    })
  })
})

describe('wardstick notebook', () => {
  const withoutJupyter = { ...process.env, PATH: dirname(process.execPath) }

  it('makes the folder and tells how to get JupyterLab where there is none', () => {
    const { status, stdout } = wardstick(['ward'], withoutJupyter)
    expect(status).toBe(0)
    expect(stdout).toBe(`Written to ward:
  jupyter/kernels/tslab/kernel.json
  jupyter/kernels/tslab/kernel.mjs
  first.ipynb
JupyterLab is not on the path. To get it (it needs Python):
  python3 -m venv ward/.venv
  ward/.venv/bin/pip install "jupyterlab==4.6.*"
  npx wardstick notebook ward
Notebooks run without it too:
  npx wardstick notebook run ward/first.ipynb
`)
    expect(wardstick(['ward'], withoutJupyter).stdout).toMatch(/^ward: everything that notebooks need is there\n/)
  })

  it('tells commands that can be pasted also for a folder with a space', () => {
    expect(wardstick(['my ward'], withoutJupyter).stdout).toContain(
      '  python3 -m venv "my ward/.venv"\n  "my ward/.venv/bin/pip" install "jupyterlab==4.6.*"\n  npx ' +
        'wardstick notebook "my ward"\n',
    )
  })

  it('makes no folder of an option of JupyterLab', () => {
    expect(wardstick(['--', '--no-browser'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("'--no-browser' stands where the folder belongs.") as unknown,
    })
    expect(existsSync(join(folder, '--no-browser'))).toBe(false)
  })

  it('takes a folder called run as ./run', () => {
    expect(wardstick(['./run', '--no-start']).status).toBe(0)
    expect(existsSync(join(folder, 'run', 'first.ipynb'))).toBe(true)
  })

  it('runs the first notebook that it writes', () => {
    expect(told(wardstick(['run', 'ward/first.ipynb']))).toEqual([
      0,
      'ward/first.ipynb: 3 cells ran; their outputs are written\n',
      '',
    ])
    expect(textOf('ward/first.ipynb')).toContain('application/vnd.vegalite.v5+json')
  })

  it('says that a file stands where the folder should be', () => {
    expect(told(wardstick(['sum.ipynb']))).toEqual([
      2,
      '',
      'cannot write to sum.ipynb: it is a file, or lies below one. Choose another folder: wardstick notebook FOLDER\n',
    ])
  })
})

describe.runIf(process.platform !== 'win32')('wardstick notebook with JupyterLab', () => {
  const fake = (where: string, script: string): string => {
    mkdirSync(where, { recursive: true })
    writeFileSync(join(where, 'jupyter-lab'), `#!${process.execPath}\n${script}`)
    chmodSync(join(where, 'jupyter-lab'), 0o755)
    return where
  }
  const REPORTING =
    'console.log(JSON.stringify([process.cwd(), process.argv.slice(2), process.env.JUPYTER_PATH, ' +
    "process.env.PATH.split(':')[0]])); process.exit(7)"

  it('starts it in the folder, with the kernel of the folder and the Node that runs this, and ends as it ends', () => {
    const path = fake(join(folder, 'programs'), REPORTING)
    const { status, stdout } = wardstick(['ward', '--', '--no-browser', '--port', '8890'], {
      ...process.env,
      PATH: `${path}:${process.env['PATH'] ?? ''}`,
      JUPYTER_PATH: '/elsewhere',
    })
    expect(status).toBe(7)
    const ward = join(folder, 'ward')
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual([
      ward,
      ['--no-browser', '--port', '8890'],
      `${join(ward, 'jupyter')}:/elsewhere`,
      dirname(process.execPath),
    ])
  })

  it('takes the one of the folder’s own .venv first', () => {
    fake(join(folder, 'ward', '.venv', 'bin'), 'process.exit(9)')
    expect(
      wardstick(['ward'], { ...process.env, PATH: `${join(folder, 'programs')}:${process.env['PATH'] ?? ''}` }).status,
    ).toBe(9)
    expect(wardstick(['ward', '--no-start']).status).toBe(0)
  })

  it('passes on that it shall end, and waits until JupyterLab has ended', async () => {
    fake(
      join(folder, 'ward', '.venv', 'bin'),
      "process.on('SIGTERM', () => setTimeout(() => { console.log('ended'); process.exit(0) }, 200)); " +
        "console.log('started'); setInterval(() => 0, 1000)",
    )
    const run = spawn(process.execPath, [main, 'notebook', 'ward'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    run.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
    while (!printed.includes('started\n')) await wait(50)
    run.kill('SIGTERM')
    expect(await new Promise((done) => run.once('close', done))).toBe(0)
    expect(printed).toMatch(/started\nended\n$/)
  })
})
