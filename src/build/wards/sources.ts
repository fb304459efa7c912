import type { SourceCard } from '../catalogue.js'
import { OGL, ONS } from '../catalogue.js'

const OS = { licence: OGL.licence, attribution: `Contains OS data © Crown copyright and database right. Contains National Statistics data © Crown copyright and database right. ${OGL.attribution}` } as const

/** The files of ward geography. */
export const WARD_SOURCES = {
  boundaries: {
    title: 'Ward boundaries of England, 2013, generalised, one TopoJSON file a district',
    publisher: 'Ordnance Survey and Office for National Statistics',
    edition: 'WD13',
    file: 'geography/england_wd13_topojson_by_lad.tar.gz',
    origin: 'martinjc/UK-GeoJSON@88339000',
    ...OS,
  },
  districts: { title: 'Wards of 2016 with district, county and region', edition: '2016', file: 'geography/wd16_lad16_cty_rgn_ctry.csv', origin: 'jtrim-ons/ons-lookups@85d0ba6e', ...ONS },
} as const satisfies Record<string, SourceCard>
