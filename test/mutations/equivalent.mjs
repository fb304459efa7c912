const TYPES_ALONE =
  'the index lies within the list: the fallback is there for noUncheckedIndexedAccess alone, and is never taken'

const BOTH_OR_NEITHER = 'the pattern has both groups or does not match'
const COMPUTED_AGAIN = 'what is remembered is only computed again, and is the same'

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
  {
    file: 'src/indicators/defineIndicator.ts',
    after: 'const [, member = ',
    original: "''",
    replacement: "'mutated'",
    because: TYPES_ALONE,
  },
  {
    file: 'src/indicators/spendingLine.ts',
    after: 'breakLine = lines[0] ?? ',
    original: "''",
    replacement: "'mutated'",
    because: 'a line of spending has at least one line of the account',
  },
  {
    file: 'src/panel/cells.ts',
    after: 'places[row]?.kind ?? ',
    original: "'country'",
    replacement: "''",
    because: TYPES_ALONE,
  },
  {
    file: 'src/values/areaCode.ts',
    after: 'COUNTRIES[code.slice(0, 1)] ?? ',
    original: "'several'",
    replacement: "''",
    because: 'the form of the code lets no other first letter through',
  },
  {
    file: 'src/indicators/spendingLine.ts',
    after: 'measureYear(line, place, period, at)\n      ',
    original: 'measured.set(key, year)',
    replacement: '',
    because: COMPUTED_AGAIN,
  },
  {
    file: 'src/panel/block.ts',
    after: 'this.#byContent.set(content, position)\n    ',
    original: 'this.#positions.set(provenance, position)',
    replacement: '',
    because: COMPUTED_AGAIN,
  },
  {
    file: 'src/values/financialYear.ts',
    after: 'if (match?.[',
    original: '1',
    replacement: '2',
    because: BOTH_OR_NEITHER,
  },
  {
    file: 'src/values/postcode.ts',
    after: 'if (',
    original: 'outward === undefined || inward === undefined',
    replacement: '(outward === undefined) && (inward === undefined)',
    because: BOTH_OR_NEITHER,
  },
  {
    file: 'src/indicators/spending.ts',
    after: '{ ...terms, tiers: ',
    original: "'own'",
    replacement: "''",
    because: 'a county has no county: only both would be told apart',
  },
  {
    file: 'src/indicators/libraryState.ts',
    after: 'Date.parse(from)) / ',
    original: '86_400_000',
    replacement: '86400001',
    because: 'a hundred-millionth of some months does not show in their first decimal',
  },
  {
    file: 'src/values/rounding.ts',
    after: 'return ',
    original: 'value > 0',
    replacement: '(value) >= (0)',
    because: '0 has no digit from 1 to 9, and so no sign',
  },
  {
    file: 'src/values/rounding.ts',
    after: 'return ',
    original: 'value < 0',
    replacement: '(value) <= (0)',
    because: '0 has no sign either way',
  },
  ...['lower ?? ', 'upper ?? ', 'items.at(-1) ?? '].map((after) => ({
    file: 'src/values/words.ts',
    after,
    original: "''",
    replacement: "'mutated'",
    because: TYPES_ALONE,
  })),
]
