import { distanceInMetres } from '../../geography/distance.js'
import type { CentreRow } from '../../tables/declared/childrensCentres.js'
import type { ListedCentre } from '../../sources/index.js'
import { pointOf } from '../activePlaces/placing.js'
import type { KnownPostcodes } from '../libraries/dataset.js'
import { WITHIN_POSTCODE, wardsWithin } from '../libraries/places.js'
import type { Circle } from '../libraries/postcodeCentres.js'

/** Where a centre stands, as its row says it. */
export type CentrePlace = Pick<
  CentreRow,
  'postcode' | 'longitude' | 'latitude' | 'known_by' | 'within_m' | 'ward_code' | 'possible_wards'
>

/** Finds the place of a centre. */
export type CentrePlacer = (centre: Pick<ListedCentre, 'firstPostcode' | 'postcode'>) => CentrePlace

interface Located extends Circle {
  readonly knownBy: Exclude<CentreRow['known_by'], 'none'>
}

/**
 * A placer of centres. A centre stands within 500 m of the point of its postcode where that is known, else within the
 * circle of its postcode’s sector or district, as libraries do. Where its first and its last postcode differ, and the
 * day between is not known, its circle holds both.
 */
export function centrePlacer({ postcodes, centres, wardAt }: Omit<KnownPostcodes, 'sources'>): CentrePlacer {
  const locate = (postcode: string): Located | null => {
    const point = postcodes.get(postcode)
    if (point !== undefined) return { point, within: WITHIN_POSTCODE, knownBy: 'postcode' }
    const [sector, district] = [centres.sector(postcode), centres.district(postcode)]
    if (sector !== null) return { ...sector, knownBy: 'postcode sector' }
    return district === null ? null : { ...district, knownBy: 'postcode district' }
  }
  const wardsOf = rememberedWards(wardAt)
  return ({ firstPostcode, postcode: lastPostcode }) => {
    const postcode = lastPostcode ?? firstPostcode
    const last = postcode === null ? null : locate(postcode)
    const first = firstPostcode === null || firstPostcode === postcode ? null : locate(firstPostcode)
    const place = last === null || first === null ? last : holdingBoth(last, first)
    if (place === null) return { postcode, ...NOWHERE }
    const possible = wardsOf(place)
    return {
      postcode,
      ...pointOf(place.point),
      known_by: place.knownBy,
      within_m: place.within,
      ward_code: place.knownBy === 'postcode' ? wardAt(place.point) : null,
      possible_wards: possible.length < 2 && place.knownBy === 'postcode' ? null : possible.join(' '),
    }
  }
}

const NOWHERE = {
  longitude: null,
  latitude: null,
  known_by: 'none',
  within_m: null,
  ward_code: null,
  possible_wards: null,
} as const

/** The place of the last address, with a circle that holds the first one’s too. */
const holdingBoth = (last: Located, first: Located): Located => ({
  ...last,
  within: Math.max(last.within, Math.ceil(distanceInMetres(last.point, first.point) + first.within)),
})

/** The wards of a circle, each circle once: centres of one sector share theirs. */
function rememberedWards(wardAt: KnownPostcodes['wardAt']): (circle: Circle) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (circle) => {
    const key = `${circle.point.longitude} ${circle.point.latitude} ${circle.within}`
    const wards = known.get(key) ?? wardsWithin(circle, wardAt)
    known.set(key, wards)
    return wards
  }
}
