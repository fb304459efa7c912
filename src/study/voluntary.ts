import type { Council } from '../geography/council.js'
import type { CouncilRegister } from '../geography/councilRegister.js'
import { withWholePredecessors } from '../geography/districtsOfCouncil.js'
import { measureVoluntaryProvision } from '../indicators/voluntaryProvision.js'
import { startOfFinancialYear, yearsOf } from '../model/period.js'
import type { ProvisionBreak } from '../tables/declared/voluntaryProvision.js'
import { ENGLAND_PLACE } from '../indicators/councilAccounts.js'
import type { VoluntaryResult, VoluntaryYear } from '../findings/voluntaryResult.js'
import type { Study } from './schema.js'
import type { VoluntaryProvision } from '../datasets/provision.js'

/** Measures children's services through voluntary providers; null when the study does not ask for them. */
export function measureVoluntary(
  study: Study,
  council: Council,
  { register, provision }: { readonly register: CouncilRegister; readonly provision: VoluntaryProvision },
): VoluntaryResult | null {
  const { voluntaryProvision } = study
  if (voluntaryProvision === undefined) return null
  const provider = council.county_e_code === null ? council : register.get(council.county_e_code)
  const place = register.placeOf(provider.e_code)
  // The return of a year before a council took over one other whole is that council's.
  const codes = withWholePredecessors(provider.e_code, register)
  const returns = codes.flatMap((eCode) => provision.councils.filter((row) => row.e_code === eCode))
  const years = yearsOf(voluntaryProvision).map((year): VoluntaryYear => {
    const own = returns.find((row) => row.financial_year === year)
    const total = provision.england.find((row) => row.financial_year === year)
    const returned = own?.voluntary_return ?? 'none'
    return {
      year,
      returned,
      own: measureVoluntaryProvision(own, returned, { place, year }),
      england: measureVoluntaryProvision(total, 'amount', { place: ENGLAND_PLACE, year }),
      councils: {
        amount: total?.councils_amount ?? 0,
        reported_zero: total?.councils_reported_zero ?? 0,
        none: total?.councils_none ?? 0,
      },
    }
  })
  const inside = ({ from }: ProvisionBreak): boolean =>
    startOfFinancialYear(from) > startOfFinancialYear(voluntaryProvision.from) &&
    startOfFinancialYear(from) <= startOfFinancialYear(voluntaryProvision.to)
  return { council: provider, years, breaks: provision.breaks.filter(inside) }
}
