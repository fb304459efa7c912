import type { AreaCode, AreaKind } from '../model/code.js'
import { missingMeaning, trimAll } from './missing.js'
import type { Reading } from './reading.js'

/** A code as lists print it: upper case, without spaces around it. */
export const canonicalCode = (text: string): string => trimAll(text).toUpperCase()

/** The kinds of area of the first three characters of a GSS code. */
const KINDS: Readonly<Record<string, AreaKind>> = {
  E00: 'output area',
  E01: 'LSOA',
  E02: 'MSOA',
  E04: 'parish',
  E05: 'ward',
  E06: 'unitary authority',
  E07: 'shire district',
  E08: 'metropolitan district',
  E09: 'London borough',
  E10: 'county',
  E11: 'metropolitan county',
  E12: 'region',
  E13: 'part of London',
  E36: 'census merged ward',
  E58: 'electoral division',
  E92: 'country',
  W00: 'output area',
  W01: 'LSOA',
  W02: 'MSOA',
  W04: 'parish',
  W05: 'ward',
  W06: 'unitary authority',
  W92: 'country',
  S12: 'unitary authority',
  S13: 'ward',
  S92: 'country',
  N08: 'ward',
  N09: 'district',
  N92: 'country',
  K02: 'country',
  K03: 'country',
  K04: 'country',
}
const COUNTRIES: Readonly<Record<string, AreaCode['country']>> = {
  E: 'England',
  W: 'Wales',
  S: 'Scotland',
  N: 'Northern Ireland',
  K: 'several',
}

const OLD_DISTRICT = /^\d{2}[A-Z]{2}$/
const OLD_WARD = /^(\d{2}[A-Z]{4}|95[A-Z]{2}\d{2})$/

/**
 * Reads the code of an area by its form: a GSS code (`E05001823`), a code of the old ONS scheme (`00FYNF` for a ward,
 * `00FY` for a district) or an e-code of the finance returns (`E3001`). Case and spaces around it do not count.
 *
 * Its form does not tell whether there is such an area: that is what a register of codes is for.
 *
 * @param text the cell as printed.
 * @example
 * import { readAreaCode } from 'wardstick/geography'
 * const ward = readAreaCode('E05001823')
 * ward // => { kind: 'value', value: { code: 'E05001823', kind: 'ward', scheme: 'GSS', country: 'England' } }
 * const old = readAreaCode('00fynf')
 * old // => { kind: 'value', value: { code: '00FYNF', kind: 'ward', scheme: 'ONS', country: 'England' } }
 * const nottingham = { code: 'E3001', kind: 'finance authority', scheme: 'finance', country: 'England' }
 * readAreaCode('E3001') // => { kind: 'value', value: nottingham }
 * readAreaCode('Aspley') // => { kind: 'unreadable' }
 */
export function readAreaCode(text: string): Reading<AreaCode> {
  const meaning = missingMeaning(text)
  if (meaning !== undefined) return { kind: 'missing', meaning }
  const code = canonicalCode(text)
  const found = gssCode(code) ?? otherCode(code)
  return found === undefined ? { kind: 'unreadable' } : { kind: 'value', value: found }
}

function gssCode(code: string): AreaCode | undefined {
  if (!/^[EWSNK]\d{8}$/.test(code)) return undefined
  return {
    code,
    kind: KINDS[code.slice(0, 3)] ?? 'other area',
    scheme: 'GSS',
    country: COUNTRIES[code.slice(0, 1)] ?? 'several',
  }
}

function otherCode(code: string): AreaCode | undefined {
  if (/^E\d{4}$/.test(code)) return { code, kind: 'finance authority', scheme: 'finance', country: 'England' }
  if (OLD_WARD.test(code)) return { code, kind: 'ward', scheme: 'ONS', country: countryOfOld(code) }
  if (OLD_DISTRICT.test(code)) return { code, kind: 'district', scheme: 'ONS', country: countryOfOld(code) }
  return undefined
}

/** The old scheme numbers Wales 00NA to 00PT, Scotland 00QA to 00RJ and Northern Ireland 95. */
function countryOfOld(code: string): AreaCode['country'] {
  if (code.startsWith('95')) return 'Northern Ireland'
  const district = code.slice(0, 4)
  if (district >= '00NA' && district <= '00PT') return 'Wales'
  return district >= '00QA' && district <= '00RJ' ? 'Scotland' : 'England'
}
