import type { Finding } from './finding.js'
import type { StudyResult } from './studyResult.js'

/** Something that open data do not tell, and the file that would. */
export interface Unknown {
  readonly what: string
  readonly file: string
}

/**
 * What no open data tell of a neighbourhood through austerity, and which file would. Bring the file, and it can be
 * measured.
 */
export const UNKNOWN: readonly Unknown[] = [
  {
    what: 'co-production itself: whether residents and providers made services together',
    file:
      'a repeated survey of activities and partners by ward or organisation, or the transcripts of interviews ' +
      'and focus groups',
  },
  {
    what: 'volunteers, and who trained them',
    file: 'the volunteer registers and training accounts of councils and infrastructure bodies',
  },
  {
    what: 'the condition and safety of parks',
    file:
      'dated park inspections or site surveys, and police street-level crime within park borders (from ' +
      'December 2010)',
  },
  {
    what: 'the third sector before 2013',
    file:
      'the Charity Commission’s annual-return history with income by source, and councils’ grant registers ' +
      'since 2007',
  },
  { what: 'library hours before 2016, and visits', file: 'councils’ library returns (CIPFA) by branch and year' },
  { what: 'prices and programmed hours of pools', file: 'the price lists and timetables of the operators by year' },
  {
    what: 'children’s centres and youth centres by address',
    file: 'the register of educational establishments (GIAS) with closing dates, and councils’ lists of youth centres',
  },
]

/** The finding that says what is not known. */
export function unknownFinding({ ward, council }: StudyResult): Finding {
  return {
    id: 'unknown',
    headline: 'What cannot be known from open data',
    question: `What do open data not tell of ${ward?.name ?? council.name}, and which file would?`,
    sentence:
      `Open data do not tell ${UNKNOWN.length} things that the question turns on: ` +
      `${UNKNOWN.map(({ what }) => what).join('; ')}.`,
    detail: UNKNOWN.map(({ what, file }) => `${what}: bring ${file}.`),
    method: ['The questions of the study, set against what the built-in tables hold.'],
    figures: [],
    rows: [],
    caveats: [
      'No council is known to have stood outside the cuts of these years, so no figure here is a comparison ' +
        'with no cuts, and none shows a cause.',
    ],
  }
}
