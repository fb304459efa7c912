import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KERNEL_FOLDER, kernelFiles } from '../../src/notebooks/kernelSpec.js'
import { notebookFolder } from '../support/notebooks.js'

/** What is used of the sockets that tslab itself uses. */
interface Socket {
  connect(address: string): void
  send(frames: readonly (string | Buffer)[]): Promise<void>
  receive(): Promise<Buffer[]>
  subscribe(): void
  close(): void
}
const { Dealer, Subscriber } = createRequire(import.meta.url)('zeromq') as Record<string, new () => Socket>

const root = join(import.meta.dirname, '..', '..')
const KEY = 'key'
const DELIMITER = '<IDS|MSG>'

/** A server that starts the kernel as Jupyter does, in a process of its own, and says its number. */
const SERVER =
  "const { pid } = require('child_process').spawn(process.execPath, JSON.parse(process.argv[1]), " +
  "{ stdio: 'ignore' }); console.log(pid); setInterval(() => 0, 1000)"

let folder = ''
let server: ChildProcess
let kernel = 0
let [shell, iopub]: (Socket | undefined)[] = []

beforeAll(async () => {
  folder = notebookFolder()
  const packages = { tslab: join(root, 'node_modules', 'tslab'), wardstick: root }
  for (const [path, content] of kernelFiles(folder, packages)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const names = ['shell_port', 'iopub_port', 'control_port', 'stdin_port', 'hb_port']
  const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await freePort()] as const)))
  const connection = { transport: 'tcp', ip: '127.0.0.1', key: KEY, signature_scheme: 'hmac-sha256', ...ports }
  writeFileSync(join(folder, 'connection.json'), JSON.stringify(connection))
  const args = [join(folder, KERNEL_FOLDER, 'kernel.mjs'), 'kernel', '--config-path', join(folder, 'connection.json')]
  server = spawn(process.execPath, ['-e', SERVER, JSON.stringify(args)], { cwd: folder, stdio: ['ignore', 'pipe', 2] })
  const [said] = (await once(server.stdout ?? server, 'data')) as [Buffer]
  kernel = Number(said.toString())
  shell = Dealer === undefined ? undefined : new Dealer()
  iopub = Subscriber === undefined ? undefined : new Subscriber()
  iopub?.subscribe()
  shell?.connect(`tcp://127.0.0.1:${ports['shell_port'] ?? 0}`)
  iopub?.connect(`tcp://127.0.0.1:${ports['iopub_port'] ?? 0}`)
  await run('1')
}, 120_000)
afterAll(() => {
  shell?.close()
  iopub?.close()
  server.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Has the kernel run a cell, and gives how that ended and what it displayed, as text, or wrote to its streams. */
async function run(code: string): Promise<readonly string[]> {
  const id = randomUUID()
  const header = { msg_id: id, session: 'test', username: 'test', msg_type: 'execute_request', version: '5.3' }
  const parts = [header, {}, {}, { code, silent: false }].map((part) => JSON.stringify(part))
  const signature = parts.reduce((hmac, part) => hmac.update(part), createHmac('sha256', KEY)).digest('hex')
  await shell?.send([DELIMITER, signature, ...parts])
  const reply = messageOf((await shell?.receive()) ?? [])
  const outputs: string[] = [reply.content.status ?? '']
  for (;;) {
    const { type, parent, content } = messageOf((await iopub?.receive()) ?? [])
    if (parent !== id) continue
    if (type === 'status' && content.execution_state === 'idle') return outputs
    const shown = type === 'stream' ? `${content.name ?? ''}: ${content.text ?? ''}` : content.data?.['text/plain']
    if (shown !== undefined) outputs.push(shown)
  }
}

interface Content {
  readonly status?: string
  readonly execution_state?: string
  readonly name?: string
  readonly text?: string
  readonly data?: Readonly<Record<string, string>>
}

function messageOf(frames: readonly Buffer[]): {
  readonly type: string
  readonly parent: string
  readonly content: Content
} {
  const from = frames.findIndex((frame) => frame.toString() === DELIMITER) + 2
  const [header, parent, , content] = frames.slice(from).map((frame) => JSON.parse(frame.toString()) as object)
  return {
    type: (header as { msg_type: string }).msg_type,
    parent: (parent as { msg_id: string }).msg_id,
    content: content as Content,
  }
}

async function freePort(): Promise<number> {
  const listening = createServer().listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  listening.close()
  await once(listening, 'close')
  return port
}

describe('the kernel of a project in Jupyter', () => {
  it('shows what a cell ends with: a filtered table has the rows that are left', async () => {
    expect(await run("import { table } from 'arquero'\nconst spending = table({ spent: [84.2, 3] })\n1 + 1")).toEqual([
      'ok',
      'stdout: 2\n',
    ])
    expect(await run('spending.filter((row: any) => row.spent > 50)')).toEqual(['ok', 'spent\n 84.2'])
  })

  it('tells an error in one message with its line, and goes on', async () => {
    expect(await run("// a comment\nthrow new RangeError('too far')")).toEqual([
      'error',
      'stderr: line 2: RangeError: too far\n',
    ])
    await wait(300)
    expect(await run("import { spendingIndicator } from 'wardstick'\nspendingIndicator('cultur' as any)")).toEqual([
      'error',
      expect.stringMatching(/^stderr: line 2: indicator of spending: 'cultur' is not allowed\. [^\n]*\n$/) as unknown,
    ])
    await wait(300)
    expect(await run("const count: number = 'one'")).toEqual([
      'error',
      "stderr: line 1: Type 'string' is not assignable to type 'number'.\n",
    ])
    await wait(300)
    expect(await run('5')).toEqual(['ok', 'stdout: 5\n'])
  })

  it.runIf(process.platform === 'linux')('ends with the server that started it, however that ended', async () => {
    expect(isRunning(kernel)).toBe(true)
    server.kill('SIGKILL')
    for (let tries = 0; tries < 100 && isRunning(kernel); tries++) await wait(100)
    expect(isRunning(kernel)).toBe(false)
  })
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
