import { type DataLocation, loadRows } from './dataset.js'
import type {
  ProvisionBreak,
  VoluntaryProvisionRow,
  VoluntaryProvisionTotal,
} from '../tables/declared/voluntaryProvision.js'

/** The built-in tables of children's services by who provides them. */
export interface VoluntaryProvision {
  readonly councils: readonly VoluntaryProvisionRow[]
  readonly england: readonly VoluntaryProvisionTotal[]
  readonly breaks: readonly ProvisionBreak[]
}

/** Loads the built-in tables of voluntary provision. @throws InputError `missing-dataset` or `altered-dataset`. */
export async function loadProvision(location: DataLocation = {}): Promise<VoluntaryProvision> {
  const [councils, england, breaks] = await Promise.all([
    loadRows('voluntary-provision', 'provision', location),
    loadRows('voluntary-provision', 'totals', location),
    loadRows('voluntary-provision', 'breaks', location),
  ])
  return { councils, england, breaks }
}
