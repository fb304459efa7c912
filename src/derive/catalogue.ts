import type { SourceDescriptor } from '../model/descriptor.js'
import type { RowCounts } from '../sources/index.js'
import { type FinancialYear, financialYear } from '../model/period.js'

/** What is known of a source file before it is read. */
export type SourceCard = Omit<SourceDescriptor, 'sha256' | keyof RowCounts>

/** Licence and attribution of what the Open Government Licence covers. */
export const OGL = {
  licence: 'OGL-UK-3.0',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
} as const
const MINISTRY = 'Ministry of Housing, Communities and Local Government (and its predecessors)'
/** Publisher, licence and attribution of the Office for National Statistics. */
export const ONS = {
  publisher: 'Office for National Statistics',
  ...OGL,
  attribution: `Source: Office for National Statistics. ${OGL.attribution}`,
} as const

/** A source file of one financial year; a sheet when it is a workbook. */
export interface YearlySource {
  readonly year: FinancialYear
  readonly sheet?: string
  readonly card: SourceCard
}

function outturn(start: number, file: string, origin: string, edition: string, sheet?: string): YearlySource {
  const year = financialYear(start)
  return {
    year,
    ...(sheet === undefined ? {} : { sheet }),
    card: {
      title: `Revenue Outturn ${year}: service expenditure by local authority, England`,
      publisher: MINISTRY,
      edition,
      file: `spending/outturn/${file}`,
      origin,
      ...OGL,
    },
  }
}

function budget(start: number, file: string, origin: string, edition: string, sheet?: string): YearlySource {
  const year = financialYear(start)
  return {
    year,
    ...(sheet === undefined ? {} : { sheet }),
    card: {
      title: `Revenue Account budget ${year} by local authority, England`,
      publisher: MINISTRY,
      edition,
      file: `spending/budget/${file}`,
      origin,
      ...OGL,
    },
  }
}

const LA_MORT = 'JonMinton/la_mort@5e943187'
const CUTS = 'BBC-Data-Unit/council-cuts-charts@5b54d08f'
const RESERVES = 'BBC-Data-Unit/council-reserves@b9225239'
const QUALITATIVE = 'BenGoodair/childrens_social_care_qualitative@57ecb634'
const PARKING = 'majazaloznik/2019-rac-parking@a3725885'

/** Net current expenditure as spent, by year. */
export const OUTTURN_SOURCES: readonly YearlySource[] = [
  outturn(2007, 'RS_2007-08.xls', LA_MORT, 'revised 3 December 2009', 'Net current expenditure (col 1)'),
  outturn(2008, 'RS_2008-09.xls', LA_MORT, 'revised 17 November 2011', 'Net current expenditure (col 1)'),
  outturn(2009, 'RS_2009-10.xls', LA_MORT, 'as published', 'RS LA Data 2009-10 (1)'),
  outturn(2010, 'RS_2010-11.xls', LA_MORT, 'version 2 of 27 November 2012', 'RS LA Data 2010-11 (1)'),
  outturn(2011, 'RS_2011-12.xls', LA_MORT, 'revised 28 November 2013', 'RS LA Data 2011-12 (1)'),
  outturn(2012, 'RS_2012-13.xls', LA_MORT, 'revised 18 February 2014', 'RS LA Data 2012-13 (1)'),
  outturn(2013, 'RS_2013-14.xls', LA_MORT, 'revised 28 January 2015', 'RS LA Data 2013-14 (1)'),
  outturn(2014, 'RS_2014-15.xls', CUTS, '2 February 2016', 'RS LA Data 2014-15 (1)'),
  outturn(2015, 'RS_2015-16.xlsx', RESERVES, 'revision', 'RS LA Data 2015-16'),
  outturn(2016, 'RS_2016-17.xlsx', RESERVES, 'as published', 'RS LA Data 2016-17'),
  outturn(2017, 'RS_2017-18.xlsx', CUTS, 'as published', 'RS LA Data 2017-18'),
  outturn(2021, 'RSX_2021-22_data_by_LA_Live.csv', QUALITATIVE, 'updated 23 November 2023'),
  outturn(2022, 'RSX_2022-23_data_by_LA.csv', QUALITATIVE, 'updated 6 June 2024'),
  outturn(2023, 'RSX_2023-24_data_by_LA.csv', QUALITATIVE, 'updated 12 December 2024'),
]

/** The outturn of the three years that no official file covers, re-derived by others without negative amounts. */
export const DERIVED_OUTTURN_SOURCE = {
  years: [2018, 2019, 2020].map(financialYear),
  card: {
    title: 'Revenue Outturn 2017-18 to 2023-24 in long form, positive amounts alone',
    publisher: `${MINISTRY}; re-derived by the German Budget Galaxy project`,
    edition: 'as found',
    file: 'spending/outturn/derived_2017-18_2023-24_positive_only_long.csv',
    origin: 'JuanBlanco9/German-Budget-Galaxy@54c09471',
    ...OGL,
  } satisfies SourceCard,
} as const

/** Net current expenditure as planned, by year. */
export const BUDGET_SOURCES: readonly YearlySource[] = [
  budget(2010, 'RA_10-11-budget.xls', PARKING, 'revised 30 June 2011', 'RA LA Data 2010-11 (1)'),
  budget(2011, 'RA_11-12-budget.xls', PARKING, 'revised 12 July 2012', 'RA LA Data 2011-12 (1)'),
  budget(2012, 'RA_12-13-budget.xls', PARKING, 'revised 31 July 2013', 'RA LA Data 2012-13 (1)'),
  budget(2013, 'RA_13-14-budget.xls', PARKING, 'as published', 'RA LA Data 2013-14 (1)'),
  budget(2014, 'RA_14-15-budget.xls', PARKING, 'as published', 'RA LA Data 2014-15 (1)'),
  budget(2015, 'RA_15-16-budget.xls', PARKING, 'as published', 'RA LA Data 2015-16 (1)'),
  budget(2016, 'RA_16-17-budget.xlsx', PARKING, 'as published', 'RA LA Data 2016-17'),
  budget(2017, 'RA_17-18-budget.xlsx', PARKING, 'as published', 'RA LA Data 2017-18'),
  budget(2018, 'RA_18-19-budget.xlsx', PARKING, 'as published', 'RA LA Data 2018-19'),
  budget(2019, 'RA_19-20-budget.xlsx', PARKING, 'as published', 'RA LA Data 2019-20'),
  budget(2021, 'RA_2021-22_data_by_LA.csv', QUALITATIVE, 'as published'),
  budget(2023, 'RA_2023-24_data_Part_1.csv', QUALITATIVE, 'updated 22 June 2023'),
]

/** The register of councils and its names. */
export const COUNCIL_SOURCES = {
  registry: {
    title: 'UK local authorities: names, codes and what replaced them',
    publisher: 'mySociety',
    edition: 'future table',
    file: 'councils/uk_local_authorities_future.csv',
    origin: 'mysociety/uk_local_authority_names_and_codes@67ef8b11',
    licence: 'CC-BY-4.0',
    attribution: 'Contains data of mySociety, UK local authority names and codes, CC BY 4.0.',
  },
  names: {
    title: 'UK local authorities: look-up of names',
    publisher: 'mySociety',
    edition: 'look-up table',
    file: 'councils/lookup_name_to_registry.csv',
    origin: 'mysociety/uk_local_authority_names_and_codes@67ef8b11',
    licence: 'CC-BY-4.0',
    attribution: 'Contains data of mySociety, UK local authority names and codes, CC BY 4.0.',
  },
} as const satisfies Record<string, SourceCard>

/** The two deflators; the first is the default. */
export const DEFLATOR_SOURCES = {
  december2025: {
    title: 'GDP deflator, calendar years 1990 to 2024',
    publisher: 'HM Treasury',
    edition: 'December 2025',
    file: 'deflators/greenbook_gdp_deflator_calendar.csv',
    origin: 'charlescoverdale/greenbook@6ad7f376',
    ...OGL,
  },
  september2019: {
    title: 'GDP deflator, growth from one financial year to the next',
    publisher: 'HM Treasury',
    edition: 'September 2019',
    file: 'deflators/nacnudus_gdp_deflator_fy_pct.csv',
    origin: 'nacnudus/deflator@f85ae33b',
    ...OGL,
  },
} as const satisfies Record<string, SourceCard>

/** Populations, and the look-ups that place small areas in districts. */
export const POPULATION_SOURCES = {
  districts: {
    title: 'Mid-year population estimates 2001 to 2013 by district (MYEB3)',
    edition: 'mid-2013',
    file: 'population/MYEB3_components_of_change_LAD_2001-2013.csv',
    origin: LA_MORT,
    ...ONS,
  },
  mid2016And2019: {
    title: 'Mid-2016 and mid-2019 population by LSOA 2011',
    edition: 'mid-2016 before the revision of March 2018; mid-2019',
    file: 'population/lsoa11_population_mid2011_mid2016_mid2019_ew.csv',
    origin: 'creds2/Excess-Data-Exploration@6ebd18b0; humaniverse/demographr@d0417101',
    ...ONS,
  },
  mid2017: {
    title: 'Mid-2017 population by LSOA 2011 and single year of age',
    edition: 'mid-2017',
    file: 'population/population17_lsoa11.csv',
    origin: 'humaniverse/demographr@d0417101',
    ...ONS,
  },
  mid2020: {
    title: 'Mid-2020 population by LSOA 2011 and single year of age',
    edition: 'mid-2020, not rebased to Census 2021',
    file: 'population/population20_lsoa11.csv',
    origin: 'humaniverse/demographr@d0417101',
    ...ONS,
  },
  mid2021: {
    title: 'Fly-tipping incidents by council, with the mid-2021 population of each',
    edition: 'release of 31 January 2023; mid-2021, first edition, rebased to Census 2021',
    file: 'parks/defra_flytipping_incidents_by_council_2012-13_2021-22.csv.gz',
    origin: 'FemShow/flytipping@6dc316c2',
    publisher: 'Department for Environment, Food and Rural Affairs, from the Office for National Statistics',
    ...OGL,
  },
  mid2022: {
    title: 'Mid-2022 population by LSOA 2021',
    edition: 'mid-2022, in a file named after Census 2021; rebased to it',
    file: 'population/census2021_lsoa21_population_ew.csv',
    origin: 'LibrariesHacked/geography-db@65006868',
    ...ONS,
  },
  mid2023: {
    title: 'Mid-2023 population of districts by single year of age (MYE2)',
    edition: 'mid-2023, first edition, rebased to Census 2021',
    file: 'population/mye23_persons_by_age_lad_mid2023.csv',
    origin: 'chrisrichman19/CASA0006@a3f66188',
    ...ONS,
  },
  mid2024: {
    title: 'Mid-2024 population of districts by single year of age (MYE2)',
    edition: 'mid-2024, rebased to Census 2021',
    file: 'population/mye24_persons_by_age_lad_mid2024.csv',
    origin: 'LibrariesHacked/public-libraries-activity-dataset@9bed408e',
    ...ONS,
  },
  lsoa2011: {
    title: 'LSOA 2011 to ward and district 2015, best fit',
    edition: '2015',
    file: 'geography/lsoa11_wd15.csv',
    origin: 'jtrim-ons/ons-lookups@85d0ba6e',
    ...ONS,
  },
  lsoa2021: {
    title: 'LSOA 2011 to LSOA 2021 with the kind of change, and district 2022',
    edition: '2022',
    file: 'geography/geographr_lookup_lsoa11_lsoa21_ltla22.csv',
    origin: 'humaniverse/geographr@c026be5c',
    ...ONS,
  },
} as const satisfies Record<string, SourceCard>
