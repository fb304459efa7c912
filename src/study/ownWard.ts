import type { Council } from '../geography/council.js'
import { districtsOfCouncil } from '../geography/districtsOfCouncil.js'
import type { CouncilData } from '../datasets/studyData.js'
import { declaredKind } from '../indicators/sites/siteKinds.js'
import { listInWords } from '../values/words.js'
import type { Study } from './schema.js'
import type { WardData } from '../datasets/wardData.js'

/** A ward of one's own, by the names or codes that people use. */
export interface OwnWard {
  /** Its name or GSS code in the wards of 2013: `Aspley`, `E05001823`. */
  readonly ward: string
  /** Its council, by name or code; needed where several wards bear the name. */
  readonly council?: string
}

/** What the districts of two-tier areas are compared with: councils that do what they do. */
const DISTRICTS: Study['comparators'] = { label: 'shire districts', classes: ['SD'], leftOut: [] }

/**
 * The study of a ward of one's own: the years, days, prices and indicators of a template, the ward with its council,
 * and as comparators the councils of its kind.
 *
 * @param own the ward.
 * @param template the study that lends everything but the places.
 * @throws InputError `unknown-place` or `ambiguous-place` for the ward or the council.
 */
export function studyOfWard(
  own: OwnWard,
  template: Study,
  { register, wards }: Pick<CouncilData, 'register'> & Pick<WardData, 'wards'>,
): Study {
  const districts =
    own.council === undefined
      ? undefined
      : districtsOfCouncil(register.resolve(own.council), register, wards.register.wards)
  const { ward_code, ward_name, district_code } = wards.register.resolve(own.ward, districts)
  const council = register.resolve(district_code, template.asOf)
  const { amenities, comparators } = template
  const shorts = Object.keys(amenities?.kinds ?? {}).map((id) => declaredKind(id).words.short)
  return {
    ...template,
    $schema: undefined,
    name: slugOf(`${ward_name} ${council.name}`),
    title: `${ward_name}, ${council.name}: ${listInWords(['spending', ...shorts])} before and after 2010`,
    ward: { name: ward_name, code: ward_code, vintage: 'WD13' },
    council: council.e_code,
    comparators: isDistrict(council) ? DISTRICTS : comparators,
    groups: [],
    amenities: amenities === undefined ? undefined : { ...amenities, siteNames: [] },
    remarks: [],
  }
}

const isDistrict = ({ class: of }: Council): boolean => of === 'SD'

/** A short name from a text: lower-case letters and digits, parted by hyphens. */
function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/ +/g, '-')
    .slice(0, 60)
    .replace(/-$/, '')
}
