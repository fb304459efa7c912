import type { SpendingRemark } from '../../tables/declared/spending.js'

const VIVACITY = {
  note: 'vivacity-takes-over-culture',
  text:
    'In May 2010 the trust Vivacity took over the council’s culture and leisure services: a fall of the ' +
    'council’s own spending is partly a transfer, not a cut.',
  source: 'Peterborough City Council, transfer to Vivacity, May 2010',
} as const

/** Changes in what single councils book to a line, with where each can be seen. */
export const REMARKS: readonly SpendingRemark[] = [
  { e_code: 'E0501', account: 'outturn', line: 'cultural_and_related', from: '2010-11', ...VIVACITY },
  { e_code: 'E0501', account: 'budget', line: 'library_service', from: '2011-12', ...VIVACITY },
  { e_code: 'E0501', account: 'budget', line: 'recreation_and_sport', from: '2011-12', ...VIVACITY },
  {
    e_code: 'E0501',
    account: 'budget',
    line: 'library_service',
    from: '2011-12',
    note: 'library-line-moves-to-culture-and-heritage',
    text:
      'From 2010-11 to 2011-12 the library line goes from 2,551 to 132 thousand pounds while culture and ' +
      'heritage goes from 938 to 3,971: spending moved to another line, and a falling line is not a closure.',
    source: 'Revenue Account budgets 2010-11 and 2011-12',
  },
  {
    e_code: 'E0501',
    account: 'outturn',
    line: 'social_care',
    from: '2008-09',
    note: 'social-care-moves-to-central-services',
    text:
      'Social care goes from 37,140 to 27,831 and then to 81,494 thousand pounds between 2007-08 and 2009-10, ' +
      'and central services mirror it: spending moved between lines.',
    source: 'Revenue Outturn 2007-08 to 2009-10',
  },
]
