import { type FinancialYear, financialYear } from '../../model/period.js'
import { OGL, type SourceCard } from '../catalogue.js'

/** An edition of the Section 251 outturn. */
export interface Section251Source {
  readonly year: FinancialYear
  readonly card: SourceCard
}

function outturn(start: number, file: string): Section251Source {
  const year = financialYear(start)
  return {
    year,
    card: {
      title: `Section 251 outturn ${year}: children and young people’s services by local authority, England`,
      publisher: 'Department for Education (and its predecessor)',
      edition: 'as published',
      file: `spending/section251/${file}`,
      origin: 'BenGoodair/childrens_social_care_data@ca4389ab',
      ...OGL,
    },
  }
}

/** The editions that have a column for voluntary provision and are openly kept. */
export const SECTION_251_SOURCES: readonly Section251Source[] = [
  outturn(2008, 'outturn_0809.csv'),
  outturn(2009, 'outturn_0910.csv'),
  outturn(2010, 'outturn_1011.csv'),
  outturn(2011, 'outturn_1112.csv'),
  outturn(2012, 'outturn_1213.csv'),
  outturn(2013, 'outturn_1314.csv'),
]
