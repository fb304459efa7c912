/**
 * The examples that a compiler refuses only because a built table does not know the types of its columns: a row of
 * `objects()` is an `object`, and a column within `filter` or `rollup` is reached by any name. They come off this list
 * when built tables are typed.
 */
export const UNTYPED_TABLES: Readonly<Record<'strict' | 'notebook', readonly string[]>> = {
  strict: [
    'src/datasets/dataset.ts loadTable 1',
    'README.md 4',
    'docs/danfo.md 1',
    'docs/danfo.md 2',
    'docs/exchange.md 3',
    'docs/geography.md 3',
    'docs/geography.md 4',
    'docs/geography.md 5',
  ],
  notebook: [
    'README.md 4',
    'docs/danfo.md 2',
    'docs/exchange.md 3',
    'docs/geography.md 3',
    'docs/geography.md 4',
    'docs/geography.md 5',
  ],
}

/** What a compiler says of a column that it does not know. */
export const UNTYPED_COLUMN = /does not exist on type 'object'|comes from an index signature/
