import type { FinancialYear } from '../../model/period.js'
import { OUTTURN_LINES, type OutturnLine } from '../../model/spending.js'
import { isInForm } from './form.js'
import type { SourceFile } from '../sourceFile.js'
import { csvSheet, workbookSheet } from '../workbook.js'
import { type CouncilReturn, type ReturnLayout, readReturnTable } from './returnTable.js'

/**
 * An edition of the Revenue Outturn: a workbook with a sheet of net current expenditure, or the CSV export of later
 * years.
 */
export interface OutturnEdition {
  readonly year: FinancialYear
  /** Name of the sheet; without it the file is a CSV export (RSX). */
  readonly sheet?: string
}

const WORKBOOK_LABELS: Readonly<Record<OutturnLine, readonly string[]>> = {
  education: ['education services'],
  highways_and_transport: ['highways and transport services', 'highways roads and transport services'],
  children_social_care: ['children social care'],
  adult_social_care: ['adult social care'],
  social_care: ['social care'],
  public_health: ['public health'],
  housing: ['housing services'],
  cultural_and_related: ['cultural and related services'],
  environmental_and_regulatory: ['environmental and regulatory services', 'environmental services'],
  planning_and_development: ['planning and development services'],
  police: ['police services'],
  fire_and_rescue: ['fire and rescue services'],
  court: ['court services'],
  central: ['central services'],
  other: ['other services'],
  total_service_expenditure: ['total service expenditure'],
}

const EXPORT_IDS: Partial<Readonly<Record<OutturnLine, string>>> = {
  education: 'edu',
  highways_and_transport: 'trans',
  children_social_care: 'csc',
  adult_social_care: 'asc',
  public_health: 'phs',
  housing: 'hous',
  cultural_and_related: 'cul',
  environmental_and_regulatory: 'env',
  planning_and_development: 'plan',
  police: 'pol',
  fire_and_rescue: 'frs',
  central: 'cen',
  other: 'oth',
  total_service_expenditure: 'totsx',
}

/**
 * Reads net current expenditure by authority and service from one edition of the Revenue Outturn.
 *
 * Amounts are thousands of pounds, nominal, to the pound. From 2011-12 on `social_care` is the sum of its two parts.
 *
 * @param file the workbook or CSV export as published.
 * @throws InputError `bad-file`, `missing-column` or `bad-cell`; see the message.
 * @example
 * import { readOutturn } from 'wardstick/sources'
 * const services = [
 *   'edu',
 *   'trans',
 *   'csc',
 *   'asc',
 *   'phs',
 *   'hous',
 *   'cul',
 *   'env',
 *   'plan',
 *   'pol',
 *   'frs',
 *   'cen',
 *   'oth',
 *   'totsx',
 * ]
 * const ids = services.map((service) => `RSX-${service}-net-cur-exp`).join(',')
 * const bytes = new TextEncoder().encode(
 *   `,,,${ids}\nE-code,Local authority,Class,${services.join(',')}\nE3001,Nottingham,UA${',1'.repeat(13)},13\n`,
 * )
 * const { authorities } = await readOutturn({ name: 'rsx.csv', bytes }, { year: '2021-22' })
 * authorities[0]?.amounts.social_care // => 2
 * await readOutturn({ name: 'empty.csv', bytes: new Uint8Array() }, { year: '2021-22' }) // throws 'bad-file'
 */
export async function readOutturn(
  file: SourceFile,
  { year, sheet }: OutturnEdition,
): Promise<CouncilReturn<OutturnLine>> {
  const inTwoLines = isInForm('outturn', 'children_social_care', year)
  const lines = OUTTURN_LINES.filter(
    (line) => isInForm('outturn', line, year) && !(line === 'social_care' && inTwoLines),
  )
  const layout = { file: file.name, year, lines: OUTTURN_LINES, complete: true } as const
  const read =
    sheet === undefined
      ? readExport(file, lines, layout)
      : readReturnTable(await workbookSheet(file, sheet), {
          ...layout,
          sheet,
          labelRow: 'header',
          classTotals: 'all returns',
          columns: new Map(lines.map((line) => [line, WORKBOOK_LABELS[line]])),
        })
  return inTwoLines ? withSocialCare(read) : read
}

function readExport(
  file: SourceFile,
  lines: readonly OutturnLine[],
  layout: Pick<ReturnLayout<OutturnLine>, 'file' | 'year' | 'lines' | 'complete'>,
): CouncilReturn<OutturnLine> {
  const { sheet, quality } = csvSheet(file)
  const columns = new Map(lines.map((line) => [line, [`rsx-${EXPORT_IDS[line] ?? '?'}-net-cur-exp`]]))
  const read = readReturnTable(sheet, { ...layout, labelRow: 'ids', classTotals: 'certified returns', columns })
  return { ...read, quality: [...quality, ...read.quality] }
}

function withSocialCare(read: CouncilReturn<OutturnLine>): CouncilReturn<OutturnLine> {
  const add = <Row extends { readonly amounts: Readonly<Record<OutturnLine, number | null>> }>(row: Row): Row => {
    const { children_social_care: children, adult_social_care: adults } = row.amounts
    const sum = children === null || adults === null ? null : Math.round((children + adults) * 1000) / 1000
    return { ...row, amounts: { ...row.amounts, social_care: sum } }
  }
  return { ...read, authorities: read.authorities.map(add), totals: read.totals.map(add) }
}
