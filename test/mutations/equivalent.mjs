const TYPES_ALONE =
  'the index lies within the list: the fallback is there for noUncheckedIndexedAccess alone, and is never taken'

/**
 * Mutants that no test can tell from the code, each with the reason: they are not drawn. `after` is the text right
 * before the one that is replaced.
 *
 * @type {readonly { file: string, after: string, original: string, replacement: string, because: string }[]}
 */
export const EQUIVALENT = [
  {
    file: 'src/indicators/panelFrame.ts',
    after: 'const next = ',
    original: "councils.successorsOf(council.e_code).find(({ extent }) => extent === 'whole')",
    replacement: "councils.successorsOf(council.e_code).findLast(({ extent }) => extent === 'whole')",
    because: 'a council passes whole into one council',
  },
  {
    file: 'src/indicators/access.ts',
    after: 'figures[offset + 1 + i * FIGURES] ?? ',
    original: '0',
    replacement: '1',
    because: TYPES_ALONE,
  },
  {
    file: 'src/panel/cells.ts',
    after: 'block.known[row * block.periods.length + column] ?? ',
    original: '0',
    replacement: '1',
    because: TYPES_ALONE,
  },
  {
    file: 'src/panel/panel.ts',
    after: 'block.known[cell] ?? ',
    original: '0',
    replacement: '1',
    because: TYPES_ALONE,
  },
  ...['lower ?? ', 'upper ?? ', 'items.at(-1) ?? '].map((after) => ({
    file: 'src/values/words.ts',
    after,
    original: "''",
    replacement: "'mutated'",
    because: TYPES_ALONE,
  })),
]
