import type { SiteTerms } from '../../indicators/sites/siteTerms.js'

type Origin = Pick<SiteTerms, 'publisher' | 'licence'>

const LICENCE = 'Open Government Licence v3.0'
const RESIDENTS = 'ONS residents of mid-2015 at LSOA centres'

/** Whose figures a chart of the stock of a kind of sites shows. */
export const stockSource = ({ publisher, licence }: Origin): string =>
  licence === null ? `${publisher}.` : `${publisher}. ${licence}.`

/** Whose figures a chart of sites and of the residents around them shows. */
export const accessSource = (origin: Origin): string => `${besideResidents(origin)}. ${LICENCE}.`

/** Whose figures a chart of access by tenth of deprivation shows. */
export const deprivationSource = (origin: Origin): string =>
  `${besideResidents(origin)}. English Indices of Deprivation 2010, MHCLG. ${LICENCE}.`

/** Whose figures and boundaries a map of sites shows. */
export const mapSource = (origin: Origin): string =>
  `${accessSource(origin)} Boundaries of 2013: Ordnance Survey and ONS.`

/** The sites with their own licence where it is another, and the residents. */
function besideResidents({ publisher, licence }: Origin): string {
  if (licence === LICENCE) return `${publisher}; ${RESIDENTS}`
  return `${publisher} (${licence ?? 'licence not stated'}); ${RESIDENTS}`
}
