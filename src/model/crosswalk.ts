/**
 * How the Office for National Statistics says that a small area changed: unchanged, split, merged, or changed in a more
 * complex way.
 */
export const LSOA_CHANGES = ['U', 'S', 'M', 'X'] as const

/** One of {@link LSOA_CHANGES}. */
export type LsoaChange = (typeof LSOA_CHANGES)[number]
