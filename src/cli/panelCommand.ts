import { basename, extname } from 'node:path'
import { loadTables } from '../datasets/index.js'
import { badValue, unknownName } from '../errors.js'
import { measurePanel, tablesOf, whyNotAvailable } from '../indicators/measurePanel.js'
import type { PanelRequest } from '../indicators/panelRequest.js'
import type { IsoDate } from '../model/period.js'
import type { AskedPeriod } from '../panel/frame.js'
import type { Indicator, TableReference } from '../panel/indicator.js'
import type { Panel } from '../panel/panel.js'
import { describedPieces, jsonPieces, parquetPiecesOf } from '../panel/pieces.js'
import { type FileInPieces, requireWritableFile, writeFilesWhole } from '../render/writeFilesWhole.js'
import { groupBy } from '../tables/groupBy.js'
import { isDay } from '../values/date.js'
import { fold } from './fold.js'
import {
  type AskedIndicators,
  type PlaceOptions,
  type TermOptions,
  indicatorsIn,
  periodsIn,
  placesIn,
  termsIn,
} from './panelArguments.js'
import { panelText } from './panelText.js'
import { progressOn } from './progress.js'
import { finds, loadRegisters } from './registers.js'
import { writeNumber } from '../values/rounding.js'

/** What the panel command was asked for. */
export interface PanelCommand extends PlaceOptions, TermOptions {
  readonly indicators: readonly string[]
  readonly periods: readonly string[]
  readonly asOf?: string
  readonly out?: string
  readonly json?: true
  readonly data?: string
}

/** Measures a panel, and prints or writes it. @throws InputError `usage`, `bad-value`, `unwritable` or of places. */
export async function panelCommand(asked: PanelCommand): Promise<void> {
  const { out, json } = asked
  const files = out === undefined ? null : filesFor(out)
  if (out !== undefined) await requireWritableFile(out)
  const choice = chosenIndicators(indicatorsIn(asked.indicators), periodsIn(asked.periods))
  const written = await progressOn(process.stderr).during(async (step) => {
    const panel = await measured(asked, choice, step)
    if (files === null) return { panel, paths: [] }
    const all = files(panel, choice.leftOut, step)
    await writeFilesWhole(all)
    return { panel, paths: all.map(({ path }) => path) }
  })
  await printed(written, choice.leftOut, json === true)
}

/** An indicator that came with a member or a pattern, and has no figure of any of the periods. */
interface LeftOut {
  readonly indicator: string
  readonly why: string
}

interface Choice {
  readonly indicators: readonly Indicator[]
  readonly periods: readonly AskedPeriod[]
  readonly leftOut: readonly LeftOut[]
}

/** What is measured: of those that came together, the indicators that can have a figure, unless none can. */
function chosenIndicators({ named, together }: AskedIndicators, periods: readonly AskedPeriod[]): Choice {
  const refusals = together.map((each) => ({ each, refused: whyNotAvailable(each, periods) }))
  const available = refusals.flatMap(({ each, refused }) => (refused === null ? [each] : []))
  const [first] = refusals.flatMap(({ refused }) => refused ?? [])
  if (named.length + available.length === 0 && first !== undefined) throw first
  const leftOut = refusals.flatMap(({ each, refused }) =>
    refused === null ? [] : [{ indicator: each.id, why: String(refused.data['available']) }],
  )
  return { indicators: [...named, ...available], periods, leftOut }
}

async function measured(asked: PanelCommand, choice: Choice, step: (what: string) => void): Promise<Panel> {
  step('loading the tables')
  const location = { folder: asked.data }
  const { councils, wards, tables } = await loadRegisters(location)
  const places = placesIn(asked, {
    isWard: (text) => finds(() => wards.resolve(text)),
    isCouncil: (text) => finds(() => councils.resolve(text)),
  })
  const request: PanelRequest = { ...choice, places, terms: termsIn(asked), asOf: dayOf(asked.asOf) }
  const others = tablesOf(request).filter((reference: TableReference) => tables[reference] === undefined)
  const loaded = await loadTables(others, location)
  step(`measuring ${choice.indicators.length} indicators`)
  return measurePanel(request, { ...tables, ...loaded })
}

function dayOf(text: string | undefined): IsoDate | undefined {
  if (text !== undefined && !isDay(text)) throw badValue('--as-of', text, 'a day such as 2010-03-31')
  return text as IsoDate | undefined
}

type FilesOf = (panel: Panel, leftOut: readonly LeftOut[], step: (what: string) => void) => FileInPieces[]

const ENDINGS = ['.csv', '.parquet', '.json'] as const

/** How a panel is written to a path, by its ending. @throws InputError `bad-value` for another. */
function filesFor(out: string): FilesOf {
  const ending = ENDINGS.find((each) => each === extname(out).toLowerCase())
  if (ending === undefined) throw unknownName('ending of --out', extname(out) || basename(out), ENDINGS)
  return (panel, leftOut, step) => {
    step(`writing ${writeNumber(panel.cells, 0)} rows`)
    if (ending === '.parquet') return [{ path: out, pieces: () => parquetPiecesOf(panel) }]
    if (ending === '.json') return [{ path: out, pieces: () => jsonPieces(panel, { leftOut }) }]
    return csvFiles(panel, out)
  }
}

/** A CSV file, and beside it the descriptor of its columns. */
function csvFiles(panel: Panel, out: string): FileInPieces[] {
  const file = basename(out)
  const name =
    file
      .slice(0, -'.csv'.length)
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-') || 'panel'
  const { csv, descriptor } = describedPieces(panel, { name, title: titleOf(panel) })
  return [
    { path: out, pieces: () => csv },
    {
      path: `${out.slice(0, -'.csv'.length)}.resource.json`,
      pieces: () => [`${JSON.stringify({ ...descriptor(), path: file }, null, 2)}\n`],
    },
  ]
}

const titleOf = ({ indicators: [first, ...others] }: Panel): string =>
  others.length === 0 ? (first?.title ?? '') : `Panel of ${others.length + 1} indicators`

interface Written {
  readonly panel: Panel
  /** Paths of the files that were written. */
  readonly paths: readonly string[]
}

async function printed({ panel, paths }: Written, leftOut: readonly LeftOut[], asJson: boolean): Promise<void> {
  const { cells, places, periods, indicators } = panel
  if (asJson && paths.length === 0) return printPieces(jsonPieces(panel, { leftOut }))
  const sizes = { rows: cells, indicators: indicators.length, places: places.length, periods: periods.length }
  if (asJson) return printPieces([`${JSON.stringify({ written: paths, ...sizes, leftOut }, null, 2)}\n`])
  const text = paths.length === 0 ? panelText(panel) : writtenText(paths, sizes)
  return printPieces([`${[text, ...leftOutText(leftOut)].join('\n\n')}\n`])
}

/** What was left out, once for each reason. */
function leftOutText(leftOut: readonly LeftOut[]): string[] {
  const reasons = groupBy(leftOut, ({ why }) => why)
  const lines = [...reasons].map(([why, items]) =>
    fold(`- ${items.map(({ indicator }) => indicator).join(', ')}: ${why}`, 2),
  )
  return lines.length === 0 ? [] : [['Left out, without a figure of any of the periods:', ...lines].join('\n')]
}

function writtenText(
  [file = '', descriptor]: readonly string[],
  { rows, indicators, places, periods }: Readonly<Record<'rows' | 'indicators' | 'places' | 'periods', number>>,
): string {
  const size = `${writeNumber(rows, 0)} rows (indicators ${indicators}, places ${places}, periods ${periods})`
  return [`Written: ${file}, ${size}`, ...(descriptor === undefined ? [] : [`Its columns: ${descriptor}`])].join('\n')
}

/** Prints pieces no faster than they are read. */
async function printPieces(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces)
    if (!process.stdout.write(piece)) await new Promise<void>((resume) => process.stdout.once('drain', resume))
}
