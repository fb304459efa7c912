import { z } from 'zod'
import { STATUSES } from '../model/status.js'

/** Fields that rows of several charts share, for `rowsIn`. */
export const FIELDS = {
  label: z.string().min(1),
  /** A figure; null when missing. */
  figure: z.number().nullable(),
  status: z.enum(STATUSES).nullish(),
  flag: z.boolean().nullish(),
} as const

/** A status as it follows a figure in a sentence; `observed` is not said. */
export const statusInWords = (status: string): string => (status === 'observed' ? '' : ` (${status})`)
