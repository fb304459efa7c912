import { siteTerms } from './siteTerms.js'

/** What Sure Start children’s centres are called, counted in and measured by. */
export const CHILDRENS_CENTRE_TERMS = siteTerms({
  id: 'childrens-centres',
  noun: { one: 'children’s centre listed open', many: 'children’s centres listed open' },
  counted: { one: 'centre', many: 'centres' },
  near: 'share-1km',
  days: { first: '2016-08-04', last: '2026-08-19' },
  profileDays: ['2016-08-04', '2023-04-01'],
  belongsBy: 'authority',
  mayLackPlace: true,
  source: 'childrens-centres',
  publisher: 'Get Information about Schools, Department for Education, lists of 2016 to 2026',
})
