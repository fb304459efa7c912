import { loadDescriptor, type DatasetName } from '../datasets/index.js'
import { badValue, unknownName } from '../errors.js'
import { CATALOGUE, indicators } from '../indicators/catalogue.js'
import { type IndicatorEntry, indicatorEntry } from '../indicators/indicatorEntry.js'
import type { IndicatorLevel } from '../model/indicator.js'
import { isFinancialYear } from '../model/period.js'
import type { Indicator } from '../panel/indicator.js'
import { isDay } from '../values/date.js'
import { indicatorList, indicatorReport } from './indicatorReport.js'
import { indicatorNamed } from './panelArguments.js'

/** What a listing of indicators was asked for. */
export interface IndicatorListing {
  readonly family?: string
  readonly member?: string
  readonly level?: string
  readonly covers?: string
  readonly json?: true
  readonly version: string
}

/** Prints the indicators of the catalogue. @throws InputError `bad-value` with the nearest name. */
export async function indicatorListCommand(asked: IndicatorListing): Promise<void> {
  const { family, member, level, covers, json, version } = asked
  requireOneOf('--family', family, ({ family: of }) => of)
  requireOneOf('--member', member, ({ member: of }) => of)
  requireOneOf('--level', level, ({ level: of }) => of)
  if (covers !== undefined && !isFinancialYear(covers) && !isDay(covers))
    throw badValue('--covers', covers, 'a financial year such as 2009-10, or a day such as 2010-03-31')
  const entries = await entriesOf(
    indicators({ family, member, level: level as IndicatorLevel | undefined, covers }),
    version,
  )
  print(json === true ? JSON.stringify(entries, null, 2) : indicatorList(entries))
}

function requireOneOf(option: string, asked: string | undefined, of: (each: Indicator) => string): void {
  const known = [...new Set(CATALOGUE.map(of))]
  if (asked !== undefined && !known.includes(asked)) throw unknownName(option, asked, known)
}

/** Prints what is said of an indicator, or of every measure of a member. */
export async function indicatorShowCommand(
  id: string,
  { json, version }: { readonly json?: true; readonly version: string },
): Promise<void> {
  const own = id.includes('/') ? [] : indicators({ member: id })
  const entries = await entriesOf(own.length > 0 ? own : [indicatorNamed(id)], version)
  const [first] = entries
  if (json === true) print(JSON.stringify(own.length > 0 ? entries : first, null, 2))
  else print(entries.map(indicatorReport).join('\n\n\n'))
}

/** What is said of indicators, with the descriptors of their datasets. */
export async function entriesOf(asked: readonly Indicator[], version: string): Promise<IndicatorEntry[]> {
  const names = [...new Set(asked.flatMap(({ source }) => source))]
  const descriptors = await Promise.all(names.map((name) => loadDescriptor(name as DatasetName)))
  return asked.map((each) => indicatorEntry(each, descriptors, { version }))
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
