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
  const digits = digitsOf(decimals).format(Math.abs(value))
  return `${value < 0 && /[1-9]/.test(digits) ? '−' : ''}${prefix}${digits}${suffix}`
}

/** Made once for each number of decimals: to make one takes much longer than to write a number. */
const DIGITS = new Map<number, Intl.NumberFormat>()

function digitsOf(decimals: number): Intl.NumberFormat {
  const known = DIGITS.get(decimals) ?? new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  DIGITS.set(decimals, known)
  return known
}

/** A change as a chart writes it, with its sign: `+£3.00`, `−£3.00`; one that rounds to nothing has none. */
export function signedInForm(value: number, form: NumberForm): string {
  const text = inForm(value, form)
  return value > 0 && text !== inForm(0, form) ? `+${text}` : text
}

/** The note of an axis that does not begin at 0, with all the decimals of where it begins. */
export function axisStartNote(start: number, form: NumberForm): string {
  const exact = Number(start.toPrecision(12))
  const decimals = String(exact).split('.')[1]?.length ?? 0
  return `The axis begins at ${inForm(exact, { ...form, decimals })}, not at 0.`
}

/** The labels of an axis, in the form of the chart’s numbers. */
export function axisNumbers({ prefix = '', suffix = '' }: NumberForm): object {
  return { labelExpr: `(datum.value < 0 ? '−' : '') + ${JSON.stringify(prefix)} + replace(datum.label, '−', '') + ${JSON.stringify(suffix)}` }
}
