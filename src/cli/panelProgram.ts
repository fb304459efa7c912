import type { Command } from 'commander'
import type { IndicatorListing } from './indicatorCommands.js'
import type { PanelCommand } from './panelCommand.js'

interface Listing {
  readonly json?: true
  readonly data?: string
}

const DATA = ['--data <folder>', 'use the tables of this folder in place of the built-in ones'] as const

/** Collects an option that may be given more than once. */
const each = (value: string, before: readonly string[] = []): string[] => [...before, value]

/** Adds the commands of the catalogue, of panels and of lists. */
export function addPanelCommands(program: Command, version: string): void {
  addIndicators(program, version)
  addPanel(program)
  addList(program)
}

function addIndicators(program: Command, version: string): void {
  const indicators = program.command('indicators').description('the catalogue: what can be measured, and what it says')
  indicators
    .command('list')
    .description('list the indicators')
    .option('--family <family>', 'those of a family, such as spending')
    .option('--member <member>', 'the measures of one member, such as culture')
    .option('--level <level>', 'those published at a level: council, ward or site')
    .option('--covers <period>', 'those with figures of a financial year or a day')
    .option('--json', 'print them as JSON, with all that is said of them')
    .action(async (options: Omit<IndicatorListing, 'version'>) => {
      const { indicatorListCommand } = await import('./indicatorCommands.js')
      await indicatorListCommand({ ...options, version })
    })
  indicators
    .command('show')
    .description('say what an indicator measures, how, from which sources, what it cannot say, and how it is quoted')
    .argument('<id>', 'its id, such as culture/real-per-head; or a member, such as culture, for all its measures')
    .option('--json', 'print it as JSON')
    .action(async (id: string, options: { readonly json?: true }) => {
      const { indicatorShowCommand } = await import('./indicatorCommands.js')
      await indicatorShowCommand(id, { ...options, version })
    })
}

function addPanel(program: Command): void {
  program
    .command('panel')
    .description('measure indicators of places and periods: one table, one row a place, period and indicator')
    .requiredOption('--indicators <ids>', 'ids, members (culture) or patterns (culture/*), separated by commas', each)
    .requiredOption(
      '--periods <periods>',
      'financial years (2007-08..2017-18 or 2009-10,2014-15), days (2010-03-31) or what happened between two days',
      each,
    )
    .option('--wards <wards>', 'england, or names or codes of wards of 2013, separated by commas', each)
    .option('--council <council>', 'the wards of a council; with --wards, the council that they lie in')
    .option('--councils <councils>', 'all, a set such as single-tier, or names or codes, separated by commas', each)
    .option('--england', 'England as a whole')
    .option('--as-of <day>', 'look councils up as of a day; left out, the last day of the last period')
    .option('--prices <year>', 'the financial year whose prices real terms are in (2023-24)')
    .option('--deflator <series>', 'hmt-2025-12 (the default) or hmt-2019-09')
    .option('--tiers <tiers>', 'per person, of shire districts: both (with the county, the default) or own')
    .option('--out <file>', 'write panel.csv with its descriptor, panel.parquet or panel.json')
    .option('--json', 'print it as JSON; with --out, what was written')
    .option(...DATA)
    .action(async (options: PanelCommand) => {
      const { panelCommand } = await import('./panelCommand.js')
      await panelCommand(options)
    })
}

function addList(program: Command): void {
  const list = program.command('list').description('list the places and tables that there are')
  list
    .command('councils')
    .description('list councils: those of today, or of a day')
    .option('--set <set>', 'all, single-tier, core-cities, shire-counties ...', 'all')
    .option('--as-of <day>', 'those that existed on a day, such as 2009-03-31')
    .option('--json', 'print them as JSON')
    .option(...DATA)
    .action(async (options: Listing & { readonly set?: string; readonly asOf?: string }) => {
      const { listCouncilsCommand } = await import('./listCommands.js')
      await listCouncilsCommand(options)
    })
  list
    .command('wards')
    .description('list the wards of 2013')
    .option('--council <council>', 'those of a council, by its name or code')
    .option('--json', 'print them as JSON')
    .option(...DATA)
    .action(async (options: Listing & { readonly council?: string }) => {
      const { listWardsCommand } = await import('./listCommands.js')
      await listWardsCommand(options)
    })
  list
    .command('datasets')
    .description('list the built-in datasets and their tables')
    .option('--json', 'print them as JSON')
    .option(...DATA)
    .action(async (options: Listing) => {
      const { listDatasetsCommand } = await import('./listCommands.js')
      await listDatasetsCommand(options)
    })
}
