import { OGL, type SourceCard } from '../catalogue.js'

const REGISTER = {
  publisher: 'Department for Education, Get Information About Schools',
  origin: 'aircury/public-uk-education-data@b50d15e2; aircury/public-uk-education-data@775f96dd',
  ...OGL,
} as const

/** The union of the dated lists of open children’s centres, their days, and the first list whole. */
export const CENTRE_SOURCES = {
  union: {
    title: 'Children’s centres: union of 183 dated lists of those open, England',
    edition: '4 August 2016 to 19 August 2026',
    file: 'children/childrens_centres_open_lists_2016-2026_union.csv',
    ...REGISTER,
  },
  lists: {
    title: 'Children’s centres: days of the dated lists, England',
    edition: '4 August 2016 to 19 August 2026',
    file: 'children/childrens_centres_list_dates.csv',
    ...REGISTER,
  },
  first: {
    title: 'Children’s centres: the list of those open on 4 August 2016, England',
    edition: '4 August 2016',
    file: 'children/gias_open_childrens_centres_2016-08-04.csv',
    ...REGISTER,
  },
} as const satisfies Record<string, SourceCard>
