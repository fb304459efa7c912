import type { Point } from '../../model/ward.js'
import type { PanelInputs } from '../../panel/indicator.js'
import { residentsOf, rowsIn } from '../panelInputs.js'
import type { WardResidents } from '../wardResidents.js'
import type { Amenity } from './amenity.js'
import type { SiteSurroundings } from './measureSites.js'
import type { SiteKind } from './siteKind.js'

/** The sites of a kind, made once of its tables. */
export const amenityOf = (kind: SiteKind, inputs: PanelInputs): Amenity =>
  inputs.once(`sites ${kind.id}`, () =>
    kind.amenity((name) => {
      const { dataset = '', table = '' } = kind.tables[name] ?? {}
      return rowsIn(inputs, `${dataset}/${table}`)
    }),
  )

/** Where people live and where the middle of their ward is. */
export const surroundingsOf = (inputs: PanelInputs): SiteSurroundings => surroundingsIn(residentsOf(inputs))

/** The same of residents that are at hand. */
export function surroundingsIn({ centres, register }: WardResidents): SiteSurroundings {
  const centreOf = new Map(
    register.wards.map(({ ward_code, longitude, latitude }): [string, Point | null] => [
      ward_code,
      longitude === null || latitude === null ? null : { longitude, latitude },
    ]),
  )
  return { centres, centreOf: (code) => centreOf.get(code) ?? null }
}
