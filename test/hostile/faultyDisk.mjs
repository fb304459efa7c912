/**
 * Loaded before a run: counts its operations on files, and at the one of the number AT kills the run before it
 * (HOW=kill), or lets the operation fail with a full disk (HOW=full). At the end the number
 * of operations is printed on stderr.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { AT = '0', HOW = 'count' } = process.env
const COUNTED = ['mkdir', 'open', 'readFile', 'readdir', 'rename', 'rm', 'stat', 'writeFile']
const REFUSABLE = new Set(['mkdir', 'open to write', 'writeFile', 'handle.writeFile', 'handle.sync'])
let count = 0

function refused() {
  return Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}

/** Whether this operation is the one; only those that take room count where the disk is full. */
function isNext(name) {
  if (HOW.endsWith('full') && !REFUSABLE.has(name)) return false
  count += 1
  return count === Number(AT)
}

const die = () => process.kill(process.pid, 'SIGKILL')

function watched(name, operation) {
  return async function (...args) {
    const toWrite = name === 'open' && args[1] === 'w'
    const isIt = isNext(toWrite ? 'open to write' : name)
    if (isIt && HOW === 'kill') die()
    if (isIt && HOW === 'full') throw refused()
    const result = await operation.apply(this, args)
    return name === 'open' ? watchedHandle(result, toWrite ? 'handle' : 'folder') : result
  }
}

function watchedHandle(handle, kind) {
  for (const name of ['writeFile', 'sync', 'close']) handle[name] = watched(`${kind}.${name}`, handle[name])
  return handle
}

for (const name of COUNTED) fs.promises[name] = watched(name, fs.promises[name])
const { renameSync } = fs
fs.renameSync = (...args) => {
  const isIt = isNext('renameSync')
  if (isIt && HOW === 'kill') die()
  renameSync(...args)
}
syncBuiltinESMExports()
process.on('exit', () => {
  if (HOW === 'count' || HOW === 'count-full') process.stderr.write(`operations: ${count}\n`)
})
