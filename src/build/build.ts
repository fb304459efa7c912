import { type CouncilRegister, councilRegister } from '../geography/councilRegister.js'
import type { SourceDescriptor } from '../model/descriptor.js'
import { BUDGET_LINES, OUTTURN_LINES } from '../model/spending.js'
import {
  type PeopleByArea,
  type QualityEntry,
  QualityReport,
  type RowCounts,
  type SourceFile,
  readAreaLookup,
  readBudget,
  readCalendarDeflator,
  readCouncilNames,
  readCouncilRegistry,
  readDerivedOutturn,
  readDistrictPopulations,
  readGrowthDeflator,
  readOutturn,
  readSmallAreaPopulations,
  readSourceFile,
  sha256,
} from '../sources/index.js'
import { BUDGET_SOURCES, COUNCIL_SOURCES, DEFLATOR_SOURCES, DERIVED_OUTTURN_SOURCE, OUTTURN_SOURCES, POPULATION_SOURCES, type SourceCard } from './catalogue.js'
import { type CouncilTables, buildCouncils } from './councils/councils.js'
import * as fields from './fields.js'
import { type BuiltDataset, type BuiltTable, LICENCES } from './package.js'
import { buildPopulations } from './populations.js'
import { BREAKS } from './spending/breaks.js'
import { REMARKS } from './spending/remarks.js'
import { type NamedReturn, type Row, buildDerivedOutturn, buildSpending } from './spending/spending.js'

/** The last financial year of the September 2019 deflator that is no forecast: 2018-19. */
const LAST_OUTTURN_OF_2019 = 2018

/**
 * Derives every built-in dataset from the folder of official files.
 *
 * @param sources the folder; the files' places below it are those of the catalogue.
 * @param tell is told what is being done.
 */
export async function buildDatasets(sources: string, tell: (what: string) => void): Promise<BuiltDataset[]> {
  const opener = sourceOpener(sources)
  tell('outturn returns')
  const outturn = await Promise.all(OUTTURN_SOURCES.map(async ({ card, ...edition }) => ({ file: card.file, sheet: edition.sheet, read: await readOutturn(await opener.open(card), edition) })))
  tell('budget returns')
  const budgets = await Promise.all(BUDGET_SOURCES.map(async ({ card, ...edition }) => ({ file: card.file, sheet: edition.sheet, read: await readBudget(await opener.open(card), edition) })))
  tell('register of councils')
  const { councils, register } = await councilDataset(opener, [...outturn, ...budgets])
  tell('spending')
  const spending = await spendingDataset(opener, outturn, register)
  const budgetData = budgetDataset(opener, budgets, register)
  tell('deflators')
  const deflators = await deflatorDataset(opener)
  tell('populations')
  const populations = await populationDataset(opener, register)
  return [councils, spending, budgetData, deflators, populations]
}

interface Opener {
  open(card: SourceCard): Promise<SourceFile>
  describe(card: SourceCard, counts: RowCounts): SourceDescriptor
}

function sourceOpener(folder: string): Opener {
  const hashes = new Map<string, string>()
  return {
    open: async (card) => {
      const file = await readSourceFile(folder, card.file)
      hashes.set(card.file, sha256(file.bytes))
      return file
    },
    describe: (card, counts) => ({ ...card, sha256: hashes.get(card.file) ?? '', rowsIn: counts.rowsIn, rowsOut: counts.rowsOut, setAside: counts.setAside.filter(({ rows }) => rows > 0) }),
  }
}

async function councilDataset(opener: Opener, returns: readonly NamedReturn<string>[]): Promise<{ councils: BuiltDataset; register: CouncilRegister }> {
  const registry = readCouncilRegistry(await opener.open(COUNCIL_SOURCES.registry))
  const names = readCouncilNames(await opener.open(COUNCIL_SOURCES.names))
  const tables: CouncilTables = buildCouncils({ file: COUNCIL_SOURCES.registry.file, registry: registry.councils, names: names.names, returns: returns.map(({ read }) => read) })
  const known = new Set(tables.aliases.filter(({ kind }) => kind === 'register_code').map(({ alias }) => alias))
  const used = (code: string): boolean => known.has(code)
  const councils: BuiltDataset = {
    name: 'councils',
    title: 'Councils of England since 2007',
    description:
      'Every council of the finance returns since 2007-08 with its codes, names, county, region, first and last day, and what passed into what on 1 April 2009, 2019, 2020, 2021 and 2023. ' +
      'The councils abolished in 2009 and their successors are from the returns and from the Structural Changes Orders of 2008.',
    licences: [LICENCES.ccBy4, LICENCES.ogl3],
    sources: [
      opener.describe(COUNCIL_SOURCES.registry, partOf(registry.counts, registry.councils.map((row) => used(row['local-authority-code'])), 'no council of the English finance returns')),
      opener.describe(COUNCIL_SOURCES.names, partOf(names.counts, names.names.map((row) => used(row.registerCode)), 'name of no council of the English finance returns')),
    ],
    tables: [
      table('councils', 'Councils', 'One row an institution.', fields.COUNCIL_FIELDS, tables.councils, ['e_code']),
      table('aliases', 'Names and codes', 'One row a name, spelling or code of a council.', fields.ALIAS_FIELDS, tables.aliases),
      table('successions', 'Successions', 'One row a council that passed into another, whole or in part.', fields.SUCCESSION_FIELDS, tables.successions, ['predecessor_e_code', 'successor_e_code']),
      quality(tables.quality),
    ],
  }
  return { councils, register: councilRegister(tables) }
}

async function spendingDataset(opener: Opener, outturn: readonly NamedReturn<(typeof OUTTURN_LINES)[number]>[], register: CouncilRegister): Promise<BuiltDataset> {
  const official = buildSpending(outturn, OUTTURN_LINES, 'outturn', register)
  const { card, years } = DERIVED_OUTTURN_SOURCE
  const derived = buildDerivedOutturn(readDerivedOutturn(await opener.open(card)), years, register, card.file)
  const rows = [...official.councils, ...derived.councils].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return {
    name: 'council-spending',
    title: 'Council spending by service, outturn, 2007-08 to 2023-24',
    description:
      'Net current expenditure (net of fees, charges and other income) by council, service and financial year, in thousands of pounds, nominal. ' +
      'Three years (2018-19 to 2020-21) come from a file without negative amounts and are marked so. Not covered: parish councils.',
    licences: [LICENCES.ogl3],
    sources: [...OUTTURN_SOURCES.map((source, i) => opener.describe(source.card, countsAt(official.counts, i))), opener.describe(card, countsAt(derived.counts, 0))],
    tables: [
      table('outturn', 'Spending by council', 'One row a council and year; an empty cell is missing, never 0.', fields.OUTTURN_FIELDS, rows, ['e_code', 'financial_year']),
      table('totals', 'Totals', 'Totals as printed, and class O where the edition prints none.', fields.OUTTURN_TOTAL_FIELDS, official.totals, ['financial_year', 'area']),
      table('breaks', 'Breaks', 'Changes in what a line contains.', fields.BREAK_FIELDS, BREAKS, ['basis', 'line', 'from']),
      table('remarks', 'Remarks', 'Changes in what single councils book to a line.', fields.REMARK_FIELDS, REMARKS, ['e_code', 'account', 'line', 'note']),
      quality([...official.quality, ...derived.quality]),
    ],
  }
}

function budgetDataset(opener: Opener, budgets: readonly NamedReturn<(typeof BUDGET_LINES)[number]>[], register: CouncilRegister): BuiltDataset {
  const built = buildSpending(budgets, BUDGET_LINES, 'budget', register)
  return {
    name: 'council-budgets',
    title: 'Council budgets by line, 2010-11 to 2023-24',
    description:
      'Planned net current expenditure on libraries, open spaces, recreation and sport, community development, youth and Sure Start, with the totals around them, in thousands of pounds, nominal. ' +
      'Plans made before the year begins: never to be joined with outturn in one series. No edition for 2020-21 and 2022-23.',
    licences: [LICENCES.ogl3],
    sources: BUDGET_SOURCES.map((source, i) => opener.describe(source.card, countsAt(built.counts, i))),
    tables: [
      table('budgets', 'Budgets by council', 'One row a council and year; an empty cell is missing, never 0.', fields.BUDGET_FIELDS, built.councils, ['e_code', 'financial_year']),
      table('totals', 'Totals', 'Totals as printed, and class O where the edition prints none.', fields.BUDGET_TOTAL_FIELDS, built.totals, ['financial_year', 'area']),
      quality(built.quality),
    ],
  }
}

async function deflatorDataset(opener: Opener): Promise<BuiltDataset> {
  const latest = readCalendarDeflator(await opener.open(DEFLATOR_SOURCES.december2025))
  const second = readGrowthDeflator(await opener.open(DEFLATOR_SOURCES.september2019), LAST_OUTTURN_OF_2019)
  const rows = [...latest.levels.map((row) => ({ series: 'hmt-2025-12', ...row })), ...second.levels.map((row) => ({ series: 'hmt-2019-09', ...row }))]
  return {
    name: 'deflators',
    title: 'GDP deflators by financial year',
    description:
      'The price level of each financial year in two editions of HM Treasury’s GDP deflator, which are never spliced. December 2025 (the default): 3/4 of calendar year Y and 1/4 of Y + 1. September 2019: chained growth, without its forecasts.',
    licences: [LICENCES.ogl3],
    sources: [
      opener.describe(DEFLATOR_SOURCES.december2025, latest.counts),
      opener.describe(DEFLATOR_SOURCES.september2019, second.counts),
    ],
    tables: [
      table(
        'gdp-deflator',
        'GDP deflator',
        'One row a series and financial year.',
        fields.DEFLATOR_FIELDS,
        rows.map(({ series, year, level }) => ({ series, financial_year: year, level })),
        ['series', 'financial_year'],
      ),
      quality([...latest.quality, ...second.quality]),
    ],
  }
}

async function populationDataset(opener: Opener, register: CouncilRegister): Promise<BuiltDataset> {
  const cards = POPULATION_SOURCES
  const districts = readDistrictPopulations(await opener.open(cards.districts))
  const lsoa2011 = readAreaLookup(await opener.open(cards.lsoa2011), 'LSOA11CD', 'LAD15CD')
  const lsoa2021 = readAreaLookup(await opener.open(cards.lsoa2021), 'lsoa21_code', 'ltla22_code')
  const mid2017 = readSmallAreaPopulations(await opener.open(cards.mid2017), { code: 'lsoa11_code', people: 'total_population' }, lsoa2011.areaOf)
  const mid2020 = readSmallAreaPopulations(await opener.open(cards.mid2020), { code: 'lsoa11_code', people: 'total_population' }, lsoa2011.areaOf)
  const mid2022 = readSmallAreaPopulations(await opener.open(cards.mid2022), { code: 'lsoacd', people: 'population' }, lsoa2021.areaOf)
  return {
    name: 'council-populations',
    title: 'Mid-year populations of council areas, 2001 to 2022',
    description:
      'ONS mid-year estimates of the area of each council: observed for 2001 to 2013, 2017, 2020 and 2022, interpolated between those of one series. ' +
      'Estimates before and after Census 2021 are not one series: nothing is interpolated between mid-2020 and mid-2022.',
    licences: [LICENCES.ogl3],
    sources: [
      opener.describe(cards.districts, districts.counts),
      opener.describe(cards.mid2017, mid2017.counts),
      opener.describe(cards.mid2020, mid2020.counts),
      opener.describe(cards.mid2022, mid2022.counts),
      opener.describe(cards.lsoa2011, lsoa2011.counts),
      opener.describe(cards.lsoa2021, lsoa2021.counts),
    ],
    tables: [
      table(
        'populations',
        'Populations',
        'One row a council (or ENGLAND) and year; a year without a row is missing.',
        fields.POPULATION_FIELDS,
        buildPopulations({ observed: new Map([...districts.years, [2017, mid2017.people], [2020, mid2020.people]]), mid2022: mid2022.people }, register),
        ['e_code', 'year'],
      ),
      quality(noted(cards.mid2022, 'mislabelled-edition', 'kept under its right name: its total is the ONS estimate of mid-2022, not of Census 2021', { value: String(sumOf(mid2022.people)) })),
    ],
  }
}

function table(name: string, title: string, description: string, columns: BuiltTable['fields'], rows: readonly object[], primaryKey?: readonly string[]): BuiltTable {
  return { name, title, description, fields: columns, rows: rows as readonly Row[], ...(primaryKey === undefined ? {} : { primaryKey }) }
}

function quality(entries: readonly QualityEntry[]): BuiltTable {
  return table('quality', 'Quality report', 'What the readers met in the source files and what they did.', fields.QUALITY_FIELDS, entries)
}

function noted(card: SourceCard, ...note: Parameters<QualityReport['note']>): readonly QualityEntry[] {
  const report = new QualityReport({ file: card.file })
  report.note(...note)
  return report.reported.quality
}

const sumOf = (people: PeopleByArea): number => [...people.values()].reduce((a, b) => a + b, 0)

/** The counts of a file of which a part is used. */
function partOf({ rowsIn, setAside }: RowCounts, used: readonly boolean[], reason: string): RowCounts {
  const rowsOut = used.filter(Boolean).length
  return { rowsIn, rowsOut, setAside: [...setAside, { reason, rows: used.length - rowsOut }] }
}

const countsAt = (counts: readonly RowCounts[], index: number): RowCounts => counts[index] ?? { rowsIn: 0, rowsOut: 0, setAside: [] }
const key = (row: Row): string => `${String(row['e_code'])} ${String(row['financial_year'])}`
