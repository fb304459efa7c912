import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { KERNEL_FOLDER, kernelFiles } from '../../src/notebook/kernelSpec.js'

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the kernel of a project', () => {
  it.runIf(process.platform === 'linux')('ends with the server that started it, however that ended', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wardstick-kernel-'))
    try {
      const guard = join(folder, 'endWithServer.cjs')
      writeFileSync(guard, kernelFiles(folder, folder).get(`${KERNEL_FOLDER}/endWithServer.cjs`) ?? '')
      const server = spawn(process.execPath, [
        '-e',
        `const { pid } = require('child_process').spawn(process.execPath, ['--require', ` +
          `${JSON.stringify(guard)}, '-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore', detached: true ` +
          `}); console.log(pid); setInterval(() => 0, 1000)`,
      ])
      const kernel = await new Promise<number>((done) =>
        server.stdout.once('data', (text: Buffer) => done(Number(text.toString()))),
      )
      await wait(500)
      expect(isRunning(kernel)).toBe(true)
      server.kill('SIGKILL')
      for (let tries = 0; tries < 100 && isRunning(kernel); tries++) await wait(100)
      expect(isRunning(kernel)).toBe(false)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
