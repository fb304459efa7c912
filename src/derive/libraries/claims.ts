import type { EventDay } from '../../model/amenity.js'
import type { PrintedClosing } from '../../sources/index.js'
import { readDate } from '../../values/date.js'
import { intervalOf } from './days.js'
import type { PlacedRow } from './editions.js'
import type { LibraryEdition } from '../../model/amenity.js'

/** That an edition dates something. */
export interface Claim {
  readonly edition: LibraryEdition
  readonly kind: PrintedClosing['kind'] | 'opened' | 'reopened'
  readonly day: EventDay
  readonly remark: string | null
}

/** What an event says beside its day. */
export interface DatedBy {
  readonly day: EventDay
  readonly editions: readonly LibraryEdition[]
  readonly disagreement: string | null
  readonly remark: string | null
}

/** The closings, openings and reopenings that the rows of a library date. */
export function claimsOf(rows: readonly PlacedRow[]): Claim[] {
  return rows.flatMap((row) => [...closingClaims(row), ...openingClaims(row)])
}

function closingClaims({ edition, closing, remark, opened }: PlacedRow): Claim[] {
  if (closing === null) return []
  if (closing.day !== null) return [{ edition, kind: closing.kind, day: intervalOf(closing.day), remark }]
  // The list of 2016 prints the closing of West Heath, temporary since 2013, in the column for openings.
  if (closing.kind === 'temporarily-closed' && opened !== null && opened.date < `${edition}-07`)
    return [{ edition, kind: closing.kind, day: intervalOf(opened), remark }]
  return []
}

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december'
const SHORT_MONTHS = 'jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'
const DATE = `((?:(?:${MONTHS}|${SHORT_MONTHS})\\s+)?20\\d\\d)`
const CLOSED_IN = new RegExp(`\\bclosed\\b(?:(?!open|due|plan)[^.;]){0,40}?\\b${DATE}\\b`, 'i')
const REOPENED_IN = new RegExp(`\\bre-?opened\\b[^.;]{0,30}?\\b${DATE}\\b`, 'i')

function openingClaims({ edition, opened, closing, remark }: PlacedRow): Claim[] {
  const claims: Claim[] = []
  if (opened !== null && opened.date >= '2010' && !(closing?.kind === 'temporarily-closed' && edition === '2016'))
    claims.push({ edition, kind: 'opened', day: intervalOf(opened), remark })
  return claims
}

/** What the words of the rows date: `closed in 2015 for a new build and re-opened in 2018`. */
export function claimsInWords(rows: readonly PlacedRow[]): Claim[] {
  return rows.flatMap(({ edition, remark }) => {
    const dated = (pattern: RegExp, kind: Claim['kind']): Claim[] => {
      const text = pattern.exec(remark ?? '')?.[1]
      const reading = text === undefined ? undefined : readDate(text)
      return reading?.kind === 'value' ? [{ edition, kind, day: intervalOf(reading.value), remark }] : []
    }
    return [...dated(CLOSED_IN, 'temporarily-closed'), ...dated(REOPENED_IN, 'reopened')]
  })
}

const PRECISION = { day: 0, month: 1, year: 2, between: 3 } as const

/**
 * The day of an event of which several editions speak: the most precise of the claims that the states of the editions
 * allow; of equally precise ones that of the earliest edition. What the others say is kept.
 */
export function settle(
  claims: readonly Claim[],
  allowed: (day: EventDay) => boolean,
  otherwise: EventDay,
  seenIn: readonly LibraryEdition[],
): DatedBy {
  const ranked = claims
    .filter(({ day }) => allowed(day))
    .sort((a, b) => PRECISION[a.day.precision] - PRECISION[b.day.precision] || (a.edition < b.edition ? -1 : 1))
  const [best] = ranked
  const day = best?.day ?? otherwise
  const differs = (claim: Claim): boolean => claim.day.latest < day.earliest || claim.day.earliest > day.latest
  const others = claims.filter(differs)
  const agreeing = best === undefined ? seenIn : claims.filter((claim) => !differs(claim)).map(({ edition }) => edition)
  return {
    day,
    editions: [...new Set(agreeing)].sort(),
    disagreement:
      others.length === 0
        ? null
        : [
            ...new Set(
              others
                .sort((a, b) => (a.edition < b.edition ? -1 : 1))
                .map((claim) => `${claim.edition}: ${printed(claim.day)}`),
            ),
          ].join('; '),
    remark:
      (best === undefined ? claims : ranked).map((claim) => claim.remark).find((remark) => remark !== null) ?? null,
  }
}

/** A day, month or year as it was printed. */
function printed({ earliest, latest, precision }: EventDay): string {
  if (precision === 'year') return earliest.slice(0, 4)
  return precision === 'month' ? earliest.slice(0, 7) : precision === 'day' ? earliest : `${earliest} to ${latest}`
}
