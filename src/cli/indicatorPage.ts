import type { IndicatorEntry, IndicatorSource } from '../indicators/indicatorEntry.js'

/**
 * The page of the documentation with every indicator: a section a member, a table of its measures; what all measures of
 * a member share is said once.
 */
export function indicatorPage(entries: readonly IndicatorEntry[]): string {
  const families = groupsOf(entries, ({ family }) => family)
  return `# Indicators

Every indicator of the catalogue, made from their declarations by \`npm run indicators:build\`. \`wardstick indicators
show ID\` prints the same of one with its citation, \`wardstick panel --indicators ID,ID --wards england --periods
2009-10,2014-15\` its figures; [panel.md](panel.md) says how. Units are in the terms of a panel that asks for no others:
prices of 2023-24.

${families
  .map(
    ([family, own]) =>
      `- ${family}: ${membersOf(own)
        .map(([member]) => `[${member}](#${member})`)
        .join(', ')}`,
  )
  .join('\n')}

${membersOf(entries).map(memberSection).join('\n\n')}

## Sources

${sourcesOf(entries).map(sourceSection).join('\n\n')}
`
}

const membersOf = (entries: readonly IndicatorEntry[]) => groupsOf(entries, ({ member }) => member)

function groupsOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups]
}

/** What is said of indicators beside their titles, with how it is told. */
type Fact = readonly [name: string, of: (entry: IndicatorEntry) => string]
const FACTS: readonly Fact[] = [
  ['What it measures', ({ description }) => description],
  ['Processing', ({ processing }) => processing],
  ['Method', ({ method }) => method],
  ['Level', ({ level }) => level],
  ['Available', ({ availability }) => availability.replace(/^Available /, '')],
  ['Missing', ({ missingRule }) => missingRule],
  ['Cannot say', ({ cannotSay }) => cannotSay],
  ['Sources', ({ sources }) => sources.map(({ dataset }) => `[${dataset}](#dataset-${dataset})`).join(', ')],
]

function memberSection([member, entries]: [string, IndicatorEntry[]]): string {
  const [first] = entries
  if (first === undefined) return ''
  const isShared = ([, of]: Fact): boolean => entries.every((entry) => of(entry) === of(first))
  const facts = [...new Set(entries.flatMap(({ keyFacts }) => keyFacts))]
  return [
    `## ${member}`,
    first.question,
    ...(facts.length === 0 ? [] : [facts.map((fact) => `- ${fact}`).join('\n')]),
    FACTS.filter(isShared)
      .map(([name, of]) => `- ${name}: ${of(first)}`)
      .join('\n'),
    measureTable(
      entries,
      FACTS.filter((fact) => !isShared(fact)),
    ),
  ].join('\n\n')
}

/** A row a measure, with the facts in which the measures of the member differ. */
function measureTable(entries: readonly IndicatorEntry[], facts: readonly Fact[]): string {
  const header = ['Measure', 'Title', 'Unit', 'Kind', 'Better', ...facts.map(([name]) => name)]
  const rows = entries.map((entry) => [
    `\`${entry.id}\``,
    entry.title,
    entry.unit,
    entry.kind,
    { 'more is better': 'more', 'less is better': 'less', none: 'neither' }[entry.polarity],
    ...facts.map(([, of]) => of(entry)),
  ])
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cellText).join(' | ')} |`).join('\n')
}

const cellText = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

const sourcesOf = (entries: readonly IndicatorEntry[]): IndicatorSource[] => [
  ...new Map(entries.flatMap(({ sources }) => sources).map((source) => [source.dataset, source])).values(),
]

const sourceSection = ({ dataset, title, licences, files }: IndicatorSource): string =>
  [
    `### Dataset ${dataset}`,
    `${title}. ${licences.join('; ')}.`,
    [
      '| File | Publisher | Edition |',
      '| --- | --- | --- |',
      ...files.map((file) => `| ${[file.title, file.publisher, file.edition].map(cellText).join(' | ')} |`),
    ].join('\n'),
  ].join('\n\n')
