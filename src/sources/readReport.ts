import { internal } from '../errors.js'
import type { QualityEntry, RowCounts } from './quality.js'
import { RULES, type RuleAction, type RuleId } from './rules.js'

/** One problem that a reader met: where, what stood there, the rule that caught it, what was done and what to do. */
export interface Problem {
  readonly file: string
  /** Of a workbook; null for other files. */
  readonly sheet: string | null
  /** From 1, the header included, as a spreadsheet shows it; null where the problem is the whole file’s. */
  readonly row: number | null
  /** The column as the file names it. */
  readonly column: string | null
  readonly value: string | null
  readonly rule: RuleId
  readonly action: RuleAction
  readonly remedy: string
}

/** What became of the rows of a file: `in` is always the sum of the other three. */
export interface RowsRead {
  readonly in: number
  readonly records: number
  readonly setAside: number
  /** Rows that say what another row says, and are one record with it. */
  readonly joined: number
}

/** What a reader says of a file that it has read. */
export interface ReadReport {
  readonly file: string
  readonly rows: RowsRead
  /** How often each rule caught something, however many of its problems are listed. */
  readonly caught: ReadonlyMap<RuleId, number>
  /** Rows set aside or joined, by rule. */
  readonly lost: ReadonlyMap<RuleId, number>
  /** The problems in the order of the file; of each rule as many as the limit `problems` allows. */
  readonly problems: readonly Problem[]
}

/** Where in a file a problem stands. */
export interface ProblemPlace {
  readonly row?: number | undefined
  readonly column?: string | undefined
  readonly value?: string | undefined
  /** What would be allowed there; told with the remedy. */
  readonly allowed?: string | undefined
}

const LONGEST_VALUE = 200

/**
 * The account of a file while it is read: every row that comes in goes out as a record, set aside or joined, or the
 * account does not close.
 */
export class ReadAccount {
  private readonly listed: Problem[] = []
  private readonly caught = new Map<RuleId, number>()
  private readonly lost = new Map<RuleId, number>()
  private rowsIn = 0
  private records = 0

  constructor(
    private readonly file: string,
    private readonly mostListed: number,
  ) {}

  /** A row came in. */
  enter(): void {
    this.rowsIn += 1
  }

  /** A row went out as a record. */
  keep(): void {
    this.records += 1
  }

  /** A row did not go out, by a rule whose action is `set aside` or `joined`. */
  lose(rule: RuleId, at: ProblemPlace): void {
    this.lost.set(rule, (this.lost.get(rule) ?? 0) + 1)
    this.note(rule, at)
  }

  /** Something was met. */
  note(rule: RuleId, { row, column, value, allowed }: ProblemPlace = {}): void {
    const met = (this.caught.get(rule) ?? 0) + 1
    this.caught.set(rule, met)
    if (met > this.mostListed) return
    const { action, remedy } = RULES[rule]
    this.listed.push({
      file: this.file,
      sheet: null,
      row: row ?? null,
      column: column ?? null,
      value: value === undefined ? null : shortened(value),
      rule,
      action,
      remedy: allowed === undefined ? remedy : `${remedy} Allowed: ${allowed}.`,
    })
  }

  /** The report, once every row is accounted for. @throws InternalError when one is not. */
  close(): ReadReport {
    const count = (action: RuleAction): number =>
      [...this.lost].reduce((sum, [rule, rows]) => sum + (RULES[rule].action === action ? rows : 0), 0)
    const rows = { in: this.rowsIn, records: this.records, setAside: count('set aside'), joined: count('joined') }
    if (rows.in !== rows.records + rows.setAside + rows.joined)
      throw internal(`the rows of ${this.file} do not add up`, { ...rows })
    return { file: this.file, rows, caught: this.caught, lost: this.lost, problems: this.listed }
  }
}

const shortened = (value: string): string =>
  value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}…`

/** The row counts of a report in the form of a descriptor. */
export function rowCountsOf({ rows, lost }: ReadReport): RowCounts {
  const setAside = [...lost].map(([rule, count]) => ({ reason: RULES[rule].meaning, rows: count }))
  return { rowsIn: rows.in, rowsOut: rows.records, setAside }
}

/** From how many problems of one rule on they are told as one entry with a count. */
const TOLD_APART = 20

/** The problems of a report as rows of a quality table: a rule that caught many is one entry with a count. */
export function qualityEntriesOf({ file, problems, caught }: ReadReport): QualityEntry[] {
  const told = new Set<RuleId>()
  return problems.flatMap(({ sheet, row, column, value, rule }): QualityEntry[] => {
    const [action, count] = [RULES[rule].done, caught.get(rule) ?? 0]
    if (count <= TOLD_APART) return [{ file, sheet, row, column, value, rule, action, count: 1 }]
    if (told.has(rule)) return []
    told.add(rule)
    return [{ file, sheet, row: null, column, value: null, rule, action, count }]
  })
}
