import { OGL, ONS, type SourceCard } from '../catalogue.js'

const HACKED = {
  publisher: 'Department for Digital, Culture, Media and Sport; Arts Council England',
  origin: 'LibrariesHacked/librarydata-db@9ab18536',
  ...OGL,
} as const

const POSTCODES = {
  ...ONS,
  attribution:
    `Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and ` +
    `database right. ${ONS.attribution}`,
} as const

/** The editions of England’s public library lists, and the postcode directory of the study cities. */
export const LIBRARY_SOURCES = {
  edition2016: {
    title: 'Public libraries in England, 1 April 2010 and 1 July 2016',
    publisher: 'Department for Culture, Media and Sport, Libraries Taskforce',
    edition: '1 July 2016',
    file: 'libraries/elib_libraries_raw.csv',
    origin: 'LibrariesHacked/england-librarydata@fa3dde61',
    ...OGL,
  },
  edition2019: {
    title: 'Public libraries in England with opening times',
    edition: 'about December 2019',
    file: 'libraries/libraries_england.csv',
    ...HACKED,
  },
  edition2021: {
    title: 'Public libraries in England: names and addresses',
    edition: '2021',
    file: 'libraries/libraries_england_2021.csv',
    ...HACKED,
  },
  edition2022: {
    title: 'Basic dataset for libraries 2022',
    edition: 'December 2022',
    file: 'libraries/libraries_england_2022.csv',
    ...HACKED,
  },
  edition2023: {
    title: 'Basic dataset for libraries 2023, enhanced',
    publisher: 'Arts Council England; enhanced by Libraries Hacked',
    edition: 'December 2023',
    file: 'libraries/basic-dataset-for-libraries-2023-enhanced.csv',
    origin: 'LibrariesHacked/librarieshacked.github.io@3e442164',
    ...OGL,
  },
  raw2023: {
    title: 'Basic dataset for libraries 2023, as collected',
    edition: 'December 2023',
    file: 'libraries/libraries_england_2023.csv',
    ...HACKED,
  },
  edition2025: {
    title: 'Running register of libraries',
    edition: '2025',
    file: 'libraries/schema_libraries_all.csv',
    ...HACKED,
    publisher: 'Libraries Hacked, from the lists of public bodies',
  },
  nottinghamPostcodes: {
    title: 'National Statistics Postcode Lookup, postcode area NG',
    edition: 'May 2025',
    file: 'geography/nspl_may2025_NG.csv',
    origin: 'odileeds/Postcodes2LatLon@9322263c',
    ...POSTCODES,
  },
  peterboroughPostcodes: {
    title: 'National Statistics Postcode Lookup, postcode area PE',
    edition: 'May 2025',
    file: 'geography/nspl_may2025_PE.csv',
    origin: 'odileeds/Postcodes2LatLon@9322263c',
    ...POSTCODES,
  },
} as const satisfies Record<string, SourceCard>
