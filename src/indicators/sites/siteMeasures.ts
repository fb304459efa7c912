/** A distance within which access is measured. */
export type Distance = '1km' | '2km' | '4km'

/** Id of a measure of access within a distance of residents. */
export type AccessMeasureId = `${'share' | 'sites' | 'units' | 'water'}-${Distance}`

/** Id of a measure of sites: their open stock, how near they are, what closed and opened, hours and months. */
export type AmenityMeasureId =
  | 'sites-open'
  | 'units-open'
  | 'water-open'
  | 'mean-distance'
  | 'distance-from-centre'
  | 'sites-near-centre'
  | 'units-near-centre'
  | 'water-near-centre'
  | 'closings-gross'
  | 'closings-replaced'
  | 'closings-said-replaced'
  | 'closings-open-again'
  | 'closings-lasting'
  | 'closings-temporary'
  | 'transferred'
  | 'opened'
  | 'reopened'
  | 'lost-from-sight'
  | 'net-change'
  | 'lost-months'
  | 'staffed-hours'
  | AccessMeasureId

/** What only some kinds of sites tell, beside where their sites are and when they were open. */
export type SiteAspect =
  | 'units'
  | 'water'
  | 'said-replaced'
  | 'temporary'
  | 'transferred'
  | 'lost-from-sight'
  | 'lost-months'
  | 'staffed-hours'

const ASPECT_OF: Readonly<Partial<Record<AmenityMeasureId, SiteAspect>>> = {
  'units-open': 'units',
  'units-1km': 'units',
  'units-2km': 'units',
  'units-4km': 'units',
  'units-near-centre': 'units',
  'water-open': 'water',
  'water-1km': 'water',
  'water-2km': 'water',
  'water-4km': 'water',
  'water-near-centre': 'water',
  'closings-said-replaced': 'said-replaced',
  'closings-temporary': 'temporary',
  transferred: 'transferred',
  'lost-from-sight': 'lost-from-sight',
  'lost-months': 'lost-months',
  'staffed-hours': 'staffed-hours',
}

/** Whether a measure is had by sites that tell some aspects. */
export function isTold(measure: AmenityMeasureId, aspects: readonly SiteAspect[]): boolean {
  const aspect = ASPECT_OF[measure]
  return aspect === undefined || aspects.includes(aspect)
}
