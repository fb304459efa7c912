import { digitsOf } from '../values/rounding.js'
/** How a chart writes its numbers. */
export interface NumberForm {
  /** Written before a number, after its sign: `£`. */
  readonly prefix?: string
  /** Written after a number: ` %`, ` points`. */
  readonly suffix?: string
  /** Decimals of a number; 2 when left out. */
  readonly decimals?: number
}

/** A number as a chart writes it, with a true minus sign: `−£1,234.50`. */
export function inForm(value: number, { prefix = '', suffix = '', decimals = 2 }: NumberForm): string {
  const digits = digitsOf(value, decimals)
  return `${value < 0 && /[1-9]/.test(digits) ? '−' : ''}${prefix}${digits}${suffix}`
}

/** A change as a chart writes it, with its sign: `+£3.00`, `−£3.00`; one that rounds to nothing has none. */
export function signedInForm(value: number, form: NumberForm): string {
  const text = inForm(value, form)
  return value > 0 && text !== inForm(0, form) ? `+${text}` : text
}

/**
 * A number with all its decimals, as an edge of a class or the beginning of an axis: a rounded one would say another
 * number.
 */
export function exactInForm(value: number, { decimals = 2, ...rest }: NumberForm): string {
  const exact = Number(value.toPrecision(12))
  const all = /\.(\d+)$/.exec(String(exact))?.[1]?.length ?? 0
  return inForm(exact, { ...rest, decimals: Math.max(decimals, all) })
}

/** A note where an axis begins that does not hold 0; none where it does. */
export const beginningNotes = ([bottom, top]: readonly [number, number], form: NumberForm, more = ''): string[] =>
  bottom <= 0 && top >= 0 ? [] : [`The axis begins at ${exactInForm(bottom, form)}, not at 0${more}.`]
