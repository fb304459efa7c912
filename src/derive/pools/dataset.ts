import { POOLS, POOL_SITES } from '../../tables/declared/pools.js'
import type { WardLocator } from '../../geography/wardLocator.js'
import { readPoolKinds, readSwimmingPools } from '../../sources/index.js'
import { type Opener, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import { buildPools } from './pools.js'
import { POOL_SOURCES, POOLS_AS_OF } from './sources.js'

/** The dataset `pools`. */
export async function poolDataset(opener: Opener, wards: WardLocator): Promise<BuiltDataset> {
  const cards = POOL_SOURCES
  const types = await opener.open(cards.types)
  const kinds = readPoolKinds(types, await opener.open(cards.subtypes))
  const register = readSwimmingPools(await opener.open(cards.pools), { kinds, asOf: POOLS_AS_OF })
  const built = buildPools(cards.pools.file, register.pools, wards)
  return {
    name: 'pools',
    title: 'Swimming pools of England, open and closed',
    description:
      'Every swimming pool of the Active Places register, edition of July 2024: public or not, of any status, ' +
      'with the year of building and the day of closing, placed in wards of 2013. ' +
      'The register keeps closed pools, but one state of each: access and management are the last known ones. ' +
      'Most years of building come without a day. ' +
      'Counts over time ask for caution: Sport England still adds pools whenever they were built, and ' +
      'closings before 2005 are all but absent (20 of 1,548).',
    licences: [LICENCES.ogl3],
    sources: [
      opener.describe(cards.pools, register.counts),
      opener.describe(cards.types, kinds.typeCounts),
      opener.describe(cards.subtypes, kinds.counts),
    ],
    tables: [
      table(POOLS, built.pools),
      table(POOL_SITES, built.sites),
      quality([...register.quality, ...built.quality]),
    ],
  }
}
