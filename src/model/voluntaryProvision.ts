/**
 * What a council returned of its spending through voluntary organisations:
 *
 * - `amount`: at least one amount other than 0;
 * - `reported_zero`: a printed 0 in every line;
 * - `none`: no figure, which is not 0.
 */
export const VOLUNTARY_RETURNS = ['amount', 'reported_zero', 'none'] as const

/** One of {@link VOLUNTARY_RETURNS}. */
export type VoluntaryReturn = (typeof VOLUNTARY_RETURNS)[number]
