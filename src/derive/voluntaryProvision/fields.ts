import type { FieldDescriptor } from '../../model/descriptor.js'
import { VOLUNTARY_RETURNS } from '../../model/voluntaryProvision.js'
import { BREAK_FIELDS, needed, text } from '../fields.js'

const required = { constraints: { required: true } } as const
const year: FieldDescriptor = {
  name: 'financial_year',
  type: 'string',
  description: '1 April to 31 March',
  constraints: { required: true, pattern: '\\d{4}-\\d{2}' },
}
const pounds = (name: string, description: string): FieldDescriptor => ({
  name,
  type: 'number',
  unit: 'GBP, nominal',
  description,
})
const count = (name: string, description: string): FieldDescriptor => ({
  name,
  type: 'integer',
  description,
  ...required,
})

const amounts: readonly FieldDescriptor[] = [
  pounds('voluntary', 'Spending through voluntary organisations'),
  pounds('private', 'Spending through private providers'),
  pounds(
    'public',
    'Spending by public bodies, the council’s own included: as printed in 2008-09, later the sum of the next two',
  ),
  pounds('own', 'Spending by the council itself; not told apart in 2008-09'),
  pounds('other_public', 'Spending by other public bodies; not told apart in 2008-09'),
  pounds(
    'total_expenditure',
    'All children’s and young people’s services before income, without capital expenditure from revenue',
  ),
]

export const PROVISION_FIELDS: readonly FieldDescriptor[] = [
  needed(
    'e_code',
    'Code of the finance returns; it stays the same while the institution lasts. Key of every council table',
  ),
  text('gss_code', 'Latest GSS code; empty for the councils abolished on 1 April 2009, which never had one'),
  needed('name', 'Name in the register of councils'),
  needed('dfe_number', 'Number of the local authority at the Department for Education'),
  year,
  count('lines', 'Detail lines of the year’s form that have a column for voluntary provision'),
  {
    name: 'voluntary_return',
    type: 'string',
    description:
      'amount: at least one amount other than 0; reported_zero: a printed 0 in every line; none: no figure, ' +
      'which is not 0',
    constraints: { required: true, enum: [...VOLUNTARY_RETURNS] },
  },
  ...amounts,
]

export const PROVISION_TOTAL_FIELDS: readonly FieldDescriptor[] = [
  year,
  { name: 'area', type: 'string', description: 'England', constraints: { required: true, enum: ['ENGLAND'] } },
  {
    name: 'origin',
    type: 'string',
    description: 'summed over the councils; no edition prints a total for England',
    constraints: { required: true, enum: ['summed'] },
  },
  count('councils_amount', 'Councils that returned an amount of voluntary provision'),
  count('councils_reported_zero', 'Councils that printed 0 in every line'),
  count('councils_none', 'Councils that returned no figure'),
  ...amounts,
  pounds(
    'total_expenditure_where_returned',
    'Total expenditure of the councils that returned a figure of voluntary provision, 0 included',
  ),
]

export const PROVISION_BREAK_FIELDS: readonly FieldDescriptor[] = BREAK_FIELDS.map((field) =>
  field.name === 'basis' ? { ...field, constraints: { required: true, enum: ['section-251'] } } : field,
)
