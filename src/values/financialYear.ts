import { type FinancialYear, financialYearText, isFinancialYear } from '../model/period.js'
import { missingMeaning, trimAll } from './missing.js'
import type { Reading } from './reading.js'

const FINANCIAL_YEAR = /^(?:FY\s*)?(\d{4})\s*[-/–]\s*(\d{2}|\d{4})$/i

/**
 * Reads a financial year in any of its usual spellings: `2009-10`, `2009/10`, `2009-2010`, `FY 2009/10`.
 *
 * The second part must be the year after the first: `2017/19` is a span of years and not read. Years before `1990-91`
 * and after `2049-50` are not read either.
 *
 * @param text the cell as printed.
 * @example
 * import { readFinancialYear } from 'wardstick/tables'
 * readFinancialYear('2009/10') // => { kind: 'value', value: '2009-10' }
 * readFinancialYear('2017/19') // => { kind: 'unreadable' }
 */
export function readFinancialYear(text: string): Reading<FinancialYear> {
  const meaning = missingMeaning(text)
  if (meaning !== undefined) return { kind: 'missing', meaning }
  const match = FINANCIAL_YEAR.exec(trimAll(text))
  if (match?.[1] === undefined || match[2] === undefined) return { kind: 'unreadable' }
  const start = Number(match[1])
  const end = String(start + 1)
  const year = financialYearText(start)
  return (match[2] === end || match[2] === end.slice(2)) && isFinancialYear(year)
    ? { kind: 'value', value: year }
    : { kind: 'unreadable' }
}
