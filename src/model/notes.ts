/**
 * What the notes on a value mean: what was done to reach it, or what is wrong with it. Breaks of a series have notes of
 * their own, {@link BREAK_NOTES}.
 */
export const NOTES = {
  'not-returned': 'The council returned no figure for the year.',
  'uncertified-return': 'The return of the council was not certified when the edition was published.',
  'england-may-hold-estimates':
    'Some councils returned no figure; the official total of England may hold the ministry’s estimates for them.',
  'council-ended': 'The council no longer existed.',
  'no-edition': 'No edition of the source covers the year.',
  'no-official-total': 'The edition of the year prints no total for England.',
  'negative-zero-or-not-returned': 'The re-derived file has no amount: it was negative, zero or not returned.',
  'not-in-the-form': 'The form of the year has no such line.',
  'negatives-dropped': 'From a re-derived file without negative amounts: not comparable with the official outturn.',
  'sum-of-predecessors': 'The sum of the councils that passed whole into this one.',
  'predecessor-divided':
    'A predecessor was divided among several councils: its spending cannot be given to one of them.',
  'both-tiers-added':
    'A shire district’s figure per head with its county’s added: both serve its residents. Districts of one ' +
    'county share its part, so that their ranks lie together.',
  'one-tier-alone': 'One tier of two: the other council of the area spends there too.',
  'population-interpolated': 'The population is interpolated between two ONS estimates.',
  'population-superseded':
    'The population was estimated before Census 2021; the ONS has replaced it since. With the new base most ' +
    'councils’ numbers stepped by less than 3%, a few by up to a quarter.',
  'population-missing': 'No population of the same series is known for the year.',
  'official-total-without-class-o':
    'The official total of England less authorities that are no councils (police, fire, parks, waste, ' +
    'combined authorities, the Greater London Authority).',
  'council-figure-for-ward':
    'The council’s figure, shown for its ward: nothing is known of how it was spent within the council.',
  'residents-at-lsoa-centres':
    'Residents are those of mid-2015, counted at the population-weighted centre of their LSOA; distances are ' +
    'straight lines.',
  'around-ward-centre': 'Measured from the population-weighted centre of the ward, as the crow flies.',
  'dates-by-year':
    'Some openings or closings are known by the year alone, or lie between two editions of the list; they ' +
    'count from the last day on which they can have happened.',
  'places-nearby':
    'Of some libraries only the neighbourhood is known: they are counted at the likeliest point, and the bounds ' +
    'say where else they may stand.',
  'near-by-dates-and-places':
    'The dates or the places of some sites are not known exactly: the bounds are what is surely near, and what may be.',
  'sites-without-coordinates':
    'Of some open libraries nothing is known but the council: they are in no ward, at no distance and in no bound.',
  'most-sites-without-coordinates':
    'Of most open sites of the council nothing is known but the council: neither a count of the ward nor a distance ' +
    'is given.',
  'water-of-some': 'Of some open pools the water area is not given; the sum is of the others.',
  'transfers-from-2016':
    'Who runs a library is known from the list of July 2016 on: transfers before it cannot be counted.',
  'hours-of-some': 'Some open libraries print no staffed hours; the sum is of those that do.',
  'reported-zero': 'The council returned 0, which is not the same as returning nothing.',
  'basis-differs':
    'The two years are of different bases (spent, planned, or without negative amounts): no change is computed.',
  'window-too-short': 'The source collects fewer than two years of the window: no mean is made of one.',
  'scores-compare-by-rank': 'The scores of two editions are made up differently: compare the ranks, not the scores.',
  'through-zero': 'A change in per cent from or through zero means nothing and is not computed.',
} as const

/**
 * The notes of breaks and of remarks: where a series changes its content, for every council or for one. Their texts
 * stand in the tables `breaks` and `remarks` of the dataset `council-spending` and `breaks` of `voluntary-provision`.
 */
export const BREAK_NOTES = [
  'comparable-services-gain-sure-start-and-youth',
  'children-social-care-gains-sure-start-and-youth',
  'education-loses-sure-start-and-youth',
  'public-health-arrives',
  'children-social-care-budget-gains-sure-start-and-youth',
  'young-people-line-widens',
  'young-people-line-moves',
  'archives-leave-culture-and-heritage',
  'population-rebased',
  'vivacity-takes-over-culture',
  'library-line-moves-to-culture-and-heritage',
  'social-care-moves-to-central-services',
  'section-251-scope-widens',
] as const

/** The id of a note: one of {@link NOTES}, or of a break of a series. */
export type NoteId = keyof typeof NOTES | (typeof BREAK_NOTES)[number]

/** What a note means where {@link NOTES} says it; undefined for one of {@link BREAK_NOTES}, whose table does. */
export const noteText = (note: string): string | undefined => (NOTES as Readonly<Record<string, string>>)[note]
