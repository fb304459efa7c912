import { siteTerms } from './siteTerms.js'

/** What public sports halls are called, counted in and measured by. */
export const SPORTS_HALL_TERMS = siteTerms({
  id: 'sports-halls',
  noun: { one: 'public sports hall', many: 'public sports halls' },
  counted: { one: 'site', many: 'sites' },
  unit: { one: 'hall', many: 'halls' },
  aspects: ['units'],
  days: { first: '2008-04-01', last: '2023-12-31' },
  profileDays: ['2010-03-31', '2015-03-31', '2023-04-01'],
  opensBy: 'year built',
  hasNames: false,
  source: 'sports-halls',
  publisher: 'Active Places, Sport England, version of 1 July 2024',
})
