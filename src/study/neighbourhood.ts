import type { WardData } from '../datasets/wardData.js'
import { badStudy, internal } from '../errors.js'
import type { Neighbourhood } from '../findings/neighbourhood.js'
import type { Council } from '../geography/council.js'
import type { CouncilRegister } from '../geography/councilRegister.js'
import { districtsOfCouncil, withWholePredecessors } from '../geography/districtsOfCouncil.js'
import type { SiteKind } from '../indicators/sites/siteKind.js'
import { matchWards } from './matchWards.js'
import type { Study } from './schema.js'
import { type SiteSurroundings, siteResult } from './siteResult.js'
import { wardOfStudy } from './wardOfStudy.js'

/**
 * Measures the kinds of sites that a study asks for around its ward, in its council and in England, and compares the
 * ward with wards like it outside the council.
 */
export function measureNeighbourhood(
  study: Study,
  council: Council,
  register: CouncilRegister,
  data: WardData,
): Neighbourhood | null {
  const { amenities } = study
  if (amenities === undefined) return null
  const ward = wardOfStudy(study, council, register, data)
  const districts = districtsOfCouncil(council, register, data.wards.register.wards)
  if (districts.size === 0)
    throw badStudy(study.name, [
      {
        path: 'council',
        problem:
          `${council.name} was no council of 2013, nor made from whole ones since: its wards are not known; ` +
          `leave out amenities`,
      },
    ])
  const matching = ward === null ? null : matchWards(ward, districts, data, amenities.comparators.count)
  const codes = codesOf(council, register)
  const surroundings: SiteSurroundings = {
    data,
    ward,
    council: {
      place: register.placeOf(council.e_code),
      districts,
      codes,
      authorities: council.county_e_code === null ? codes : codesOf(register.get(council.county_e_code), register),
    },
    comparators: matching?.matched.map(({ unit }) => unit) ?? [],
  }
  return {
    ward,
    homes: (ward === null ? [] : data.wards.homesOfWard(ward.ward_code)).map(({ lsoa_code, people, origin }) => {
      const centre = data.wards.centres[origin]
      if (centre === undefined) throw internal(`LSOA ${lsoa_code} has no centre`)
      return { lsoa_code, people, point: { longitude: centre.longitude, latitude: centre.latitude } }
    }),
    matching,
    amenities: Object.entries(amenities.kinds).map(([id, days]) =>
      siteResult(kindOf(id, study, data), days, surroundings),
    ),
  }
}

/**
 * Every code under which lists of sites may print the council: its own, and those of the councils that passed into
 * it.
 */
function codesOf(council: Council, register: CouncilRegister): ReadonlySet<string> {
  return new Set(withWholePredecessors(council.e_code, register).flatMap((eCode) => register.gssCodesOf(eCode)))
}

/** The kind of sites of an id. @throws InputError `bad-study` where its tables were not loaded. */
function kindOf(id: string, { name }: Study, { siteKinds }: WardData): SiteKind {
  const found = siteKinds.find((kind) => kind.id === id)
  if (found !== undefined) return found
  throw badStudy(name, [
    {
      path: `amenities.kinds.${id}`,
      problem: `the sites ${id} are not among the data: load them with loadStudyData({ kinds: ['${id}'] })`,
    },
  ])
}
