import { day, declareTable, oneOf, required, type RowOf, text } from '../declare.js'
import { COUNCIL_CLASS, COUNCIL_NAME, E_CODE, GSS_CODE } from './columns.js'

export const COUNCILS = declareTable({
  name: 'councils',
  title: 'Councils',
  description: 'One row an institution.',
  columns: {
    e_code: E_CODE,
    gss_code: GSS_CODE,
    name: COUNCIL_NAME,
    class: COUNCIL_CLASS,
    region: required(text('Region of England')),
    county_e_code: text('County of a shire district'),
    start_date: day('First day of a council made by a reorganisation since 2007; else empty'),
    end_date: day('Day from which the council no longer exists; empty while it does'),
  },
  primaryKey: ['e_code'],
  places: ['e_code'],
})

/** A council: one row per institution, from its creation to its end. */
export type Council = RowOf<typeof COUNCILS>

export const COUNCIL_ALIASES = declareTable({
  name: 'aliases',
  title: 'Names and codes',
  description: 'One row a name, spelling or code of a council.',
  columns: {
    e_code: E_CODE,
    kind: required(oneOf(['name', 'gss_code', 'ons_code', 'register_code'], 'What kind of name or code')),
    alias: required(text('A name, spelling or code by which the council is or was known')),
    start_date: day('First day of a GSS code that replaced another of the same council; else empty'),
    end_date: day('Day from which another GSS code of the same council holds; else empty'),
  },
})

/** A name or code by which a council is known: one row of the table `aliases`. */
export type CouncilAliasRow = RowOf<typeof COUNCIL_ALIASES>

export const COUNCIL_SUCCESSIONS = declareTable({
  name: 'successions',
  title: 'Successions',
  description: 'One row a council that passed into another, whole or in part.',
  columns: {
    predecessor_e_code: required(text('The council that ended')),
    successor_e_code: required(text('The council that its area passed to')),
    date: required(day('Day of the reorganisation')),
    extent: required(oneOf(['whole', 'part'], 'whole, or part when the council was divided among several')),
    source: required(text('Order or register that says so')),
  },
  primaryKey: ['predecessor_e_code', 'successor_e_code'],
})

/** A council that passed into another on a day, whole or in part. */
export type CouncilSuccession = RowOf<typeof COUNCIL_SUCCESSIONS>
