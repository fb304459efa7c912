import type { FieldDescriptor } from '../model/descriptor.js'
import { BUDGET_LINES, COUNCIL_CLASSES, OUTTURN_LINES } from '../model/spending.js'

const GBP_THOUSAND = 'GBP thousand, nominal'
const required = { constraints: { required: true } } as const

/** A column of text that may be empty. */
export const text = (name: string, description: string): FieldDescriptor => ({ name, type: 'string', description })
/** A column of text that is never empty. */
export const needed = (name: string, description: string): FieldDescriptor => ({
  name,
  type: 'string',
  description,
  ...required,
})
const amount = (name: string, description: string): FieldDescriptor => ({
  name,
  type: 'number',
  unit: GBP_THOUSAND,
  description,
})

const eCode = needed(
  'e_code',
  'Code of the finance returns; it stays the same while the institution lasts. Key of every council table',
)
const gssCode = text(
  'gss_code',
  'Latest GSS code; empty for the councils abolished on 1 April 2009, which never had one',
)
const name = needed('name', 'Name in the register of councils')
const councilClass: FieldDescriptor = {
  name: 'class',
  type: 'string',
  description: 'UA unitary authority, MD metropolitan district, LB London borough, SC shire county, SD shire district',
  constraints: { required: true, enum: [...COUNCIL_CLASSES] },
}
const financialYear: FieldDescriptor = {
  name: 'financial_year',
  type: 'string',
  description: '1 April to 31 March',
  constraints: { required: true, pattern: '\\d{4}-\\d{2}' },
}
const basis: FieldDescriptor = {
  name: 'basis',
  type: 'string',
  description:
    'outturn: spent; budget: planned; derived-positive-only: an outturn re-derived by others, from which ' +
    'negative amounts were dropped',
  constraints: { required: true, enum: ['outturn', 'budget', 'derived-positive-only'] },
}

const LINE_DESCRIPTIONS: Readonly<Record<string, string>> = {
  social_care: 'Social care: as printed to 2010-11, the sum of children’s and adult social care from 2011-12 on',
  court: 'Court services, in the form to 2008-09',
  public_health: 'Public health, in the form from 2013-14 on',
  children_social_care: 'Children’s social care, a line of its own from 2011-12 (budgets: 2012-13) on',
  adult_social_care: 'Adult social care, a line of its own from 2011-12 on',
  sure_start: 'Sure Start children’s centres and early years, a line of its own from 2014-15 on',
  young_people: 'Services for young people, from 2011-12 on; what it holds changes in 2012-13 and 2014-15',
}
const line = (id: string): FieldDescriptor =>
  amount(id, LINE_DESCRIPTIONS[id] ?? `Net current expenditure: ${id.replaceAll('_', ' ')}`)

export const COUNCIL_FIELDS: readonly FieldDescriptor[] = [
  eCode,
  gssCode,
  name,
  councilClass,
  needed('region', 'Region of England'),
  text('county_e_code', 'County of a shire district'),
  {
    name: 'start_date',
    type: 'date',
    description: 'First day of a council made by a reorganisation since 2007; else empty',
  },
  { name: 'end_date', type: 'date', description: 'Day from which the council no longer exists; empty while it does' },
]

export const ALIAS_FIELDS: readonly FieldDescriptor[] = [
  eCode,
  {
    name: 'kind',
    type: 'string',
    description: 'What kind of name or code',
    constraints: { required: true, enum: ['name', 'gss_code', 'ons_code', 'register_code'] },
  },
  needed('alias', 'A name, spelling or code by which the council is or was known'),
  {
    name: 'start_date',
    type: 'date',
    description: 'First day of a GSS code that replaced another of the same council; else empty',
  },
  {
    name: 'end_date',
    type: 'date',
    description: 'Day from which another GSS code of the same council holds; else empty',
  },
]

export const SUCCESSION_FIELDS: readonly FieldDescriptor[] = [
  needed('predecessor_e_code', 'The council that ended'),
  needed('successor_e_code', 'The council that its area passed to'),
  { name: 'date', type: 'date', description: 'Day of the reorganisation', ...required },
  {
    name: 'extent',
    type: 'string',
    description: 'whole, or part when the council was divided among several',
    constraints: { required: true, enum: ['whole', 'part'] },
  },
  needed('source', 'Order or register that says so'),
]

const certified: FieldDescriptor = {
  name: 'certified',
  type: 'boolean',
  description: 'Whether the return was certified when the edition was published; empty where the edition does not say',
}

export const OUTTURN_FIELDS: readonly FieldDescriptor[] = [
  eCode,
  gssCode,
  name,
  councilClass,
  financialYear,
  basis,
  certified,
  ...OUTTURN_LINES.map(line),
]
export const BUDGET_FIELDS: readonly FieldDescriptor[] = [
  eCode,
  gssCode,
  name,
  councilClass,
  financialYear,
  basis,
  certified,
  ...BUDGET_LINES.map(line),
]

const totals = (lines: readonly string[]): readonly FieldDescriptor[] => [
  financialYear,
  basis,
  needed(
    'area',
    'ENGLAND with every authority; a class of councils; or O: police, fire, parks, waste and combined ' +
      'authorities and the GLA',
  ),
  {
    name: 'origin',
    type: 'string',
    description: 'official: as printed; summed: over the authorities of the file',
    constraints: { required: true, enum: ['official', 'summed'] },
  },
  ...lines.map(line),
]
export const OUTTURN_TOTAL_FIELDS = totals(OUTTURN_LINES)
export const BUDGET_TOTAL_FIELDS = totals(BUDGET_LINES)

export const BREAK_FIELDS: readonly FieldDescriptor[] = [
  {
    name: 'basis',
    type: 'string',
    description: 'Which series',
    constraints: { required: true, enum: ['outturn', 'budget', 'population'] },
  },
  needed('line', 'Line whose content changes'),
  { ...financialYear, name: 'from', description: 'First year of the new content' },
  needed('note', 'Short name of the break'),
  needed('text', 'What changes'),
  needed('source', 'Where it can be seen'),
]

export const REMARK_FIELDS: readonly FieldDescriptor[] = [
  eCode,
  {
    name: 'account',
    type: 'string',
    description: 'Which account',
    constraints: { required: true, enum: ['outturn', 'budget'] },
  },
  needed('line', 'Line whose content changes'),
  { ...financialYear, name: 'from', description: 'First year of the new content' },
  needed('note', 'Short name of the remark'),
  needed('text', 'What a reader of the figures must know'),
  needed('source', 'Where it can be seen'),
]

export const DEFLATOR_FIELDS: readonly FieldDescriptor[] = [
  needed(
    'series',
    'hmt-2025-12: HM Treasury, December 2025; hmt-2019-09: HM Treasury, September 2019, outturn years alone',
  ),
  financialYear,
  {
    name: 'level',
    type: 'number',
    unit: 'index',
    description: 'Price level; only ratios within one series mean anything',
    ...required,
  },
]

export const POPULATION_FIELDS: readonly FieldDescriptor[] = [
  needed('e_code', 'Code of the council, or ENGLAND'),
  gssCode,
  name,
  { name: 'year', type: 'integer', description: 'Mid-year, 30 June', ...required },
  { name: 'population', type: 'integer', unit: 'people', description: 'Residents of the council’s area', ...required },
  {
    name: 'status',
    type: 'string',
    description: 'observed: an ONS estimate; modelled: interpolated between two of one series',
    constraints: { required: true, enum: ['observed', 'modelled'] },
  },
  {
    name: 'superseded',
    type: 'boolean',
    description: 'Whether the ONS has replaced the estimate: of 2012 to 2020, made before Census 2021',
    ...required,
  },
  {
    name: 'series',
    type: 'string',
    description: 'Estimates before and after Census 2021 are not one series',
    constraints: { required: true, enum: ['before Census 2021', 'after Census 2021'] },
  },
]

export const QUALITY_FIELDS: readonly FieldDescriptor[] = [
  needed('file', 'Source file'),
  text('sheet', 'Sheet of a workbook'),
  { name: 'row', type: 'integer', description: 'Row from 1, header lines included; empty for the whole file' },
  text('column', 'Column'),
  text('value', 'What stood there'),
  needed('rule', 'Rule that caught it'),
  needed('action', 'What the reader did'),
  { name: 'count', type: 'integer', description: 'Cells or rows that the entry stands for', ...required },
]
