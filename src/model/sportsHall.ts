/**
 * Kinds of sports hall: `main` (the size of three badminton courts or more), `activity` (smaller: activity, community,
 * village and assembly halls), `barn` (a building made for something else that holds a hall’s courts).
 */
export const HALL_KINDS = ['main', 'activity', 'barn'] as const

/** One of {@link HALL_KINDS}. */
export type HallKind = (typeof HALL_KINDS)[number]
