import type { VegaLiteSpec } from '../../charts/spec.js'
import type { Status } from '../../model/status.js'
import type { Grid } from '../../tables/print.js'

/** A page as data: what is said, what shows it, how it is known, and what it is made from. */
export interface PageDocument {
  readonly title: string
  /** What the page is about and how to read it, a paragraph each. */
  readonly about: readonly string[]
  /** In the order in which they are read. */
  readonly sections: readonly PageSection[]
  /** The datasets that sections refer to by id. */
  readonly datasets: readonly PageDataset[]
  /** How the whole page is cited. */
  readonly citation: string
  /** Who made it and with what, a paragraph each. */
  readonly colophon: readonly string[]
}

/** One finding: its sentence and weightiest caveat, the charts that show it, and how it is known. */
export interface PageSection {
  /** Its address in the page: small letters, digits and hyphens. */
  readonly id: string
  readonly headline: string
  readonly question: string
  readonly sentence: string
  /** The weightiest first: that one stands beside the sentence. */
  readonly caveats: readonly string[]
  /** More figures, a paragraph each. */
  readonly detail: readonly string[]
  readonly figures: readonly PageFigure[]
  /** Null where nothing was measured. */
  readonly evidence: PageEvidence | null
}

/** A chart with the table behind it, or a table alone. */
export interface PageFigure {
  /** Its address in the page: small letters, digits and hyphens. */
  readonly id: string
  /** The same chart for a wide screen and for a phone. */
  readonly chart: { readonly wide: VegaLiteSpec; readonly narrow: VegaLiteSpec } | null
  readonly table: PageTable
  readonly citation: string
}

/** A table with its units in the headings; it can be downloaded as CSV. */
export interface PageTable {
  readonly caption: string
  /** Name of the downloaded file: `aspley-culture.csv`. */
  readonly file: string
  /** Numbers as numbers: the page writes them for people, the download gives them whole. */
  readonly grid: Grid
}

/** How a finding is known. */
export interface PageEvidence {
  /** A rule a text. */
  readonly method: readonly string[]
  /** How many figures of the finding have each status. */
  readonly statuses: readonly { readonly status: Status; readonly meaning: string; readonly figures: number }[]
  /** Which rows were used, which were not and why, a sentence each. */
  readonly rows: readonly string[]
  /** Ids of {@link PageDocument.datasets}. */
  readonly datasets: readonly string[]
  /** Ids of the figures in `findings.json` from which the sentence is made. */
  readonly figureIds: readonly string[]
}

/** A dataset with the official files that it is made from. */
export interface PageDataset {
  readonly id: string
  readonly title: string
  readonly licences: readonly { readonly title: string; readonly url: string }[]
  readonly tables: readonly { readonly title: string; readonly rows: number }[]
  readonly sources: readonly PageSource[]
}

/** An official file: who published it, and how many of its rows came in, went out and were set aside. */
export interface PageSource {
  readonly title: string
  readonly publisher: string
  readonly edition: string
  readonly file: string
  readonly attribution: string
  readonly sha256: string
  readonly rowsIn: number
  readonly rowsOut: number
  readonly setAside: readonly { readonly reason: string; readonly rows: number }[]
}
