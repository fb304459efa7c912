import type { Polarity } from '../model/indicator.js'
import { GREY, PALETTE } from './theme.js'

/** What a change is to a reader: better or worse where the indicator says which, otherwise a rise or a fall. */
export type ChangeSense = 'better' | 'worse' | 'rise' | 'fall' | 'no change'

/** The colours of changes: the two that can meet in one chart differ by 3 to 1 in lightness. */
export const SENSE_COLOURS: Readonly<Record<ChangeSense, string>> = {
  better: PALETTE.turquoise,
  worse: PALETTE.darkPink,
  rise: PALETTE.turquoise,
  fall: PALETTE.darkBlue,
  'no change': GREY.line,
}

/** What a change means under a polarity. */
export function senseOf(change: number, polarity: Polarity): ChangeSense {
  if (change === 0) return 'no change'
  if (polarity === 'none') return change > 0 ? 'rise' : 'fall'
  return change > 0 === (polarity === 'more is better') ? 'better' : 'worse'
}
