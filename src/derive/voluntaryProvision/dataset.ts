import { PROVISION, PROVISION_BREAKS_TABLE, PROVISION_TOTALS } from '../../tables/declared/voluntaryProvision.js'
import type { CouncilRegister } from '../../geography/councilRegister.js'
import { readSection251Outturn } from '../../sources/index.js'
import { type Opener, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import { PROVISION_BREAKS } from './breaks.js'
import { buildProvision } from './provision.js'
import { SECTION_251_SOURCES } from './sources.js'

/** The dataset `voluntary-provision`. */
export async function voluntaryProvisionDataset(opener: Opener, register: CouncilRegister): Promise<BuiltDataset> {
  const returns = await Promise.all(
    SECTION_251_SOURCES.map(async ({ card, year }) => ({
      file: card.file,
      card,
      read: readSection251Outturn(await opener.open(card), { year }),
    })),
  )
  const built = buildProvision(returns, register)
  return {
    name: 'voluntary-provision',
    title: 'Children’s services provided through voluntary organisations, 2008-09 to 2013-14',
    description:
      'What councils spent on children’s and young people’s services, by who provided them: voluntary ' +
      'organisations, private providers, the council itself, other public bodies. Pounds, nominal, before income. ' +
      'The return widens in 2010-11 (table breaks). From 2011-12 on youth justice is in the total expenditure ' +
      'alone: its providers are not printed. ' +
      'A printed 0 is told apart from no figure, but may still mean that a council does not book by provider.',
    licences: [LICENCES.ogl3],
    sources: returns.map(({ card, read }) => opener.describe(card, read.counts)),
    tables: [
      table(PROVISION, built.provision),
      table(PROVISION_TOTALS, built.totals),
      table(PROVISION_BREAKS_TABLE, PROVISION_BREAKS),
      quality(built.quality),
    ],
  }
}
