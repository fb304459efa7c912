/** What a reader did about a problem; `joined`: a row that says what another says, and is one with it. */
export type RuleAction = 'kept' | 'repaired' | 'set aside' | 'joined'

/** A rule by which a reader catches a problem: what it means, what is done, and what a person can do about it. */
export interface Rule {
  readonly meaning: string
  readonly action: RuleAction
  /** What became of it, in words. */
  readonly done: string
  readonly remedy: string
}

const rule = (action: RuleAction, meaning: string, done: string, remedy: string): Rule => ({
  action,
  meaning,
  done,
  remedy,
})

const COMPARE = 'Compare the row with the publisher’s own page.'

/** Every rule by which a reader of the contract `Reader` catches a problem, by its id. */
export const RULES = {
  'no-rows': rule('kept', 'the file has a header and no rows', 'read as a file without rows', 'Fetch the file again.'),
  'no-line-break-at-end': rule(
    'kept',
    'the last row does not end in a line break, as in a file that was cut',
    'row kept as it stands',
    'Compare the size of the file with the publisher’s; fetch it again if it is smaller.',
  ),
  'encoding-not-utf-8': rule(
    'repaired',
    'the file is not in UTF-8',
    'decoded by the encoding that its letters fit best',
    'Save the file as UTF-8 if names look wrong.',
  ),
  'row-length': rule(
    'set aside',
    'a row has more or fewer cells than the header, as two joined lines or a row cut in its middle',
    'row left out',
    'Check the commas, quotation marks and line breaks of that row.',
  ),
  'row-quotes': rule(
    'set aside',
    'a quotation mark in the row is never closed, or stands where none may stand',
    'line left out; reading goes on with the next',
    'Double quotation marks inside a cell, and close each cell that begins with one.',
  ),
  'row-repeated': rule('joined', 'a row is printed again, cell by cell', 'counted once', 'Remove the second row.'),
  'key-repeated': rule(
    'set aside',
    'two rows of one key differ',
    'the first is kept, this one left out',
    'Find out which of the two is right, and remove the other.',
  ),
  'cell-missing': rule(
    'set aside',
    'a cell is empty without which the row says nothing',
    'row left out',
    'Fill the cell, or remove the row.',
  ),
  'cell-unreadable': rule(
    'set aside',
    'a cell without which the row says nothing is not of the kind of its column',
    'row left out',
    'Correct the cell.',
  ),
  'cell-too-long': rule(
    'set aside',
    'a cell is longer than the limit',
    'line left out',
    'Check the quotation marks of that row, or raise the limit `cell`.',
  ),
  'cell-left-empty': rule(
    'repaired',
    'a cell that a row can do without is not of the kind of its column',
    'taken as missing',
    'Correct the cell, or leave it empty if the value is not known.',
  ),
  'status-without-closing-date': rule(
    'set aside',
    'a facility is closed for good and has no closing date, so no day can be counted',
    'row left out',
    COMPARE,
  ),
  'closing-date-of-an-open-facility': rule(
    'repaired',
    'a facility has a closing date and is not closed: it came back',
    'closing date left out',
    COMPARE,
  ),
  'closed-on-1-january': rule(
    'kept',
    'a closing on 1 January is mostly known by its year alone',
    'closing date kept, with the precision year',
    'Look up the day of closing.',
  ),
  'closed-before-built': rule('kept', 'a facility closed before its year of building', 'both kept', COMPARE),
  'closed-date-in-doubt': rule(
    'kept',
    'a remark of the register says that the closing date was wrong, or that the facility came back',
    'closing date kept',
    COMPARE,
  ),
  'closure-reason-not-decoded': rule(
    'kept',
    'the reason for closing is a code whose words are not in the files',
    'code kept',
    'Ask the publisher what the code means.',
  ),
  'temporarily-closed': rule(
    'kept',
    'a facility is closed for a time, and since when is not printed',
    'kept as a facility that is not closed for good',
    'Look up since when it is closed.',
  ),
  'no-year-built': rule(
    'kept',
    'the year of building is not known',
    'kept as missing: the facility is in no count of a year',
    'Look up the year of building.',
  ),
  'built-year-early': rule('kept', 'a year of building before 1850', 'kept', COMPARE),
  'opened-long-after-built': rule(
    'repaired',
    'a day of opening lies neither in the year of building nor in the next: a season, or a new entry',
    'day of opening left out',
    COMPARE,
  ),
  'management-not-known': rule('kept', 'who manages the facility is not known', 'kept as missing', COMPARE),
  'area-zero': rule('repaired', 'an area of 0 is one that is not recorded', 'taken as missing', COMPARE),
  'courts-zero': rule(
    'kept',
    'no badminton court: none is marked out, or none is recorded',
    'kept as printed',
    COMPARE,
  ),
  'area-is-not-length-by-width': rule('kept', 'the area is not length times width', 'area kept', COMPARE),
  'facility-like-another': rule(
    'kept',
    'two facilities of a site are alike in everything but their id: one entered twice, or two alike',
    'both kept',
    COMPARE,
  ),
  'postcode-unreadable': rule('repaired', 'a postcode has no form of a postcode', 'taken as missing', COMPARE),
  'postcode-repaired': rule(
    'repaired',
    'a letter of a postcode stands for a digit, or a digit for a letter',
    'exchanged',
    COMPARE,
  ),
  'opening-date-missing': rule('kept', 'no opening date is printed', 'kept as missing', COMPARE),
  'left-and-came-back': rule(
    'kept',
    'a centre is absent from lists between its first and its last',
    'counted as listed throughout',
    'Ask the council whether it was closed meanwhile.',
  ),
  'lists-out-of-order': rule(
    'set aside',
    'the first and last list and the first list without it are not in this order',
    'row left out',
    'Make the union of the dated lists again.',
  ),
} as const satisfies Record<string, Rule>

/** One of the ids of {@link RULES}. */
export type RuleId = keyof typeof RULES
