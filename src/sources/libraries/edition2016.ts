import { type Reported, type QualityReport } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'
import { type ListRow, dayOf, hoursOf, listTable, noteStaffedHours, operatorOf, postcodeOf, remarkOf, yesNo } from './cells.js'
import { type PrintedClosing, type PrintedLibrary, type PrintedYear, UNSAID } from './printedLibrary.js'

/** A library list as read. */
export interface LibraryList extends Reported {
  readonly libraries: readonly PrintedLibrary[]
}

/** The file has no header row; these are its columns. */
const COLUMNS = [
  'authority',
  'name',
  'address',
  'postcode',
  'statutory 2010',
  'statutory 2016',
  'type of operation',
  'closed',
  'closed when',
  'new when',
  'replacement',
  'notes',
  'hours',
  'staffed hours',
  'email',
  'url',
]

const CLOSINGS: Readonly<Record<string, PrintedClosing['kind']>> = {
  XL: 'closed',
  XLR: 'replaced',
  XLT: 'temporarily-closed',
}

/**
 * Reads the list of England’s public libraries of the Libraries Taskforce: their state on 1 April 2010 and on 1 July
 * 2016.
 *
 * XL is closed, XLR closed and replaced, XLT temporarily closed.
 *
 * @example
 * import { readLibraries2016 } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('Nottingham,Wilford,,NG11 7AX,yes,no,,XL,2010,,,,,,,\n')
 * const { libraries } = readLibraries2016({ name: 'elib.csv', bytes })
 * libraries[0]?.closing // => { kind: 'closed', day: { date: '2010-01-01', precision: 'year' } }
 */
export function readLibraries2016(file: SourceFile): LibraryList {
  const { rows, report } = listTable(file, COLUMNS, 'none')
  const libraries = rows.map((row) => library(row, report))
  report.keep(libraries.length)
  return { libraries, ...report.reported }
}

function library({ row, cell }: ListRow, report: QualityReport): PrintedLibrary {
  const kind = CLOSINGS[cell('closed')]
  const closed = dayOf(cell('closed when'), { row, column: 'closed when' }, report)
  const opened = dayOf(cell('new when'), { row, column: 'new when' }, report)
  const hours = hoursOf(cell('hours'), { row, column: 'hours' }, report)
  const staffedHours = hoursOf(cell('staffed hours'), { row, column: 'staffed hours' }, report)
  noteStaffedHours({ hours, staffedHours, row }, report)
  const statutory2010 = yesNo(cell('statutory 2010'))
  const state = kind === undefined ? 'open' : kind === 'temporarily-closed' ? 'temporarily closed' : 'closed'
  if (kind === undefined && closed.said)
    report.note('closing-of-an-open-library', 'kept as open: the list gives no code of closing', {
      row,
      column: 'closed when',
      value: cell('closed when'),
    })
  const years: PrintedYear[] = [
    { year: 2010, state: statutory2010 === true ? 'open' : 'not known', operator: null, statutory: statutory2010 },
    {
      year: 2016,
      state,
      operator: state === 'closed' ? null : operatorOf(cell('type of operation')),
      statutory: yesNo(cell('statutory 2016')),
    },
  ]
  return {
    ...UNSAID,
    row,
    authority: cell('authority'),
    name: cell('name'),
    address: cell('address'),
    postcode: postcodeOf(cell('postcode'), { row, column: 'postcode' }, report),
    state,
    operator: operatorOf(cell('type of operation')),
    statutory: yesNo(cell('statutory 2016')),
    hours,
    staffedHours,
    closing: kind === undefined ? null : { kind, day: closed.day },
    opened: opened.day,
    newWithoutDay: opened.said && opened.day === null,
    years,
    remark: remarkOf(cell('replacement'), cell('notes')),
  }
}
