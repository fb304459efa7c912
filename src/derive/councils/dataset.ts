import { COUNCILS, COUNCIL_ALIASES, COUNCIL_SUCCESSIONS } from '../../tables/declared/councils.js'
import { type CouncilRegister, councilRegister } from '../../geography/councilRegister.js'
import { readCouncilNames, readCouncilRegistry } from '../../sources/index.js'
import { COUNCIL_SOURCES } from '../catalogue.js'
import { type Opener, partOf, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import type { NamedReturn } from '../spending/spending.js'
import { type CouncilTables, buildCouncils } from './councils.js'

/** The dataset `councils`, and the register that it makes. */
export async function councilDataset(
  opener: Opener,
  returns: readonly NamedReturn<string>[],
): Promise<{ councils: BuiltDataset; register: CouncilRegister }> {
  const registry = readCouncilRegistry(await opener.open(COUNCIL_SOURCES.registry))
  const names = readCouncilNames(await opener.open(COUNCIL_SOURCES.names))
  const tables: CouncilTables = buildCouncils({
    file: COUNCIL_SOURCES.registry.file,
    registry: registry.councils,
    names: names.names,
    returns: returns.map(({ read }) => read),
  })
  const known = new Set(tables.aliases.filter(({ kind }) => kind === 'register_code').map(({ alias }) => alias))
  const used = (code: string): boolean => known.has(code)
  const councils: BuiltDataset = {
    name: 'councils',
    title: 'Councils of England since 2007',
    description:
      'Every council of the finance returns since 2007-08 with its codes, names, county, region, first and ' +
      'last day, and what passed into what on 1 April 2009, 2019, 2020, 2021 and 2023. ' +
      'The councils abolished in 2009 and their successors are from the returns and from the Structural ' +
      'Changes Orders of 2008.',
    licences: [LICENCES.ccBy4, LICENCES.ogl3],
    sources: [
      opener.describe(
        COUNCIL_SOURCES.registry,
        partOf(
          registry.counts,
          registry.councils.map((row) => used(row['local-authority-code'])),
          'no council of the English finance returns',
        ),
      ),
      opener.describe(
        COUNCIL_SOURCES.names,
        partOf(
          names.counts,
          names.names.map((row) => used(row.registerCode)),
          'name of no council of the English finance returns',
        ),
      ),
    ],
    tables: [
      table(COUNCILS, tables.councils),
      table(COUNCIL_ALIASES, tables.aliases),
      table(COUNCIL_SUCCESSIONS, tables.successions),
      quality(tables.quality),
    ],
  }
  return { councils, register: councilRegister(tables) }
}
