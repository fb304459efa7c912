import { type FinancialYear, startOfFinancialYear } from '../../model/period.js'
import { BUDGET_LINES, type BudgetLine } from '../../model/spending.js'
import { isInForm } from './form.js'
import type { SourceFile } from '../sourceFile.js'
import { csvSheet, workbookSheet } from '../workbook.js'
import { type CouncilReturn, readReturnTable } from './returnTable.js'

/** An edition of the Revenue Account budgets: a workbook with a sheet of net current expenditure, or a CSV export. */
export interface BudgetEdition {
  readonly year: FinancialYear
  /** Name of the sheet; without it the file is a CSV export. */
  readonly sheet?: string
}

/** The labels that a line has had; the years, where the same words or another label meant something else in others. */
const LABELS: Readonly<
  Record<BudgetLine, readonly { readonly label: string; readonly from?: number; readonly to?: number }[]>
> = {
  education: [{ label: 'total education services' }],
  children_social_care: [{ label: 'total childrens social care' }, { label: "total children's social care" }],
  sure_start: [
    { label: "children's social care: sure start children's centres/flying start and early years" },
    { label: 'childrens social care: sure start childrens centres/flying start and early years' },
  ],
  young_people: [
    { label: 'services to young people', from: 2011, to: 2011 },
    { label: 'services to young people and other community learners', from: 2012, to: 2013 },
    { label: "children's social care: services for young people", from: 2014 },
    { label: 'childrens social care: services for young people', from: 2014 },
  ],
  cultural_and_related: [{ label: 'total cultural and related services' }],
  culture_and_heritage: [{ label: 'culture and heritage' }],
  library_service: [{ label: 'library service' }],
  open_spaces: [{ label: 'open spaces' }],
  recreation_and_sport: [{ label: 'recreation and sport' }],
  community_development: [{ label: 'community development' }],
  total_service_expenditure: [{ label: 'total service expenditure' }],
}

/**
 * Reads the budget lines that wardstick keeps from one edition of the Revenue Account budgets.
 *
 * Amounts are net current expenditure in thousands of pounds, nominal, to the pound: plans made before the year, not
 * outturn.
 *
 * @param file the workbook or CSV export as published; a Mac OS Roman export is understood.
 * @throws InputError `bad-file`, `missing-column` or `bad-cell`; see the message.
 * @example
 * import { readBudget } from 'wardstick/sources'
 * const lines =
 *   'TOTAL EDUCATION SERVICES,TOTAL CULTURAL AND RELATED SERVICES,Culture and heritage,Library service,' +
 *   'Open spaces,Recreation and sport,Community development,TOTAL SERVICE EXPENDITURE'
 * const bytes = new TextEncoder().encode(
 *   `E-code,Local authority,Class,${lines}\nE3001,Nottingham,UA,0,"24,761",0,"5,530","6,901","7,012",…,0\n`,
 * )
 * const { authorities, quality } = await readBudget({ name: 'budget.csv', bytes }, { year: '2010-11' })
 * authorities[0]?.amounts.library_service // => 5530
 * quality[0]?.rule // => 'missing-not-available'
 */
export async function readBudget(file: SourceFile, { year, sheet }: BudgetEdition): Promise<CouncilReturn<BudgetLine>> {
  const start = startOfFinancialYear(year)
  const columns = new Map(
    BUDGET_LINES.filter((line) => isInForm('budget', line, year)).map((line): [BudgetLine, string[]] => [
      line,
      LABELS[line].filter(({ from = 0, to = 9999 }) => start >= from && start <= to).map(({ label }) => label),
    ]),
  )
  const layout = {
    file: file.name,
    year,
    lines: BUDGET_LINES,
    columns,
    labelRow: 'header',
    complete: false,
    classTotals: 'all returns',
  } as const
  if (sheet !== undefined) return readReturnTable(await workbookSheet(file, sheet), { ...layout, sheet })
  const { sheet: cells, quality } = csvSheet(file)
  const read = readReturnTable(cells, layout)
  return { ...read, quality: [...quality, ...read.quality] }
}
