import { type Unit, units } from '../../model/unit.js'
import type { AmenityMeasureId } from './siteMeasures.js'
import type { SiteTerms } from './siteTerms.js'

const SITES = /^(sites-(open|near-centre)|net-change|transferred|lost-from-sight)$/
const UNITS = /^units-(open|near-centre)$/
const MEAN_SITES = /^sites-\dkm$/
const MEAN_UNITS = /^units-\dkm$/

/** What a measure of a kind of sites counts, in the kind’s own nouns; null where it counts no such thing. */
export function countedIn(measure: AmenityMeasureId, { counted, unit }: SiteTerms): Unit | null {
  const thing = unit ?? counted
  if (SITES.test(measure)) return units.count(counted.one, counted.many)
  if (UNITS.test(measure)) return units.count(thing.one, thing.many)
  if (MEAN_SITES.test(measure)) return units.meanCount(counted.one, counted.many)
  if (MEAN_UNITS.test(measure)) return units.meanCount(thing.one, thing.many)
  return measure === 'lost-months' ? { kind: 'time', one: `${counted.one}-month`, many: `${counted.one}-months` } : null
}
