/**
 * Mutants that no test can tell from the code, each with the reason: they are not drawn.
 *
 * @type {readonly { file: string, original: string, replacement: string, because: string }[]}
 */
export const EQUIVALENT = []
