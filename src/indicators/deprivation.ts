import { units } from '../model/unit.js'
import { smallAreaScore } from './smallAreaScore.js'

const IMD_EDITIONS = [2004, 2007, 2010, 2015, 2019] as const
const INCOME_EDITIONS = [2010, 2019] as const

/** Deprivation by the English indices: income domain and overall score, of wards and larger places. */
export const DEPRIVATION = smallAreaScore({
  id: 'deprivation',
  title: 'Deprivation',
  question: 'How deprived is this place, against the rest of England?',
  noun: { one: 'resident', many: 'residents' },
  description: 'Deprivation by the English Indices of Deprivation, the mean over residents of small areas.',
  keyFacts: [
    'Editions compare by rank only: the overall score changes its make-up between them.',
    'The indices of 2010 were measured before the cuts.',
    'The overall index contains distances to services.',
    'Shares of income-deprived residents are published in whole per cent for 2010.',
  ],
  processing: 'Small areas of 2001 carried over to those of 2011; means weighted by the residents of mid-2015.',
  cannotSay: 'It describes areas, not people: most deprived people live outside the most deprived areas.',
  measures: [
    {
      id: 'income-share',
      title: 'Income-deprived residents',
      unit: units.perCent('residents'),
      kind: 'share',
      polarity: 'less is better',
      method: 'Income domain: residents in families on low income, per cent.',
      ofWard: 'income_share',
      ofSmallArea: (edition) => `income_${edition}`,
      times: 100,
      editions: INCOME_EDITIONS,
    },
    {
      id: 'imd-score',
      title: 'Index of Multiple Deprivation, score',
      unit: units.score('IMD score'),
      kind: 'index',
      polarity: 'less is better',
      method: 'Overall score of the index.',
      ofWard: 'imd_score',
      ofSmallArea: (edition) => `imd_${edition}`,
      editions: IMD_EDITIONS,
    },
    {
      id: 'imd-rank',
      title: 'Index of Multiple Deprivation, rank among wards',
      unit: units.rank('rank, 1 the most deprived ward'),
      kind: 'index',
      polarity: 'more is better',
      method: 'Rank of the ward by its mean score among the wards of England with residents.',
      ofWard: 'imd_rank',
      editions: IMD_EDITIONS,
    },
    {
      id: 'income-rank',
      title: 'Income deprivation, rank among wards',
      unit: units.rank('rank, 1 the most deprived ward'),
      kind: 'index',
      polarity: 'more is better',
      method: 'Rank of the ward by its share of income-deprived residents among the wards of England with residents.',
      ofWard: 'income_rank',
      editions: INCOME_EDITIONS,
    },
  ],
})
