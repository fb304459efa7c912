import type { WardRow } from '../tables/declared/wards.js'
import { badStudy } from '../errors.js'
import type { WardData } from '../datasets/wardData.js'
import type { Council } from '../geography/council.js'
import type { CouncilRegister } from '../geography/councilRegister.js'
import { districtsOfCouncil } from '../geography/districtsOfCouncil.js'
import type { Study } from './schema.js'

/**
 * Checks the ward of a study against the register of wards, and that it lies in the council.
 *
 * @throws InputError `bad-study` when the code is unknown, the name another, or the ward lies in another council.
 */
export function wardOfStudy(
  study: Study,
  council: Council,
  register: CouncilRegister,
  { wards }: WardData,
): WardRow | null {
  if (study.ward === undefined) return null
  const { code, name } = study.ward
  const problem = (path: string, text: string): Error => badStudy(study.name, [{ path, problem: text }])
  const ward = wards.register.wards.find(({ ward_code }) => ward_code === code)
  if (ward === undefined) throw problem('ward.code', unknownCode(code, name, council, register, wards.register))
  if (ward.ward_name !== name)
    throw problem('ward.name', `${code} is ${ward.ward_name} in ${ward.district_name}, not ${name}`)
  if (!districtsOfCouncil(council, register, wards.register.wards).has(ward.district_code))
    throw problem('ward', `${ward.ward_name} (${code}) lies in ${ward.district_name}, not in ${council.name}`)
  if (study.amenities !== undefined && ward.lsoas === 0)
    throw problem(
      'ward',
      `no LSOA lies in ${ward.ward_name} (${code}) by best fit: its residents, deprivation and access are not known`,
    )
  return ward
}

/** What a code is that is no ward of 2013, and where to find the one that is meant. */
function unknownCode(
  code: string,
  name: string,
  council: Council,
  councils: CouncilRegister,
  wards: WardData['wards']['register'],
): string {
  const other = wards.whatIs(code)
  const districts = districtsOfCouncil(council, councils, wards.wards)
  const bears = wards.wards.some(({ ward_name, district_code }) => ward_name === name && districts.has(district_code))
  const next = bears
    ? `wardstick ward "${name}" --council "${council.name}" finds the code`
    : `${council.name} has no ward ${name} in 2013: take the ward in which most of it lay`
  return `${code} is no ward of 2013; ${other === null ? '' : `it is ${other}; `}${next}`
}
