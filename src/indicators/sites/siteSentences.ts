/** What counts as replaced, and what a list says alone. */
export const REPLACED =
  'Replaced: another one opened within 12 months and 2 km, and one new site may replace several. Said to be ' +
  'replaced: the list says so, and no such library is found.'
