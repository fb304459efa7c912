import { missingColumn } from '../../errors.js'

/** The columns of a Section 251 outturn, by what they hold; their titles change between editions. */
const TITLES = {
  number: ['LEA Number:', 'LEA', 'LA'],
  name: ['LA Name:', 'LEA Name', 'LA Name'],
  label: ['S52 Line Reference:', 'S52 Line Reference', 'CYPServiceDescription'],
  voluntary: ['VOLUNTARY (y)', 'Voluntary (z(iii))', 'Voluntary'],
  private: ['PRIVATE (x)', 'Private (z(i))', 'PrivateProvision'],
  total: ['TOTAL EXPENDITURE (k)', 'Total Expenditure (k)', 'TotalExpenditure'],
} as const
/** In 2008-09 the line's number stands in its label, and one column holds what are two later. */
const SOMETIMES = {
  line: ['Line', 'LineNumber'],
  public: ['PUBLIC (z)'],
  own: ['Own Provision (y)', 'OwnProvision'],
  otherPublic: ['Other Public (z(ii))', 'OtherPublic'],
} as const

/** Where each column of an edition stands; null for one that the edition does not have. */
export type Section251Columns = { readonly [Name in keyof typeof TITLES]: number } & {
  readonly [Name in keyof typeof SOMETIMES]: number | null
}

/** Finds the columns by their titles. @throws InputError `missing-column`. */
export function findColumns(file: string, header: readonly string[]): Section251Columns {
  const place = (titles: readonly string[]): number => header.findIndex((title) => titles.includes(title.trim()))
  const needed = (titles: readonly [string, ...string[]]): number => {
    const index = place(titles)
    if (index < 0) throw missingColumn(file, titles[0], header)
    return index
  }
  const optional = (titles: readonly string[]): number | null => {
    const index = place(titles)
    return index < 0 ? null : index
  }
  const columns = {
    ...{ number: needed(TITLES.number), name: needed(TITLES.name), label: needed(TITLES.label) },
    ...{ voluntary: needed(TITLES.voluntary), private: needed(TITLES.private), total: needed(TITLES.total) },
    ...{
      line: optional(SOMETIMES.line),
      public: optional(SOMETIMES.public),
      own: optional(SOMETIMES.own),
      otherPublic: optional(SOMETIMES.otherPublic),
    },
  }
  if (columns.public === null && (columns.own === null || columns.otherPublic === null))
    throw missingColumn(file, SOMETIMES.own[0], header)
  return columns
}
