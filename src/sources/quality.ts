import type { QualityEntry } from '../tables/declared/quality.js'
import type { SetAside } from '../model/descriptor.js'

export type { QualityEntry }

/** How many data rows came in, went out and were set aside; in = out + the sum of those set aside. */
export interface RowCounts {
  readonly rowsIn: number
  readonly rowsOut: number
  readonly setAside: readonly SetAside[]
}

/** What every reader gives beside what it read: what it met, and what became of the rows. */
export interface Reported {
  readonly quality: readonly QualityEntry[]
  readonly counts: RowCounts
}

/** The names under which a reader reports on one file. */
export interface ReportPlace {
  readonly file: string
  readonly sheet?: string | undefined
}

/** Collects the quality entries and row counts of one file while it is read. */
export class QualityReport {
  private readonly kept: QualityEntry[] = []
  private readonly aside = new Map<string, number>()
  private incoming = 0
  private outgoing = 0

  constructor(private readonly place: ReportPlace) {}

  /** Adds an entry about a cell, a row or the whole file. */
  note(rule: string, action: string, at: { row?: number; column?: string; value?: string; count?: number } = {}): void {
    this.kept.push({
      file: this.place.file,
      sheet: this.place.sheet ?? null,
      row: at.row ?? null,
      column: at.column ?? null,
      value: at.value ?? null,
      rule,
      action,
      count: at.count ?? 1,
    })
  }

  /** Counts rows that went out. */
  keep(rows = 1): void {
    this.incoming += rows
    this.outgoing += rows
  }

  /** Counts rows that did not go out, by reason. */
  setAside(reason: string, rows = 1): void {
    this.incoming += rows
    this.aside.set(reason, (this.aside.get(reason) ?? 0) + rows)
  }

  /** The report as a reader gives it. */
  get reported(): Reported {
    const setAside = [...this.aside].map(([reason, rows]) => ({ reason, rows }))
    return { quality: this.kept, counts: { rowsIn: this.incoming, rowsOut: this.outgoing, setAside } }
  }
}
