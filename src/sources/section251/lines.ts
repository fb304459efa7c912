/**
 * What a line of the return is:
 *
 * - `detail`: spending on one service; the details sum to the total of the return;
 * - `subtotal`: the sum of details before it;
 * - `total`: the total without capital expenditure from revenue;
 * - `capital`: capital expenditure from revenue, and the total with it;
 * - `memorandum`: a part of other lines, printed after the totals.
 */
export type LineKind = 'detail' | 'subtotal' | 'total' | 'capital' | 'memorandum'

/** A line of the return with what every council printed as its total expenditure; null where nothing is printed. */
export interface PrintedLine {
  readonly number: string
  readonly label: string
  readonly amounts: readonly (number | null)[]
}

/** A line with what it is, and by what it was known. */
export interface ClassifiedLine {
  readonly number: string
  readonly label: string
  readonly kind: LineKind
  /** `name and sums`: both say so; `sums`: the name does not say that it is a subtotal, the sums do. */
  readonly knownBy: 'name and sums' | 'sums' | 'name'
}

const TOTAL = /budget \(excluding cera\)/i
const TOTAL_WITH_CAPITAL = /budget \(including cera\)/i
const CAPITAL = /^capital expenditure from revenue/i
const SUBTOTAL = /^total\b/i
/** How far a sum may lie from a printed total, in pounds: amounts are printed to the pound or the penny. */
export const ROUNDING = 2

/**
 * Says of every line of a return what it is, by its name and by the sums that it makes.
 *
 * A line before the totals of the return is a subtotal when, in every council, it is the sum of two or more lines
 * directly before it that are no subtotals. The name must agree ("Total ..."), save that a line whose name says nothing
 * is believed by its sums. Lines after the totals of the return are memoranda: the details sum to the total without
 * them.
 */
export function classifyLines(lines: readonly PrintedLine[]): ClassifiedLine[] {
  const firstTotal = lines.findIndex(({ label }) => TOTAL.test(label) || TOTAL_WITH_CAPITAL.test(label))
  const classified: ClassifiedLine[] = []
  lines.forEach(({ number, label }, i) =>
    classified.push({ number, label, ...kindOf(lines, i, firstTotal, classified) }),
  )
  return classified
}

function kindOf(
  lines: readonly PrintedLine[],
  i: number,
  firstTotal: number,
  before: readonly ClassifiedLine[],
): Pick<ClassifiedLine, 'kind' | 'knownBy'> {
  const label = lines[i]?.label ?? ''
  if (TOTAL.test(label)) return { kind: 'total', knownBy: 'name' }
  if (TOTAL_WITH_CAPITAL.test(label) || CAPITAL.test(label)) return { kind: 'capital', knownBy: 'name' }
  if (firstTotal >= 0 && i > firstTotal) return { kind: 'memorandum', knownBy: 'name' }
  const sums = isSumOfThoseBefore(lines, i, before)
  const named = SUBTOTAL.test(label)
  if (sums) return { kind: 'subtotal', knownBy: named ? 'name and sums' : 'sums' }
  return { kind: named ? 'subtotal' : 'detail', knownBy: 'name' }
}

function isSumOfThoseBefore(lines: readonly PrintedLine[], i: number, before: readonly ClassifiedLine[]): boolean {
  const amounts = lines[i]?.amounts ?? []
  if (!amounts.some((amount) => (amount ?? 0) !== 0)) return false
  const sums = amounts.map(() => 0)
  for (let j = i - 1; j >= 0 && before[j]?.kind === 'detail'; j--) {
    lines[j]?.amounts.forEach((amount, council) => (sums[council] = (sums[council] ?? 0) + (amount ?? 0)))
    if (j < i - 1 && amounts.every((amount, council) => Math.abs((amount ?? 0) - (sums[council] ?? 0)) <= ROUNDING))
      return true
  }
  return false
}
