import type { QualityReport } from '../quality.js'
import type { PrintedPool, RegisteredPool } from './poolColumns.js'

/**
 * Remarks by which the register says that a closing date of its own is not right, or that a pool was entered anew to
 * mend it.
 */
const DATE_IN_DOUBT = /re-?opened on active places|clos(?:ure|ed|ing) dat/i
/** Pools older than this are rare and their year is hardly that of the pool; nothing that is counted depends on it. */
const HARDLY_EARLIER = 1850
/** How far a printed area may lie from length times width, in square metres. */
const ROUNDING = 1

/**
 * Notes what is doubtful in the register; nothing is dropped. Doubts that many rows share are one entry with a count.
 */
export function notePools(
  report: QualityReport,
  pools: readonly RegisteredPool[],
  printed: readonly PrintedPool[],
  asOf: string,
): void {
  const rows = pools.map(({ pool, row }, i) => ({ pool, row, cells: printed[i] as PrintedPool }))
  const count = (
    rule: string,
    action: string,
    column: string,
    holds: (row: (typeof rows)[number]) => boolean,
  ): void => {
    const found = rows.filter(holds).length
    if (found > 0) report.note(rule, action, { column, count: found })
  }
  const each = (
    rule: string,
    action: string,
    column: keyof PrintedPool,
    holds: (row: (typeof rows)[number]) => boolean,
  ): void => {
    for (const { row, cells } of rows.filter(holds))
      report.note(rule, action, { row, column, value: String(cells[column]) })
  }
  count(
    'closed-on-1-january',
    'kept as printed, with the precision year',
    'Closed Date',
    ({ pool }) => pool.closed_precision === 'year',
  )
  count(
    'closure-reason-not-decoded',
    'code kept: the files do not say what it means',
    'Closure Reason',
    ({ pool }) => pool.closure_reason !== null,
  )
  count(
    'temporarily-closed',
    'kept as a pool that is not closed for good; since when is not printed',
    'Operational Status',
    ({ pool }) => pool.status === 'temporarily closed',
  )
  count(
    'no-year-built',
    'kept as missing: the pool is in no count of a year',
    'Year Built',
    ({ pool }) => pool.built_year === null,
  )
  count('management-not-known', 'kept as missing', 'Management Type (Text)', ({ pool }) => pool.management === null)
  count('area-zero', 'kept as missing, not as 0', 'Area', ({ cells }) => cells.Area === 0)
  count('length-zero', 'kept as missing, not as 0', 'Length', ({ cells }) => cells.Length === 0)
  count(
    'opened-long-after-built',
    'day of opening left out: it is that of a season or of a new entry',
    'Date Opened',
    ({ pool, cells }) => cells['Date Opened'] !== null && pool.opened_date === null,
  )
  each(
    'built-year-early',
    'kept as printed',
    'Year Built',
    ({ pool }) => pool.built_year !== null && pool.built_year < HARDLY_EARLIER,
  )
  each(
    'built-after-edition',
    'kept as printed',
    'Year Built',
    ({ pool }) => pool.built_year !== null && pool.built_year > Number(asOf.slice(0, 4)),
  )
  each(
    'closed-after-edition',
    'kept as printed',
    'Closed Date',
    ({ pool }) => pool.closed_date !== null && pool.closed_date > asOf,
  )
  each(
    'closed-before-built',
    'both kept as printed',
    'Closed Date',
    ({ pool }) =>
      pool.closed_date !== null && pool.built_year !== null && Number(pool.closed_date.slice(0, 4)) < pool.built_year,
  )
  each(
    'closed-date-in-doubt',
    'kept as printed: a remark of the register says that the date was wrong or was mended later',
    'Closed Date',
    ({ pool, cells }) => pool.closed_date !== null && DATE_IN_DOUBT.test(cells['Operational Status Notes'] ?? ''),
  )
  each(
    'area-is-not-length-by-width',
    'kept as printed',
    'Area',
    ({ cells }) => Math.abs(cells.Area - cells.Length * cells.Width) > ROUNDING,
  )
  noteTwins(report, rows)
}

/** Notes pools of one site that are alike in everything but their id: one pool entered twice, or two alike. */
function noteTwins(
  report: QualityReport,
  rows: readonly (Pick<RegisteredPool, 'pool' | 'row'> & { readonly cells: PrintedPool })[],
): void {
  const first = new Map<string, string>()
  for (const { pool, row, cells } of rows) {
    const key = [
      pool.site_id,
      pool.kind,
      pool.status,
      pool.built_year,
      pool.closed_date,
      cells.Area,
      cells.Length,
      cells.Width,
      cells.Lanes,
    ].join(' ')
    const twin = first.get(key)
    if (twin === undefined) first.set(key, pool.pool_id)
    else
      report.note('pool-like-another', `kept: may be pool ${twin} of the same site entered twice`, {
        row,
        column: 'Facility ID',
        value: pool.pool_id,
      })
  }
}
