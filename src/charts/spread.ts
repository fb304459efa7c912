interface Block {
  /** The sum of where its labels would stand if each were alone, less the room of those before it. */
  sum: number
  count: number
}

/**
 * Moves labels apart so that none falls on another, each as little as the others let it: the nearest places, by least
 * squares, that keep their order, their distance and the room given.
 *
 * @param places where the middle of each label should stand, in any order.
 * @param size how much room each label needs.
 * @param room the first and the last place that a label may cover; where they do not fit, they begin at the first.
 * @returns where the middle of each label stands, in the order given.
 */
export function spread(places: readonly number[], size: readonly number[], room: readonly [number, number]): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b)
  const before: number[] = []
  order.reduce((sum, i) => {
    before[i] = sum + (size[i] ?? 0) / 2
    return sum + (size[i] ?? 0)
  }, room[0])
  const last = room[1] - size.reduce((a, b) => a + b, 0)
  const moved = rising(order.map((i) => (places[i] ?? 0) - (before[i] ?? 0)))
  const result: number[] = []
  order.forEach((i, at) => (result[i] = (before[i] ?? 0) + Math.max(0, Math.min(moved[at] ?? 0, last - room[0]))))
  return result
}

/** The nearest numbers, by least squares, that never fall: neighbours that would fall are put at their mean. */
function rising(values: readonly number[]): number[] {
  const blocks: Block[] = []
  for (const value of values) {
    let block: Block = { sum: value, count: 1 }
    for (
      let last = blocks.at(-1);
      last !== undefined && last.sum / last.count > block.sum / block.count;
      last = blocks.at(-1)
    ) {
      block = { sum: block.sum + last.sum, count: block.count + last.count }
      blocks.pop()
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
}
