import { declareTable, flag, oneOf, required, type RowOf, text, whole } from '../declare.js'
import { COUNCIL_NAME, GSS_CODE } from './columns.js'

export const POPULATIONS = declareTable({
  name: 'populations',
  title: 'Populations',
  description: 'One row a council (or ENGLAND) and year; a year without a row is missing.',
  columns: {
    e_code: required(text('Code of the council, or ENGLAND')),
    gss_code: GSS_CODE,
    name: COUNCIL_NAME,
    year: required(whole('Mid-year, 30 June')),
    population: required(whole('Residents of the council’s area', 'people')),
    status: required(
      oneOf(['observed', 'modelled'], 'observed: an ONS estimate; modelled: interpolated between two of one series'),
    ),
    superseded: required(flag('Whether the ONS has replaced the estimate: of 2012 to 2020, made before Census 2021')),
    series: required(
      oneOf(['before Census 2021', 'after Census 2021'], 'Estimates before and after Census 2021 are not one series'),
    ),
  },
  primaryKey: ['e_code', 'year'],
  time: 'year',
  places: ['e_code'],
})

/** Residents of a council, or of England, in the middle of a year. */
export type CouncilPopulationRow = RowOf<typeof POPULATIONS>
