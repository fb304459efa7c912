import type { WardRow } from '../tables/declared/wards.js'
import { type Council, existsOn } from './council.js'
import type { CouncilRegister } from './councilRegister.js'

/** A day on which the list of wards of 2013 held. */
const WARD_DAY = '2013-12-31'

/**
 * The codes of the districts of 2013 that make up a council’s area: its own, those of the districts of a county, and
 * those of the councils that later passed whole into it.
 *
 * @param council the council.
 * @param register the register of councils, which knows former codes.
 * @param wards the wards of 2013.
 * @example
 * import { districtsOfCouncil } from 'wardstick/geography'
 * import { loadStudyData } from 'wardstick/data'
 * const { register, wards } = await loadStudyData()
 * districtsOfCouncil(register.resolve('Nottinghamshire'), register, wards.register.wards).size // => 7
 */
export function districtsOfCouncil(
  council: Council,
  register: CouncilRegister,
  wards: readonly WardRow[],
): ReadonlySet<string> {
  const members = new Set(withWholePredecessors(council.e_code, register))
  const codes = new Set(wards.map(({ district_code }) => district_code))
  return new Set(
    [...codes].filter((code) => {
      const district = register.withCode(code)
      if (district === undefined) return false
      const inCounty =
        district.county_e_code !== null && members.has(district.county_e_code) && existsOn(district, WARD_DAY)
      return members.has(district.e_code) || inCounty
    }),
  )
}

/** The E-code of a council and those of the councils that passed whole into it, by any number of steps. */
export function withWholePredecessors(eCode: string, register: CouncilRegister): string[] {
  return [
    eCode,
    ...register
      .predecessorsOf(eCode)
      .flatMap(({ predecessor_e_code, extent }) =>
        extent === 'whole' ? withWholePredecessors(predecessor_e_code, register) : [],
      ),
  ]
}
