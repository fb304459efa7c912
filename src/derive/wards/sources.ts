import { OGL, ONS, POPULATION_SOURCES, type SourceCard } from '../catalogue.js'

/** Licence and attribution of boundaries. */
export const OS = {
  licence: OGL.licence,
  attribution: `Contains OS data © Crown copyright and database right. ${ONS.attribution}`,
} as const
const MINISTRY = {
  publisher: 'Ministry of Housing, Communities and Local Government (and its predecessors)',
  ...OGL,
} as const
export const LOOKUPS = 'jtrim-ons/ons-lookups@85d0ba6e'
const IMD = 'humaniverse/IMD@2f6c9050'

/** The files of ward and small-area geography. */
export const WARD_SOURCES = {
  boundaries: {
    title: 'Ward boundaries of England, 2013, generalised, one TopoJSON file a district',
    publisher: 'Ordnance Survey and Office for National Statistics',
    edition: 'WD13',
    file: 'geography/england_wd13_topojson_by_lad.tar.gz',
    origin: 'martinjc/UK-GeoJSON@88339000',
    ...OS,
  },
  districts: {
    title: 'Wards of 2016 with district, county and region',
    edition: '2016',
    file: 'geography/wd16_lad16_cty_rgn_ctry.csv',
    origin: LOOKUPS,
    ...ONS,
  },
  ruralUrban: {
    title: 'Rural-urban classification of 2011 by ward of 2011',
    edition: '2011',
    file: 'geography/geographr_ruc11_wards11.csv',
    origin: 'humaniverse/geographr@c026be5c',
    ...ONS,
  },
  wards2011: {
    title: 'LSOA 2001 to ward of 2011, best fit',
    edition: '2011',
    file: 'geography/lsoa01_wd11.csv',
    origin: LOOKUPS,
    ...ONS,
  },
  centres: {
    title: 'Population-weighted centroids of LSOA 2011, British National Grid',
    edition: 'Census 2011',
    file: 'geography/lsoa11_pop_weighted_centroids_ew.csv',
    origin: 'britishredcrosssociety/covid-19-vulnerability@abd0bcad',
    ...ONS,
    attribution: OS.attribution,
  },
  lsoa2001: {
    title: 'LSOA 2001 to LSOA 2011 with the kind of change',
    edition: '2011',
    file: 'geography/lsoa01_lsoa11_lad11.csv',
    origin: LOOKUPS,
    ...ONS,
  },
  lsoa2021: POPULATION_SOURCES.lsoa2021,
} as const satisfies Record<string, SourceCard>

/** Populations of small areas. */
export const RESIDENT_SOURCES = {
  mid2015: {
    title: 'English Indices of Deprivation 2019, File 6: population denominators, mid-2015, by LSOA 2011',
    edition: '2019; prisoners excluded',
    file: 'deprivation/iod2019_file6_population_denominators.csv',
    origin: 'anetobradley/energy_flex@709f2f8b',
    ...MINISTRY,
  },
  mid2017: POPULATION_SOURCES.mid2017,
  mid2020: POPULATION_SOURCES.mid2020,
  mid2022: POPULATION_SOURCES.mid2022,
} as const satisfies Record<string, SourceCard>

/** The editions of the English Indices of Deprivation; the income scores of 2019 come in a file of their own. */
export const DEPRIVATION_SOURCES = {
  imd2004: {
    title: 'English Indices of Deprivation 2004 by LSOA 2001',
    edition: '2004',
    file: 'deprivation/imd2004_england_lsoa01.csv',
    origin: IMD,
    ...MINISTRY,
  },
  imd2007: {
    title: 'English Indices of Deprivation 2007 by LSOA 2001',
    edition: '2007',
    file: 'deprivation/imd2007_england_lsoa01.csv',
    origin: IMD,
    ...MINISTRY,
  },
  imd2010: {
    title: 'English Indices of Deprivation 2010 by LSOA 2001',
    edition: '2010',
    file: 'deprivation/imd2010_england_lsoa01.csv',
    origin: IMD,
    ...MINISTRY,
  },
  imd2015: {
    title: 'English Indices of Deprivation 2015 by LSOA 2011',
    edition: '2015',
    file: 'deprivation/imd2015_england_lsoa11.csv',
    origin: IMD,
    ...MINISTRY,
  },
  imd2019: {
    title: 'English Indices of Deprivation 2019: IMD score by LSOA 2011',
    edition: '2019',
    file: 'deprivation/guardian_imd2019_score_lsoa11.csv',
    origin: 'guardian/msoa-script@d9be447a',
    ...MINISTRY,
  },
  income2019: {
    title: 'Indices of Deprivation 2019: income and employment scores by LSOA 2011, with the other nations',
    publisher: 'Ministry of Housing, Communities and Local Government; put together by mySociety',
    edition: '2020',
    file: 'deprivation/composite_uk_imd_2020_E.csv',
    origin: 'mysociety/composite_uk_imd@af4866b0',
    licence: 'CC-BY-4.0',
    attribution: `Contains data of mySociety, Composite UK IMD, CC BY 4.0. ${OGL.attribution}`,
  },
} as const satisfies Record<string, SourceCard>
