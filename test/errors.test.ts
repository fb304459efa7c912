import { describe, expect, it } from 'vitest'
import * as errors from '../src/errors.js'

it('cut a long text, and show the signs that a terminal obeys', () => {
  expect(errors.badValue('x', 'a'.repeat(1_200), 'less').message).toBe(
    `x: '${'a'.repeat(200)}' and 1,000 more characters is not allowed. Allowed: less.`,
  )
  expect(errors.badValue('x', '\u001b[31m\u202e', 'less').message).toContain("'\\u001b[31m\\u202e'")
})

const { WardstickError, InputError, InternalError, isAbsent, ...factories } = errors
const place = { file: 'RS_2009-10.xls', sheet: 'data', row: 12, column: 'Class' }

const systemError = (code: string, syscall = 'read') =>
  Object.assign(new Error(`${code}: ${syscall}`), { code, syscall })

/** Every message, as a person reads it. */
const MESSAGES: Readonly<Record<keyof typeof factories, readonly [() => errors.WardstickError, string]>> = {
  badCell: [
    () => errors.badCell(place, 'XX', 'UA, MD', 'Compare it.'),
    "RS_2009-10.xls, sheet 'data', row 12, column 'Class': cannot read 'XX'. Allowed: UA, MD. Compare it.",
  ],
  badFile: [
    () => errors.badFile('a.csv', 'no header row', 'Use the file as published.'),
    'a.csv: no header row. Use the file as published.',
  ],
  missingFile: [() => errors.missingFile('a.csv', 'Put it there.'), 'a.csv: no such file. Put it there.'],
  failedRead: [
    () => errors.failedRead('a.csv', systemError('EISDIR'), 'Name a file.'),
    'a.csv: this is a folder, not a file. Name a file.',
  ],
  missingColumn: [
    () => errors.missingColumn('a.csv', 'code', ['name', 'year']),
    "a.csv: no column 'code'; found 'name', 'year'. Use the edition of the file that has it, or rename the column.",
  ],
  duplicateKey: [
    () => errors.duplicateKey('a.csv', 'E1', [2, 9]),
    "a.csv: key 'E1' stands in rows 2 and 9; each key may stand once. Remove one of the rows, or add a column " +
      'to the key.',
  ],
  unmatchedKeys: [
    () => errors.unmatchedKeys('join', ['E1']),
    "join: 1 key(s) without a match: 'E1'. Declare unmatched: 'missing' to keep such rows with missing " +
      'values, or correct the keys.',
  ],
  unknownName: [
    () => errors.unknownName('dataset', 'council-spendin', ['councils', 'council-spending']),
    "dataset: 'council-spendin' is not allowed. Did you mean 'council-spending'? Allowed: councils, council-spending.",
  ],
  badValue: [
    () => errors.badValue('year', '2009-11', 'a year such as 2009-10'),
    "year: '2009-11' is not allowed. Allowed: a year such as 2009-10.",
  ],
  wrongCode: [
    () =>
      errors.wrongCode(
        "grants.csv, row 2, column 'ward_code'",
        'E05012270',
        'wards of 2013',
        'Aspley (Nottingham) in the wards of 2019 and 2025',
        'Harmonise the table first.',
      ),
    "grants.csv, row 2, column 'ward_code': 'E05012270' is not among the wards of 2013; it is Aspley " +
      '(Nottingham) in the wards of 2019 and 2025. Harmonise the table first.',
  ],
  notAvailable: [
    () => errors.notAvailable('pools/share-2km', '2001-02', 'it is measured from 2008-04-01 to 2023-12-31'),
    'The indicator pools/share-2km is not available for 2001-02: it is measured from 2008-04-01 to 2023-12-31.',
  ],
  refusedMeasure: [
    () => errors.refusedMeasure('price', 'median', 'a median is not made of medians', 'Get the values themselves.'),
    "measure 'price' (median) cannot be moved from one list of areas to another: a median is not made of " +
      'medians. Get the values themselves.',
  ],
  unknownPlace: [
    () => errors.unknownPlace('council', 'Notingham', '2015-03-31', ["'Nottingham' (E06000018, UA)"]),
    "unknown council 'Notingham' as of 2015-03-31. Did you mean 'Nottingham' (E06000018, UA)?",
  ],
  placeAtAnotherTime: [
    () => errors.placeAtAnotherTime('council', 'Poole', '2020-01-01', ["'Poole' (E06000029, UA, until 2019-04-01)"]),
    "council 'Poole' did not exist on 2020-01-01: 'Poole' (E06000029, UA, until 2019-04-01). Give a day on " +
      'which it did.',
  ],
  ambiguousPlace: [
    () => errors.ambiguousPlace('council', 'Bedford', undefined, ['a', 'b']),
    "council 'Bedford' is ambiguous: a; b. Give one of these codes, or a date at which only one existed.",
  ],
  badStudy: [
    () => errors.badStudy('my.json', [{ path: 'prices.of', problem: 'a financial year' }]),
    'my.json: not a valid study file:\n  prices.of: a financial year\nThe allowed keys and values are in ' +
      'schemas/study.schema.json.',
  ],
  unknownStudy: [
    () => errors.unknownStudy('asply', ['aspley']),
    "unknown study 'asply'. Built in: 'aspley'. For a study of your own give the path of its file, for " +
      'example ./my-ward.json.',
  ],
  missingDataset: [
    () => errors.missingDataset('data/x.csv.gz'),
    'data/x.csv.gz: this data file is missing. Install wardstick again, or rebuild the tables with: npm run ' +
      'data:build -- --sources FOLDER',
  ],
  alteredDataset: [
    () => errors.alteredDataset('data/x.csv.gz', 'a'.repeat(64), 'b'.repeat(64)),
    'data/x.csv.gz: this data file is not the one its descriptor describes (sha256 bbbbbbbbbbbbbbbb..., ' +
      'expected aaaaaaaaaaaaaaaa...). Install wardstick again, or rebuild the tables with: npm run data:build ' +
      '-- --sources FOLDER',
  ],
  missingPackage: [
    () => errors.missingPackage('danfojs-node', 'a danfo.js frame', 'Install it with: npm install danfojs-node'),
    'a danfo.js frame needs the package danfojs-node, which is not installed. Install it with: npm install ' +
      'danfojs-node',
  ],
  unwritable: [
    () => errors.unwritable('out', 'EACCES'),
    'cannot write to out: EACCES. Choose a folder that you may write to with --out FOLDER.',
  ],
  failedWrite: [
    () => errors.failedWrite('out', Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' })),
    'cannot write to out: the disk is full (ENOSPC: write). Choose a folder that you may write to with --out FOLDER.',
  ],
  failedOutput: [
    () => errors.failedOutput(Object.assign(new Error('write EIO'), { code: 'EIO' })),
    'cannot write to the standard output: the disk does not work (write EIO). Send it to a file on a disk with room.',
  ],
  savedMeanwhile: [
    () => errors.savedMeanwhile('a.ipynb'),
    'a.ipynb was saved by another program while its cells ran; it is left as it is, and the outputs of this run are ' +
      'not written. Run it again.',
  ],
  badChart: [() => errors.badChart('series', 'its alt is empty'), "chart 'series': its alt is empty"],
  badPage: [
    () => errors.badPage("section 'a b'", 'its id may hold small letters, digits and hyphens'),
    "page, section 'a b': its id may hold small letters, digits and hyphens",
  ],
  missingRuntime: [
    () => errors.missingRuntime('dist/x.js'),
    "dist/x.js: the script that draws the charts of a page is missing. Run 'npm run build', or install " +
      'wardstick again.',
  ],
  noBrowser: [
    () => errors.noBrowser('out/index.html', 'it ended with 3'),
    'no browser could be opened (it ended with 3). Open out/index.html by hand.',
  ],
  failedCell: [
    () =>
      errors.failedCell('a.ipynb', 5, [
        { line: 3, problem: "Cannot find name 'x'." },
        { line: null, problem: 'thrown: 1' },
      ]),
    "a.ipynb, cell 5, line 3: Cannot find name 'x'.\na.ipynb, cell 5: thrown: 1",
  ],
  failedKernel: [
    () => errors.failedKernel('a.ipynb', 'the kernel could not be started: ENOENT'),
    'a.ipynb: the kernel could not be started: ENOENT',
  ],
  changedOutputs: [
    () =>
      errors.changedOutputs('a.ipynb', [
        { cell: 2, difference: "output 1, stdout, line 1: '5' where the file has '4'" },
      ]),
    "a.ipynb, cell 2: another output than the file has: output 1, stdout, line 1: '5' where the file has " +
      "'4'\nLook at the change; if it is right, write it with: wardstick notebook run a.ipynb",
  ],
  failedCommand: [
    () => errors.failedCommand('npm install', 'ward', 'it ended with 1'),
    "'npm install' failed in ward: it ended with 1. Put right what it says above, or run it there by hand.",
  ],
  usage: [
    () => errors.usage('no folder given.'),
    "no folder given. Run 'wardstick --help' for the commands and their options.",
  ],
  internal: [
    () => errors.internal('two rows of one key'),
    'wardstick has a fault: two rows of one key. Please report it with the command that you ran.',
  ],
}

describe('errors', () => {
  it.each(Object.entries(MESSAGES))(
    '%s says what is wrong, what was found, what is allowed and what to do',
    (_, [make, message]) => {
      expect(make().message).toBe(message)
    },
  )

  it('have a test for every message', () => {
    expect(Object.keys(MESSAGES).sort()).toEqual(Object.keys(factories).sort())
  })

  it('carry their data and a code for programs', () => {
    expect(errors.badCell(place, 'XX', 'UA', '')).toMatchObject({
      name: 'InputError',
      code: 'bad-cell',
      data: { ...place, value: 'XX' },
    })
  })

  it('tell the fault of the one who gave something from a fault of wardstick', () => {
    expect(errors.internal('x')).toBeInstanceOf(InternalError)
    expect(errors.usage('x')).toBeInstanceOf(InputError)
    expect(errors.usage('x')).toBeInstanceOf(WardstickError)
  })

  it('cut long lists of what was found', () => {
    const many = Array.from({ length: 20 }, (_, i) => `c${i}`)
    expect(errors.missingColumn('a.csv', 'x', many).message).toContain("'c11' and 8 more")
  })
})

describe('a file that the system does not give', () => {
  const failed = (code: string, syscall?: string) => errors.failedRead('a.csv', systemError(code, syscall), 'Look.')
  it.each(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])('is missing by %s', (code) => {
    expect(isAbsent(systemError(code))).toBe(true)
    expect(failed(code)).toMatchObject({ code: 'missing-file', message: 'a.csv: no such file. Look.' })
  })

  it.each([
    ['EACCES', 'open', 'you may not read it'],
    ['EPERM', 'open', 'you may not read it'],
    ['ELOOP', 'open', 'its links lead in a circle'],
    ['EIO', 'read', 'the disk does not work'],
    ['ENOENT', 'uv_cwd', 'the folder in which you work was deleted'],
    ['EMFILE', 'open', 'cannot be read (EMFILE: open)'],
  ])('is not readable by %s of %s: %s', (code, syscall, words) => {
    expect(isAbsent(systemError(code, syscall))).toBe(false)
    expect(failed(code, syscall)).toMatchObject({ code: 'bad-file', message: `a.csv: ${words}. Look.` })
  })
})
