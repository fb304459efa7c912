/** A corner of a border on a map. */
export type Corner = readonly [x: number, y: number]

/** The parts of a ring that are not out of the map and that no ring before had, as lines; `seen` learns them. */
export function linesOnce(
  ring: readonly Corner[],
  seen: Set<string>,
  isOut: (from: Corner, to: Corner) => boolean,
): Corner[][] {
  const lines: Corner[][] = []
  let line: Corner[] = []
  ring.slice(1).forEach((to, i) => {
    const from = ring[i] ?? to
    if (from[0] === to[0] && from[1] === to[1]) return
    const key = [from.join(), to.join()].sort().join(' ')
    if (seen.has(key) || isOut(from, to)) line = []
    else {
      if (line.length === 0) lines.push((line = [from]))
      line.push(to)
    }
    seen.add(key)
  })
  return lines
}

/**
 * The outer borders of areas taken together: of each border that two of them share, both runs are left out.
 *
 * Rings must run one way round their areas, as those of one topology do, and have whole numbers from 0 to 8191 as
 * corners. The rings that come back bound the same ground, drawn by the rule of winding; where areas meet in a corner
 * alone, one ring may run through it twice.
 */
export function outerBorders(rings: readonly (readonly Corner[])[]): Corner[][] {
  const runs = new Float64Array(rings.reduce((sum, { length }) => sum + length, 0))
  let used = 0
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [from, to] = [numberOf(ring[i - 1]), numberOf(ring[i])]
      if (from !== to) runs[used++] = from < to ? (from * CORNERS + to) * 2 : (to * CORNERS + from) * 2 + 1
    }
  return joined(unpaired(runs.subarray(0, used).sort()))
}

/** Corners are numbered in a square of this side, so that two of them, and which way round, make one exact number. */
const SIDE = 8192
const CORNERS = SIDE ** 2
const numberOf = (corner: Corner | undefined): number => (corner === undefined ? 0 : corner[1] * SIDE + corner[0])
const cornerOf = (number: number): Corner => [number % SIDE, Math.floor(number / SIDE)]

/** Of sorted runs those that no run the other way round undoes, each as the number of its first corner and its last. */
function unpaired(runs: Float64Array): Float64Array {
  const left: number[] = []
  for (let i = 0; i < runs.length;) {
    const border = Math.floor((runs[i] ?? 0) / 2)
    let surplus = 0
    for (; i < runs.length && Math.floor((runs[i] ?? 0) / 2) === border; i++)
      surplus += (runs[i] ?? 0) % 2 === 0 ? 1 : -1
    const [low, high] = [Math.floor(border / CORNERS), border % CORNERS]
    for (let more = Math.abs(surplus); more > 0; more--)
      left.push(surplus > 0 ? low * CORNERS + high : high * CORNERS + low)
  }
  return Float64Array.from(left).sort()
}

/** Sorted runs from corner to corner, joined to rings: as many end in a corner as begin there. */
function joined(runs: Float64Array): Corner[][] {
  const nextFrom = new Map<number, number>()
  const fromOf = (run: number): number => Math.floor((runs[run] ?? 0) / CORNERS)
  for (let run = runs.length - 1; run >= 0; run--) nextFrom.set(fromOf(run), run)
  const done = new Uint8Array(runs.length)
  const rings: Corner[][] = []
  for (let first = 0; first < runs.length; first++) {
    if (done[first] === 1) continue
    const start = fromOf(first)
    const ring = [cornerOf(start)]
    let at = start
    do {
      const run = nextFrom.get(at) ?? first
      nextFrom.set(at, run + 1)
      done[run] = 1
      at = (runs[run] ?? 0) % CORNERS
      ring.push(cornerOf(at))
    } while (at !== start)
    rings.push(ring)
  }
  return rings
}
