import { LSOA_CHANGES } from '../../model/crosswalk.js'
import { COUNCIL_CLASSES } from '../../model/spending.js'
import { financialYears, oneOf, required, text } from '../declare.js'

/** Columns and units that several tables have. */
export const E_CODE = required(
  text('Code of the finance returns; it stays the same while the institution lasts. Key of every council table'),
)
export const GSS_CODE = text('Latest GSS code; empty for the councils abolished on 1 April 2009, which never had one')
export const COUNCIL_NAME = required(text('Name in the register of councils'))
export const COUNCIL_CLASS = required(
  oneOf(
    COUNCIL_CLASSES,
    'UA unitary authority, MD metropolitan district, LB London borough, SC shire county, SD shire district',
  ),
)
export const FINANCIAL_YEAR = required(financialYears('1 April to 31 March'))
export const LSOA_CHANGE = required(
  oneOf(LSOA_CHANGES, 'U unchanged, S split, M merged, X changed in a more complex way'),
)
export const DEGREES = 'degrees, WGS84'
export const SHARE = 'share, 0 to 1'
