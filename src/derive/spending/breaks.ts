import type { SeriesBreak } from '../../tables/declared/spending.js'

const RA = 'Revenue Account budgets, ENGLAND row'

/** Changes in what a line contains, with where each can be seen in the official files. */
export const BREAKS: readonly SeriesBreak[] = [
  {
    basis: 'outturn',
    line: 'comparable_services',
    from: '2014-15',
    note: 'comparable-services-gain-sure-start-and-youth',
    text:
      'Sure Start and youth services leave education for children’s social care in 2014-15, so comparable ' +
      'services contain them from then on and a cut since an earlier year is understated.',
    source:
      `${RA} 2014-15: Sure Start 651,094 and services for young people 590,377 thousand pounds now stand under ` +
      `children’s social care`,
  },
  {
    basis: 'outturn',
    line: 'children_social_care',
    from: '2014-15',
    note: 'children-social-care-gains-sure-start-and-youth',
    text: 'Sure Start and youth services leave education for children’s social care in 2014-15.',
    source:
      'Revenue Outturn, ENGLAND row: children’s social care 6,915 million pounds in 2013-14, 8,091 million in 2014-15',
  },
  {
    basis: 'outturn',
    line: 'education',
    from: '2014-15',
    note: 'education-loses-sure-start-and-youth',
    text:
      'Sure Start and youth services leave education for children’s social care in 2014-15; schools that became ' +
      'academies have left the councils’ accounts since 2010.',
    source: `${RA} 2014-15`,
  },
  {
    basis: 'outturn',
    line: 'total_service_expenditure',
    from: '2013-14',
    note: 'public-health-arrives',
    text:
      'Public health passes from the NHS to councils in April 2013, and schools that became academies have left ' +
      'the accounts since 2010: a total across these years is no measure of cuts.',
    source: 'Revenue Outturn 2013-14: the first form with a public health column',
  },
  {
    basis: 'budget',
    line: 'children_social_care',
    from: '2014-15',
    note: 'children-social-care-budget-gains-sure-start-and-youth',
    text: 'Sure Start and youth services leave education for children’s social care in 2014-15.',
    source:
      'Revenue Account budgets, ENGLAND row: children’s social care 6,636 million pounds in 2013-14, 7,726 ' +
      'million in 2014-15',
  },
  {
    basis: 'budget',
    line: 'young_people',
    from: '2012-13',
    note: 'young-people-line-widens',
    text: 'The line becomes “services to young people and other community learners” in 2012-13.',
    source: 'Revenue Account budgets, column titles of 2011-12 and 2012-13',
  },
  {
    basis: 'budget',
    line: 'young_people',
    from: '2014-15',
    note: 'young-people-line-moves',
    text:
      'From 2014-15 the line is “services for young people” within children’s social care and no longer holds ' +
      'community learners.',
    source: `${RA}: 1,396,619 thousand pounds in 2013-14, 590,377 in 2014-15`,
  },
  {
    basis: 'budget',
    line: 'culture_and_heritage',
    from: '2011-12',
    note: 'archives-leave-culture-and-heritage',
    text: 'Archives become a line of their own in 2011-12.',
    source: 'Revenue Account budgets, column titles of 2010-11 and 2011-12',
  },
  {
    basis: 'population',
    line: 'population',
    from: '2021-22',
    note: 'population-rebased',
    text:
      'Populations from mid-2021 on are based on Census 2021, those of mid-2020 and before are not: a figure per ' +
      'person steps between them.',
    source: 'Nottingham 337,098 in mid-2020 and 319,566 in mid-2021',
  },
]
