import { councilShare } from './councilShare.js'

/** Children’s services through voluntary providers, by the councils’ returns under Section 251. */
export const VOLUNTARY_PROVISION = councilShare({
  id: 'voluntary-provision',
  title: 'Children’s services through voluntary providers',
  question: 'How much of children’s services did councils buy from voluntary providers?',
  noun: { one: 'service through voluntary providers', many: 'services through voluntary providers' },
  description: 'What councils spent on children’s and young people’s services through voluntary organisations.',
  keyFacts: [
    'Returned under Section 251 from 2008-09 to 2013-14; the column ended then.',
    'Twenty to 27 councils a year return a zero; a zero may be a way of booking.',
    'Sure Start and youth services entered the return in 2010-11.',
    'The county returns for its districts.',
  ],
  processing: 'Sum of the lines with a column for voluntary provision, pounds, nominal, before income.',
  cannotSay: 'It is spending, not volunteers or activity, and says nothing of services other than children’s.',
  method: 'Section 251 outturn; the share is of all children’s and young people’s services.',
  missingRule: 'A returned 0 is a figure; a return without one is missing.',
  source: 'voluntary-provision',
  coverage: {
    from: '2008-09',
    to: '2013-14',
    otherwise: 'no later return has the column: bring the council’s own payments over 500 pounds',
  },
  tables: {
    councils: 'voluntary-provision/provision',
    england: 'voluntary-provision/totals',
    breaks: 'voluntary-provision/breaks',
  },
  part: 'voluntary',
  whole: 'total_expenditure',
  wholeInWords: 'children’s services expenditure',
  isReportedZero: (row) => row['voluntary_return'] === 'reported_zero',
  byCounty: true,
})
