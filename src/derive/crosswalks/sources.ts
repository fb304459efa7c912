import { ONS, type SourceCard } from '../catalogue.js'
import { LOOKUPS, OS, WARD_SOURCES } from '../wards/sources.js'

const PIP =
  'computed from the ward boundaries of 2013 and 2025 and the National Statistics Postcode Lookup of May 2025 ' +
  '(point in polygon)'
const COMPILED = 'compiled from files of the Office for National Statistics and the Ordnance Survey'
const POSTCODES = {
  licence: OS.licence,
  attribution:
    `Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and ` +
    `database right. ${ONS.attribution}`,
} as const

/** The files of the wards of other years. */
export const CROSSWALK_SOURCES = {
  boundaries2025: {
    title: 'Ward boundaries of England, 2025, generalised and clipped to the coast, one GeoJSON file a district',
    publisher: 'Office for National Statistics',
    edition: 'WD25',
    file: 'geography/england_wd25_geojson_by_lad.tar.gz',
    origin: 'drkane/geo-lookups@e20a072d',
    ...OS,
  },
  wards2011: {
    title: 'Wards of 2011 with census merged wards and districts',
    edition: '2011',
    file: 'geography/wd11_cmwd11_lad11.csv',
    origin: LOOKUPS,
    ...ONS,
  },
  wards2015: {
    title: 'LSOA 2011 to ward and district 2015, best fit',
    edition: '2015',
    file: 'geography/lsoa11_wd15.csv',
    origin: LOOKUPS,
    ...ONS,
  },
  wards2016: WARD_SOURCES.districts,
  wards2019: {
    title: 'Wards of 2019 with district, county and region',
    edition: '2019',
    file: 'geography/wd19_lad19_cty_rgn_ctry.csv',
    origin: LOOKUPS,
    ...ONS,
  },
  wards2024: {
    title: 'LSOA 2021 to ward and district 2024, best fit',
    edition: '2024',
    file: 'geography/geographr_lookup_lsoa21_ward24_ltla24.csv',
    origin: 'humaniverse/geographr@c026be5c',
    ...ONS,
  },
  allCodes: {
    title: 'Every ward code since 2016, with district and region',
    edition: '2016 to 2026',
    file: 'geography/drkane_ward_all_codes.csv',
    origin: 'drkane/geo-lookups@e20a072d',
    ...ONS,
  },
  outputAreas: {
    title: 'Output areas of 2011 in the wards of 2013 and 2025, Nottingham and Peterborough',
    edition: '2025',
    file: 'geography/oa11_to_wd13_wd25_nottingham_peterborough.csv',
    origin: PIP,
    publisher: COMPILED,
    ...POSTCODES,
  },
  postcodes: {
    title: 'Postcodes of Nottingham and Peterborough with their output areas',
    edition: 'May 2025',
    file: 'geography/postcodes_nottingham_peterborough_pip.csv',
    origin: PIP,
    publisher: COMPILED,
    ...POSTCODES,
  },
} as const satisfies Record<string, SourceCard>
