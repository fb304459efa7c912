import type { Indicator } from '../panel/indicator.js'
import { SPENDING_INDICATORS } from './spending.js'
import { spendingLine } from './spendingLine.js'

/** Every line of council spending, what was spent and what was planned, as indicators. */
export const SPENDING_LINES: readonly Indicator[] = Object.values(SPENDING_INDICATORS).flatMap(spendingLine)
