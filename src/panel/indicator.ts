import type { FindingForm, IndicatorLevel, Noun } from '../model/indicator.js'
import type { Period } from '../model/period.js'
import type { Unit } from '../model/unit.js'
import type { AnyTable } from '../tables/anyTable.js'
import type { PanelWriter } from './block.js'
import type { IndicatorHeader } from './header.js'
import type { AskedPeriod, Frame, PanelTerms } from './frame.js'

/** For which time an indicator has figures, by what is built in. */
export interface IndicatorCoverage {
  /** First and last financial year, or day. */
  readonly from: string
  readonly to: string
  /** The editions, where there are no figures between them. */
  readonly editions?: readonly string[]
  /** What to do for other times or places: which file to bring. */
  readonly otherwise?: string
}

/** What is said of an indicator to those who quote it. */
export interface IndicatorDocumentation {
  /** What it measures, in one sentence. */
  readonly description: string
  /** What a careful reader knows of it; at most five. */
  readonly keyFacts: readonly string[]
  /** How the published figures became this one. */
  readonly processing: string
  /** What it cannot say. */
  readonly cannotSay: string
}

/** Tables of an indicator, each by dataset and name: `pools/pools`. */
export type TableReference = `${string}/${string}`

/** What an indicator is measured from. */
export interface PanelInputs {
  /** A table by its reference. @throws InternalError when it was not asked for. */
  table(reference: TableReference): AnyTable
  /** Something made of the tables, made once for all indicators. */
  once<Made>(key: string, make: () => Made): Made
}

/** Writes the cells of the measures asked for, by measure. */
export type PanelWriters = ReadonlyMap<string, PanelWriter>

/**
 * An indicator, declared once: what it measures, of what, from which tables, and how.
 *
 * Indicators that share one `measure` function are measured by one call of it.
 */
export interface Indicator extends Omit<IndicatorHeader, 'unit'>, IndicatorDocumentation {
  /** Which constructor made it, or `own`. */
  readonly family: string
  /** First part of its id. */
  readonly member: string
  /** Second part of its id. */
  readonly measureId: string
  /** The question that it answers. */
  readonly question: string
  /** What is counted or spent on, within a sentence. */
  readonly noun: Noun
  /** Its unit in the terms of a panel. */
  readonly unitIn: (terms: PanelTerms) => Unit
  /** The level at which it is published: for a ward a council’s figure is inherited. */
  readonly level: IndicatorLevel
  /** What of a financial year it is: its flow, the stock at its end, the turnover within it, the edition of it. */
  readonly time: 'flow' | 'stock' | 'turnover' | 'edition'
  readonly inputs: readonly TableReference[]
  readonly missingRule: string
  /** The rule by which it is computed. */
  readonly method: string
  readonly coverage: IndicatorCoverage
  /** The form of finding that words it. */
  readonly form: FindingForm
  /** The period that a cell of it has, where a period was asked for; null where it has none. */
  readonly periodOf: (asked: AskedPeriod) => Period | null
  readonly measure: (inputs: PanelInputs, frame: Frame, out: PanelWriters) => void
}
