import type { IndicatorEntry } from '../indicators/indicatorEntry.js'
import { toText } from '../tables/print.js'
import { fold } from './fold.js'

/** Indicators as a list for a terminal. */
export function indicatorList(entries: readonly IndicatorEntry[]): string {
  if (entries.length === 0) return 'No indicator of the catalogue is as asked for.'
  const rows = entries.map(({ id, title, level, coverage: { from, to } }) => [id, title, level, from, to])
  const table = toText({ columns: ['id', 'title', 'level', 'from', 'to'], rows }, { right: rows.map(() => false) })
  const count = `${entries.length} ${entries.length === 1 ? 'indicator' : 'indicators'}`
  return `${table}\n\n${count}; wardstick indicators show ID says more of one.`
}

/** What is said of an indicator, for a terminal. */
export function indicatorReport(entry: IndicatorEntry): string {
  const { id, title, description, keyFacts, sources } = entry
  return [
    `${title}\n${id}`,
    fold(description),
    ...(keyFacts.length === 0 ? [] : [['Key facts', ...keyFacts.map((fact) => fold(`- ${fact}`, 2))].join('\n')]),
    factsOf(entry)
      .map(([name, text]) => fold(`${name}: ${text}`, 2))
      .join('\n'),
    ...sources.map(sourceText),
    `To quote\n  ${fold(entry.citation, 2)}`,
  ].join('\n\n')
}

/** What a reader must know, by its name. */
const factsOf = (entry: IndicatorEntry): [name: string, text: string][] => [
  ['How it was processed', entry.processing],
  ['Method', entry.method],
  ['Unit', entry.unit],
  ['Kind', `${entry.kind}, ${entry.polarity === 'none' ? 'neither more nor less is better' : entry.polarity}`],
  ['Level', LEVELS[entry.level]],
  ['Available', entry.availability.replace(/^Available /, '')],
  ['Missing', entry.missingRule],
  ['What it cannot say', entry.cannotSay],
]

/** Whose figure it is, in words. */
const LEVELS: Readonly<Record<IndicatorEntry['level'], string>> = {
  council: 'council; a ward inherits the figure of its council',
  ward: 'ward',
  site: 'site; counted in wards and by where their residents live',
}

function sourceText({ dataset, title, licences, files }: IndicatorEntry['sources'][number]): string {
  const publishers = [...new Set(files.map(({ publisher }) => publisher))]
  return [
    fold(`Source ${dataset}: ${title}. ${publishers.join('; ')}. ${licences.join('; ')}.`, 2),
    ...files.map((file) => fold(`- ${file.title}; edition: ${file.edition}`, 2)),
  ].join('\n')
}
