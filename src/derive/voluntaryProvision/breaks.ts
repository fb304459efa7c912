import type { ProvisionBreak } from '../../tables/declared/voluntaryProvision.js'

/** Changes in what the return holds, with where each can be seen in the official files. */
export const PROVISION_BREAKS: readonly ProvisionBreak[] = [
  {
    basis: 'section-251',
    line: 'voluntary',
    from: '2010-11',
    note: 'section-251-scope-widens',
    text:
      'Sure Start children’s centres and services for young people (youth work, Connexions, student support) ' +
      'enter the return in 2010-11: total expenditure and voluntary provision before and after do not ' +
      'compare, nor does the share of one in the other.',
    source:
      'Section 251 outturn 2010-11, lines 5 to 8 (1,397 million pounds, 100 million of it voluntary) and 41, ' +
      '42, 45, 46 (1,108 million, 52 million), which the outturn of 2009-10 does not have',
  },
]
