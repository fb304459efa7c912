/** Into how many cells each way the box around some points is cut: of England, cells of about 5 km. */
const CELLS = 128

/**
 * Positions of points, those of a cell of a grid together, cell by cell and in a cell in their order: what one point
 * reads from memory then serves the next.
 */
export function byCells(xs: ArrayLike<number>, ys: ArrayLike<number>): Uint32Array {
  const [columns, rows] = [cellsOf(xs), cellsOf(ys)]
  const cellAt = (i: number): number => (rows[i] ?? 0) * CELLS + (columns[i] ?? 0)
  const starts = new Uint32Array(CELLS * CELLS + 1)
  for (let i = 0; i < xs.length; i++) starts[cellAt(i) + 1] = (starts[cellAt(i) + 1] ?? 0) + 1
  for (let cell = 1; cell < starts.length; cell++) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0)
  const order = new Uint32Array(xs.length)
  for (let i = 0; i < xs.length; i++) {
    const next = starts[cellAt(i)] ?? 0
    order[next] = i
    starts[cellAt(i)] = next + 1
  }
  return order
}

/** The cell of each number along one axis. */
function cellsOf(numbers: ArrayLike<number>): Uint8Array {
  let [least, most] = [Infinity, -Infinity]
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? 0
    if (number < least) least = number
    if (number > most) most = number
  }
  const perCell = (most - least) / CELLS || 1
  const cells = new Uint8Array(numbers.length)
  for (let i = 0; i < numbers.length; i++)
    cells[i] = Math.min(CELLS - 1, Math.floor(((numbers[i] ?? 0) - least) / perCell))
  return cells
}
