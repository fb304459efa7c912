import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { clearTimeout, setTimeout } from 'node:timers'
import { fileURLToPath } from 'node:url'

export const HERE = dirname(fileURLToPath(import.meta.url))
export const DIST = join(HERE, '..', '..', 'dist')

/** Runs a command to its end: how it ended and what it printed. One that takes too long is killed, and says so. */
export function run(command, args, { seconds = 60, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const printed = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr']) child[name].on('data', (text) => (printed[name] += text))
    let isLate = false
    const patience = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, seconds * 1000)
    child.on('close', (status, signal) => {
      clearTimeout(patience)
      done({ status, signal, isLate, ...printed })
    })
  })
}

/** Does some work for each of many, as many at once as there are cores. */
export async function each(items, work) {
  const left = [...items.entries()]
  const results = []
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) results[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}

/** Numbers from 0 to 1, the same ones for a seed (mulberry32). */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What is wrong with the way something was refused: null when it is an error of wardstick, in words. */
export const wrongRefusal = (error) =>
  error?.name === 'InputError' && error.message.length > 10
    ? null
    : `${error?.name}: ${String(error?.message).slice(0, 200)}`
