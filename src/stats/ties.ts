/**
 * Numbers nearer than this part of the larger of them (or of 1) are equal: sums of the same parts in another order
 * differ in the last digits. Ranks, groups and placements all go by it.
 */
const SAME = 1e-9

/** Whether two numbers are equal but for the noise of their arithmetic. */
export const isTied = (a: number, b: number): boolean => Math.abs(a - b) <= SAME * Math.max(1, Math.abs(a), Math.abs(b))

/** Whether a number is lower than another by more than the noise of their arithmetic. */
export const isLower = (a: number, b: number): boolean => a < b && !isTied(a, b)
