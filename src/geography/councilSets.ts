import type { CouncilClass } from '../model/spending.js'
import type { Council } from './council.js'

/** A named set of councils: those of a register for which `has` is true. */
export interface CouncilSet {
  /** Its name on the command line: `single-tier`. */
  readonly id: string
  readonly label: string
  readonly has: (council: Pick<Council, 'class' | 'e_code'>) => boolean
}

const ofClasses = (id: string, label: string, classes: readonly CouncilClass[]): CouncilSet => ({
  id,
  label,
  has: (council) => classes.includes(council.class),
})

/** Councils that alone serve their residents: unitary authorities, metropolitan districts, London boroughs. */
export const singleTier = ofClasses('single-tier', 'single-tier councils', ['UA', 'MD', 'LB'])
/** Unitary authorities. */
export const unitaryAuthorities = ofClasses('unitary-authorities', 'unitary authorities', ['UA'])
/** Metropolitan districts. */
export const metropolitanDistricts = ofClasses('metropolitan-districts', 'metropolitan districts', ['MD'])
/** London boroughs, the City of London among them. */
export const londonBoroughs = ofClasses('london-boroughs', 'London boroughs', ['LB'])
/** Shire counties, the upper of two tiers. */
export const shireCounties = ofClasses('shire-counties', 'shire counties', ['SC'])
/** Shire districts, the lower of two tiers. */
export const shireDistricts = ofClasses('shire-districts', 'shire districts', ['SD'])

/** E-codes of Birmingham, Bristol, Leeds, Liverpool, Manchester, Newcastle upon Tyne, Nottingham and Sheffield. */
const CORE_CITIES = ['E4601', 'E0102', 'E4704', 'E4302', 'E4203', 'E4502', 'E3001', 'E4404']

/** The eight English cities of the Core Cities group. */
export const coreCities: CouncilSet = {
  id: 'core-cities',
  label: 'the English core cities',
  has: ({ e_code }) => CORE_CITIES.includes(e_code),
}

/** Every set, by which the command line knows them. */
export const COUNCIL_SETS: readonly CouncilSet[] = [
  singleTier,
  unitaryAuthorities,
  metropolitanDistricts,
  londonBoroughs,
  shireCounties,
  shireDistricts,
  coreCities,
]
