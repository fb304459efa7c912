import type { SiteTerms } from '../../indicators/sites/siteTerms.js'

const RESIDENTS = 'ONS residents of mid-2015 at LSOA centres'
const LICENCE = 'Open Government Licence v3.0.'

/** Whose figures a chart of the stock of a kind of sites shows. */
export const stockSource = ({ publisher }: SiteTerms): string => `${publisher}. ${LICENCE}`

/** Whose figures a chart of sites and of the residents around them shows. */
export const accessSource = ({ publisher }: SiteTerms): string => `${publisher}; ${RESIDENTS}. ${LICENCE}`

/** Whose figures a chart of access by tenth of deprivation shows. */
export const deprivationSource = ({ publisher }: SiteTerms): string =>
  `${publisher}; ${RESIDENTS}. English Indices of Deprivation 2010, MHCLG. ${LICENCE}`

/** Whose figures and boundaries a map of sites shows. */
export const mapSource = (terms: SiteTerms): string =>
  `${accessSource(terms)} Boundaries of 2013: Ordnance Survey and ONS.`
