import type { NoteId } from '../../model/notes.js'
import type { Interval, IsoDate, Period } from '../../model/period.js'
import type { Status } from '../../model/status.js'
import type { Point } from '../../model/ward.js'
import type { PanelWriter } from '../../panel/block.js'
import type { Frame } from '../../panel/frame.js'
import type { PanelWriters } from '../../panel/indicator.js'
import { type Known, Provenances } from '../../panel/provenances.js'
import { roundTo } from '../../values/rounding.js'
import type { Amenity } from './amenity.js'
import {
  type AmenityIndex,
  type BoundedAccess,
  type BoundedMeter,
  amenityIndex,
  amenityMeter,
} from '../amenityAccess.js'
import { type SiteHolders, siteHolders } from './siteHolders.js'
import type { AmenityMeasureId } from './siteMeasures.js'
import { type SiteStock, type Unplaced, stockNotes, stockOn, unplacedOn } from './siteStock.js'
import { type SiteTurnover, coversDay, coversInterval, turnoverIn } from './siteTurnover.js'

/** Distances within which residents’ access is measured, in metres. */
export const DISTANCES = [1000, 2000, 4000] as const

/** How far around a ward's centre sites are counted, in metres. */
const AROUND_CENTRE = 4000

/** Where people live, and where the middle of their ward is. */
export interface SiteSurroundings {
  /** The population-weighted centre of every small area; homes name them by position. */
  readonly centres: readonly Point[]
  /** The population-weighted centre of a ward; null for what is no ward, or has none. */
  readonly centreOf: (code: string) => Point | null
}

/** What is measured: the sites, where people live, the places and periods, and what is asked for. */
export interface SiteMeasuring {
  readonly amenity: Amenity
  readonly surroundings: SiteSurroundings
  readonly frame: Frame
  /** The period that a cell of a measure has, for each period of the frame. */
  readonly periodsOf: (measure: AmenityMeasureId) => readonly (Period | null)[]
  readonly out: PanelWriters
  /** The sites around the centres, where they are at hand. */
  readonly index?: AmenityIndex | undefined
}

/**
 * Measures the sites of an amenity in every place and period of a frame: open stock, access of residents, what closed
 * and opened, and what only the kind tells. A day or an interval that the sites do not cover is missing.
 */
export function measureSites(measuring: SiteMeasuring): void {
  const work = siteWork(measuring)
  const measures = [...measuring.out].map(([measure, writer]) => {
    const id = measure as AmenityMeasureId
    return { writer, periods: measuring.periodsOf(id), write: WRITERS[id] ?? accessWriter(id) }
  })
  // Period after period, so that what residents reach on a day is dropped when all its measures are written.
  measuring.frame.periods.forEach((_, column) => {
    for (const { writer, periods, write } of measures) {
      const period = periods[column] ?? null
      if (period !== null) write(work, { writer, column, period })
    }
  })
}

/** Writes one measure of one period into every place. */
type MeasureWriter = (work: SiteWork, at: Column) => void

interface Column {
  readonly writer: PanelWriter
  readonly column: number
  readonly period: Period
}

/** What measures of the sites share, each thing made once. */
interface SiteWork extends Omit<SiteMeasuring, 'index'> {
  readonly holders: SiteHolders
  readonly provenances: Provenances
  readonly stock: (day: IsoDate) => SiteStock
  readonly unplaced: (day: IsoDate) => readonly Unplaced[]
  /** Access of the residents of every place; null where nobody lives. */
  readonly access: (day: IsoDate) => readonly (BoundedAccess | null)[]
  readonly aroundCentre: (day: IsoDate) => readonly (BoundedAccess | null)[]
  readonly turnover: (interval: Interval) => SiteTurnover
}

function siteWork(measuring: SiteMeasuring): SiteWork {
  const { amenity, frame, surroundings } = measuring
  const rows = frame.places.length
  const holders = siteHolders(amenity, frame.places)
  const farthest = Math.max(...DISTANCES)
  const index = once((radius: number) => measuring.index ?? amenityIndex(surroundings.centres, amenity, radius))
  const around = once((radius: number) => centreIndex(measuring, radius))
  return {
    ...measuring,
    holders,
    provenances: new Provenances(),
    stock: once((day) => stockOn(amenity, holders, day, rows)),
    unplaced: once((day) => unplacedOn(amenity, day, frame.places)),
    access: latest((day) => {
      const meter = amenityMeter(amenity, index(farthest), day, DISTANCES)
      return frame.places.map(({ homes }) => meter(homes))
    }),
    aroundCentre: latest((day) => aroundCentres(amenity, around(AROUND_CENTRE), day)),
    turnover: byInterval((interval) => turnoverIn(amenity, holders, interval, rows)),
  }
}

/** A function of a key that computes each result once. */
function once<Key, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const results = new Map<Key, Result>()
  return (key) => {
    const found = results.get(key)
    if (found !== undefined) return found
    const result = compute(key)
    results.set(key, result)
    return result
  }
}

/** A function of a day that keeps the result of the last one. */
function latest<Result>(compute: (day: IsoDate) => Result): (day: IsoDate) => Result {
  let last: { readonly day: IsoDate; readonly result: Result } | null = null
  return (day) => {
    if (last?.day !== day) last = { day, result: compute(day) }
    return last.result
  }
}

function byInterval<Result>(compute: (interval: Interval) => Result): (interval: Interval) => Result {
  const ofKey = once((key: string) => {
    const [since, until] = key.split(' ') as [IsoDate, IsoDate]
    return compute({ since, until })
  })
  return ({ since, until }) => ofKey(`${since} ${until}`)
}

interface Centres {
  readonly index: AmenityIndex
  /** The position of the centre of each place of the frame; null for what is no ward. */
  readonly origins: readonly (number | null)[]
}

function centreIndex({ amenity, frame, surroundings }: SiteMeasuring, radius: number): Centres {
  const points: Point[] = []
  const origins = frame.places.map(({ place }) => {
    const centre = place.kind === 'ward' ? surroundings.centreOf(place.code) : null
    return centre === null ? null : points.push(centre) - 1
  })
  return { index: amenityIndex(points, amenity, radius), origins }
}

function aroundCentres(amenity: Amenity, { index, origins }: Centres, day: IsoDate): (BoundedAccess | null)[] {
  const meter: BoundedMeter = amenityMeter(amenity, index, day, [AROUND_CENTRE])
  return origins.map((origin) => (origin === null ? null : meter([{ origin, people: 1 }])))
}

/** A figure on its way into a cell. */
interface Figure {
  readonly value: number | null
  readonly status?: Status
  readonly notes?: readonly NoteId[]
  readonly lower?: number
  readonly upper?: number
}

function writeFigure({ provenances, frame }: SiteWork, { writer, column }: Column, row: number, figure: Figure): void {
  const { value, notes = NONE, lower, upper } = figure
  const status = value === null ? 'missing' : (figure.status ?? 'observed')
  const known: Known = provenances.of({ status, notes })
  const cell = writer.cell(row, column)
  writer.write(cell, value, provenances.owned(known, frame.places[row]?.place.kind ?? 'country'))
  if (value !== null && lower !== undefined && upper !== undefined) writer.bound(cell, lower, upper)
}

const NO_EDITION: Figure = { value: null, notes: ['no-edition'] }

/** Writes a measure of a day into every place; missing where the day is not covered. */
const onDay =
  (figureOf: (work: SiteWork, day: IsoDate, row: number, at: Column) => Figure): MeasureWriter =>
  (work, at) => {
    const day = at.period as IsoDate
    const covered = coversDay(work.amenity, day)
    work.frame.places.forEach((_, row) => {
      writeFigure(work, at, row, covered ? figureOf(work, day, row, at) : NO_EDITION)
    })
  }

/** Writes a measure of an interval into every place; missing where it is not covered. */
const inInterval =
  (figureOf: (work: SiteWork, interval: Interval, row: number) => Figure): MeasureWriter =>
  (work, at) => {
    const interval = at.period as Interval
    const covered = coversInterval(work.amenity, interval)
    work.frame.places.forEach((_, row) => {
      writeFigure(work, at, row, covered ? figureOf(work, interval, row) : NO_EDITION)
    })
  }

/** The open sites at no place that may be near a place. */
const unplacedNear = (work: SiteWork, day: IsoDate, row: number): Unplaced =>
  work.unplaced(day)[row] ?? { sites: 0, areMost: false }

/** The open sites at no place that may be of a place; England and authorities count them as their own. */
const unplacedIn = (work: SiteWork, day: IsoDate, row: number): Unplaced =>
  work.holders.holdUnplaced.has(row) ? { sites: 0, areMost: false } : unplacedNear(work, day, row)

/** A figure that cannot be had where most sites of the council are at no place. */
const NO_PLACES: Figure = { value: null, notes: ['most-sites-without-coordinates'] }

const sitesOpen = onDay((work, day, row) => {
  const stock = work.stock(day)
  const { sites: unplaced, areMost } = unplacedIn(work, day, row)
  if (areMost) return NO_PLACES
  const [lower, upper] = [stock.lower[row] ?? 0, stock.upper[row] ?? 0]
  return {
    value: stock.sites[row] ?? 0,
    status: unplaced === 0 ? 'observed' : 'partial',
    notes: stockNotes(stock, row, unplaced),
    ...(lower === upper ? {} : { lower, upper }),
  }
})

const unitsOpen = onDay((work, day, row) => {
  const stock = work.stock(day)
  const { sites: unplaced, areMost } = unplacedIn(work, day, row)
  return areMost ? NO_PLACES : { value: stock.units[row] ?? 0, notes: stockNotes(stock, row, unplaced) }
})

const waterOpen = onDay((work, day, row) => {
  const stock = work.stock(day)
  const notes = stockNotes(stock, row, unplacedIn(work, day, row).sites)
  const value = stock.water[row] ?? 0
  return (stock.unmeasured[row] ?? 0) === 0
    ? { value, notes }
    : { value, status: 'partial', notes: [...notes, 'water-of-some'] }
})

/** Whether two measured numbers differ by more than the rounding of sums. */
const differ = (a: number, b: number): boolean => Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a))

type Numbers = readonly [number: number | null, lower: number | null, upper: number | null]

/** The notes on access, each list once: cells share them. */
const ACCESS: readonly NoteId[] = ['residents-at-lsoa-centres']
const OPEN_ACCESS: readonly NoteId[] = [...ACCESS, 'near-by-dates-and-places']
const PARTIAL_ACCESS: readonly NoteId[] = [...ACCESS, 'sites-without-coordinates']
const OPEN_PARTIAL_ACCESS: readonly NoteId[] = [...OPEN_ACCESS, 'sites-without-coordinates']
const CENTRE: readonly NoteId[] = ['around-ward-centre']
const OPEN_CENTRE: readonly NoteId[] = [...CENTRE, 'near-by-dates-and-places']
const NONE: readonly NoteId[] = []

/** A figure of access with its bounds, where dates and places leave it open. */
function accessFigure([number, lower, upper]: Numbers, unplaced: number): Figure {
  const isOpen = number !== null && (lower === null || upper === null || differ(lower, upper))
  return {
    value: number,
    status: unplaced === 0 ? 'modelled' : 'partial',
    notes: unplaced === 0 ? (isOpen ? OPEN_ACCESS : ACCESS) : isOpen ? OPEN_PARTIAL_ACCESS : PARTIAL_ACCESS,
    ...(isOpen && lower !== null && upper !== null
      ? { lower: Math.min(lower, number), upper: Math.max(upper, number) }
      : {}),
  }
}

/** The rule’s number, the least and the most of an access. */
const casesOf = (
  access: BoundedAccess,
  of: (case_: Omit<BoundedAccess, 'least' | 'most'>) => number | null,
): Numbers => {
  const { least, most } = access
  const number = of(access)
  if (least === most) return [number, number, number]
  return [number, of(least), of(most)]
}

const inKilometres = (metres: number | null): number | null => (metres === null ? null : metres / 1000)

const meanDistance = onDay((work, day, row) => {
  const access = work.access(day)[row] ?? null
  const { sites: unplaced, areMost } = unplacedNear(work, day, row)
  if (areMost) return NO_PLACES
  if (access === null) return accessFigure([null, null, null], unplaced)
  const [number, farthest, nearest] = casesOf(access, (each) => inKilometres(each.meanDistance))
  return accessFigure([number, nearest, farthest], unplaced)
})

type Reached = 'share' | 'sites' | 'units' | 'water'

/** The writer of a measure within a distance of residents: `share-2km`. */
function accessWriter(id: AmenityMeasureId): MeasureWriter {
  const [of, distance] = id.split('-') as [Reached, string]
  const at = DISTANCES.findIndex((metres) => metres === Number.parseInt(distance, 10) * 1000)
  return onDay((work, day, row) => {
    const access = work.access(day)[row] ?? null
    const { sites: unplaced, areMost } = unplacedNear(work, day, row)
    if (areMost) return NO_PLACES
    if (access === null) return accessFigure([null, null, null], unplaced)
    const numbers = casesOf(access, ({ reach }) => reach[at]?.[of] ?? null)
    return accessFigure(numbers, unplaced)
  })
}

/** A figure around the centre of a ward with its bounds. */
function centreFigure([number, lower, upper]: Numbers): Figure {
  const isOpen = number !== null && lower !== null && upper !== null && differ(lower, upper)
  return {
    value: number,
    notes: isOpen ? OPEN_CENTRE : CENTRE,
    ...(isOpen ? { lower, upper } : {}),
  }
}

const aroundCentre = (numbersOf: (access: BoundedAccess) => Numbers): MeasureWriter =>
  onDay((work, day, row) => {
    if (unplacedNear(work, day, row).areMost) return NO_PLACES
    const access = work.aroundCentre(day)[row] ?? null
    return centreFigure(access === null ? [null, null, null] : numbersOf(access))
  })

const nearCentre = (of: Exclude<Reached, 'share'>): MeasureWriter =>
  aroundCentre((access) => casesOf(access, ({ reach }) => reach[0]?.[of] ?? null))

const changed = (of: keyof SiteTurnover): MeasureWriter =>
  inInterval((work, interval, row) => ({ value: work.turnover(interval)[of][row] ?? 0 }))

const transferred: MeasureWriter = inInterval((work, interval, row) => {
  const { transfersFrom } = work.amenity.terms
  return transfersFrom !== null && interval.until < transfersFrom
    ? { value: null, notes: ['transfers-from-2016'] }
    : { value: work.turnover(interval).transferred[row] ?? 0 }
})

const netChange: MeasureWriter = inInterval((work, { since, until }, row) => ({
  value: (work.stock(until).sites[row] ?? 0) - (work.stock(since).sites[row] ?? 0),
}))

/** Months lost to temporary closings of the sites that a place has on the first day. */
const lostMonths: MeasureWriter = (work, at) => {
  const interval = at.period as Interval
  const { amenity, holders, frame } = work
  const covered = coversInterval(amenity, interval)
  const sums = frame.places.map(() => ({ months: 0, lower: 0, upper: 0 }))
  if (covered)
    amenity.sites.forEach((_, site) => {
      const lost = amenity.perSite?.lostMonths(site, interval)
      if (lost === undefined || lost.upper === 0) return
      for (const row of holders.holds[amenity.placeOn(site, interval.since)] ?? []) {
        const sum = sums[row]
        if (sum === undefined) continue
        sum.months += lost.months
        sum.lower += lost.lower
        sum.upper += lost.upper
      }
    })
  sums.forEach(({ months, lower, upper }, row) => {
    const [least, most] = [roundTo(lower, 1), roundTo(upper, 1)]
    const bounds: Partial<Figure> = least === most ? {} : { lower: least, upper: most, notes: ['dates-by-year'] }
    writeFigure(work, at, row, covered ? { value: roundTo(months, 1), ...bounds } : NO_EDITION)
  })
}

/** Staffed hours a week of the open sites of a place by an edition; partial where some print none. */
const staffedHours: MeasureWriter = (work, at) => {
  const day = at.period as IsoDate
  const { amenity, holders, frame } = work
  const sums = frame.places.map(() => ({ hours: 0, printed: 0, open: 0 }))
  amenity.on(day).forEach(({ open, place }, site) => {
    if (open === null) return
    const hours = amenity.perSite?.staffedHours(site, day) ?? null
    for (const row of holders.holds[place] ?? []) {
      const sum = sums[row]
      if (sum === undefined) continue
      sum.open += 1
      if (hours === null) continue
      sum.hours += hours
      sum.printed += 1
    }
  })
  sums.forEach(({ hours, printed, open }, row) => {
    const partial: Partial<Figure> = printed < open ? { status: 'partial', notes: ['hours-of-some'] } : {}
    writeFigure(work, at, row, { value: printed === 0 ? null : hours, ...partial })
  })
}

/** How each measure is written; those within a distance of residents are written by {@link accessWriter}. */
const WRITERS: Readonly<Partial<Record<AmenityMeasureId, MeasureWriter>>> = {
  'sites-open': sitesOpen,
  'units-open': unitsOpen,
  'water-open': waterOpen,
  'mean-distance': meanDistance,
  'distance-from-centre': aroundCentre((access) => {
    const [number, farthest, nearest] = casesOf(access, (each) => inKilometres(each.meanDistance))
    return [number, nearest, farthest]
  }),
  'sites-near-centre': nearCentre('sites'),
  'units-near-centre': nearCentre('units'),
  'water-near-centre': nearCentre('water'),
  'closings-gross': changed('gross'),
  'closings-replaced': changed('replaced'),
  'closings-said-replaced': changed('saidReplaced'),
  'closings-open-again': changed('openAgain'),
  'closings-lasting': changed('lasting'),
  'closings-temporary': changed('temporary'),
  transferred,
  opened: changed('opened'),
  reopened: changed('reopened'),
  'lost-from-sight': changed('lostFromSight'),
  'net-change': netChange,
  'lost-months': lostMonths,
  'staffed-hours': staffedHours,
}
