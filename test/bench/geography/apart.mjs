/** Runs a module's exported function in a process of its own, so that its peak memory is its own. */
import { spawnSync } from 'node:child_process'

/** @returns what the function returns, `{ seconds, ... }`, with the peak memory of its process in MB. */
export function apart(module, name) {
  const code =
    `import(${JSON.stringify(module)}).then((m) => m[${JSON.stringify(name)}]()).then((result) => ` +
    `console.log(JSON.stringify({ ...result, megabytes: process.resourceUsage().maxRSS / 1024 })))`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** The result of some work with the seconds that it took. */
export function timed(work) {
  const start = performance.now()
  const result = work()
  return { result, seconds: (performance.now() - start) / 1000 }
}

const rounded = (value, digits) => Number(value.toFixed(digits))

/** A row of a table: our own measure beside a peer's; both must have found as many. */
export function besidePeer(what, module, own, peer, name) {
  const [ours, theirs] = [apart(module, own), apart(module, peer)]
  return {
    what,
    found: ours.found,
    seconds: rounded(ours.seconds, 2),
    'peak MB': Math.round(ours.megabytes),
    peer: name,
    'peer found': theirs.found,
    'peer seconds': rounded(theirs.seconds, 2),
    'peer peak MB': Math.round(theirs.megabytes),
    ratio: rounded(ours.seconds / theirs.seconds, 3),
  }
}

/** A row without a peer. */
export function alone(what, module, own) {
  const { found, seconds, megabytes } = apart(module, own)
  return { what, found, seconds: rounded(seconds, 2), 'peak MB': Math.round(megabytes) }
}
