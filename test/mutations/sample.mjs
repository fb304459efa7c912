/**
 * A sample of mutants, drawn by a seed: from every file as many as its share of all, and at least one.
 *
 * @template {{ file: string }} Mutant
 * @param {readonly Mutant[]} mutants
 * @param {number} size
 * @param {number} seed
 * @returns {Mutant[]}
 */
export function sampleOf(mutants, size, seed) {
  if (size >= mutants.length) return [...mutants]
  const random = generator(seed)
  const byFile = new Map()
  for (const mutant of mutants) byFile.set(mutant.file, [...(byFile.get(mutant.file) ?? []), mutant])
  const quotas = quotasOf(
    [...byFile.values()].map((each) => each.length),
    size,
  )
  return [...byFile.values()].flatMap((each, i) => {
    const drawn = new Set(shuffled(each, random).slice(0, quotas[i]))
    return each.filter((mutant) => drawn.has(mutant))
  })
}

/** By the largest remainders, with one for each. */
function quotasOf(counts, size) {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const shares = counts.map((count) => (count / all) * size)
  const quotas = shares.map((share) => Math.max(1, Math.floor(share)))
  const order = shares.map((share, i) => ({ i, left: share - Math.floor(share) })).sort((a, b) => b.left - a.left)
  for (const { i } of order) {
    if (quotas.reduce((sum, quota) => sum + quota, 0) >= size) break
    if (quotas[i] < counts[i]) quotas[i] += 1
  }
  return quotas
}

function shuffled(items, random) {
  const all = [...items]
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[all[i], all[j]] = [all[j], all[i]]
  }
  return all
}

/** Mulberry32: numbers from 0 to below 1. */
function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
