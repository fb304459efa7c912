import { type DataLocation, loadTable } from './dataset.js'
import type { ProvisionBreak, VoluntaryProvisionRow, VoluntaryProvisionTotal } from '../model/voluntaryProvision.js'

/** The built-in tables of children's services by who provides them. */
export interface VoluntaryProvision {
  readonly councils: readonly VoluntaryProvisionRow[]
  readonly england: readonly VoluntaryProvisionTotal[]
  readonly breaks: readonly ProvisionBreak[]
}

/** Loads the built-in tables of voluntary provision. @throws InputError `missing-dataset` or `altered-dataset`. */
export async function loadProvision(location: DataLocation = {}): Promise<VoluntaryProvision> {
  const [councils, england, breaks] = await Promise.all([
    loadTable('voluntary-provision', 'provision', location),
    loadTable('voluntary-provision', 'totals', location),
    loadTable('voluntary-provision', 'breaks', location),
  ])
  return {
    councils: councils.objects() as VoluntaryProvisionRow[],
    england: england.objects() as VoluntaryProvisionTotal[],
    breaks: breaks.objects() as ProvisionBreak[],
  }
}
