import type { LibraryOperator } from '../../model/amenity.js'
import { DAY_OF_YEAR, type PlacedRow } from './editions.js'
import { type LibraryEdition, LIBRARY_EDITION_DAYS } from '../../model/amenity.js'

/** The state of a library on the day of an edition. */
export interface Observation {
  readonly day: string
  readonly state: 'open' | 'closed' | 'temporarily closed'
  readonly editions: readonly LibraryEdition[]
  /** What other editions say of that day: `2019: open`. */
  readonly against: readonly string[]
}

/** Who ran it on the day of an edition. */
export interface OperatorSeen {
  readonly day: string
  readonly operator: LibraryOperator
  readonly edition: LibraryEdition
}

/** The years in which an edition describes a state; 2010 is described by the statutory service alone. */
const YEARS = [2016, 2019, 2021, 2022, 2023] as const

/**
 * Whose word on a year goes first: the list of 2016 on its own year, then the latest of the basic datasets, then the
 * list of 2019.
 */
const ON_2016: readonly LibraryEdition[] = ['2016', '2023', '2023-raw', '2022', '2019']
const ON_LATER: readonly LibraryEdition[] = ['2023', '2023-raw', '2022', '2019', '2016']

/** The states of a library on the reference days on which an edition tells it. */
export function observationsOf(rows: readonly PlacedRow[]): Observation[] {
  return YEARS.flatMap((year) => {
    const said = (year === 2016 ? ON_2016 : ON_LATER).flatMap((edition) =>
      rows.filter((row) => row.edition === edition).map((row) => ({ edition, state: stateIn(row, year) })),
    )
    const state = said.find((each) => each.state !== null)?.state
    if (state == null) return []
    const against = said
      .filter((each) => each.state !== null && each.state !== state)
      .map((each) => `${each.edition}: ${each.state ?? ''}`)
    return [
      {
        day: DAY_OF_YEAR.get(year) ?? '',
        state,
        editions: said.filter((each) => each.state === state).map(({ edition }) => edition),
        against: [...new Set(against)].sort(),
      },
    ]
  })
}

function stateIn(row: PlacedRow, year: number): Observation['state'] | null {
  if (year === 2016 && isYetToOpen(row)) return null
  const printed = row.years.find((each) => each.year === year)?.state
  if (printed === 'open' || printed === 'closed' || printed === 'temporarily closed') return printed
  if (row.edition !== '2019' || year !== 2019 || row.state === null) return null
  // A row of 2019 without hours, a year of closing or of reopening tells nothing of its state.
  return row.state === 'open' && (row.hours ?? 0) === 0 && row.closing === null ? null : row.state
}

/** Whether the list of 2016 prints it with a day of opening in its future. */
const isYetToOpen = ({ edition, opened, state }: PlacedRow): boolean =>
  edition === '2016' && state === 'open' && opened !== null && opened.date > LIBRARY_EDITION_DAYS['2016']

/**
 * Who ran a library on each reference day: by the latest basic dataset that has it, else by the lists of 2016 and 2019
 * themselves.
 */
export function operatorsOf(rows: readonly PlacedRow[]): OperatorSeen[] {
  return YEARS.flatMap((year): readonly OperatorSeen[] => {
    for (const edition of ['2023', '2023-raw', '2022'] as const)
      for (const row of rows.filter((each) => each.edition === edition)) {
        const operator = row.years.find((each) => each.year === year)?.operator
        if (operator != null) return [{ day: DAY_OF_YEAR.get(year) ?? '', operator, edition }]
      }
    const own = rows.find((row) => row.edition === String(year) && row.state === 'open' && row.operator !== null)
    return own?.operator == null
      ? []
      : [{ day: LIBRARY_EDITION_DAYS[own.edition], operator: own.operator, edition: own.edition }]
  })
}
