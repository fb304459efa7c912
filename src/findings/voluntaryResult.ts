import type { Council } from '../geography/council.js'
import type { VoluntaryMeasure } from '../indicators/voluntaryProvision.js'
import type { FinancialYear } from '../model/period.js'
import type { VoluntaryReturn } from '../model/voluntaryProvision.js'
import type { ProvisionBreak } from '../tables/declared/voluntaryProvision.js'

/** One year of children's services through voluntary providers. */
export interface VoluntaryYear {
  readonly year: FinancialYear
  readonly own: VoluntaryMeasure
  readonly returned: VoluntaryReturn
  readonly england: VoluntaryMeasure
  /** Councils that returned an amount, a zero, or nothing. */
  readonly councils: Readonly<Record<VoluntaryReturn, number>>
}

/** Children's services through voluntary providers in the council of a study. */
export interface VoluntaryResult {
  /** The council that provides children's services: the county of a shire district. */
  readonly council: Council
  readonly years: readonly VoluntaryYear[]
  /** Changes of the return between the first and the last year. */
  readonly breaks: readonly ProvisionBreak[]
}
