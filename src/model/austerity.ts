import type { Window } from './period.js'

/**
 * The financial years commonly called austerity in England: 2010-11 to 2019-20.
 *
 * They begin with the emergency Budget of June 2010, and hold the years that the Spending Reviews of 2010 (2011-12 to
 * 2014-15), 2013 (2015-16) and 2015 (2016-17 to 2019-20) set limits for; 2020-21 begins with the pandemic. It is a
 * label of years, for marking them in a chart or a table, and says nothing of what caused what happened in them; others
 * end them in 2014-15 or 2018-19.
 */
export const AUSTERITY_YEARS = { from: '2010-11', to: '2019-20' } as const satisfies Window
