/**
 * The reorganisation of 1 April 2009, which no open register of councils covers: 44 councils were replaced by 9 unitary
 * authorities. E-codes are those of the Revenue Outturn returns of 2007-08, 2008-09 and 2009-10; which council passed
 * into which is from the Structural Changes Orders of 2008 (legislation.gov.uk).
 */
export interface StructuralChange {
  readonly order: string
  readonly county: string
  /** Each successor with the districts that passed into it whole. */
  readonly successors: readonly { readonly eCode: string; readonly districts: readonly string[] }[]
}

export const CHANGES_OF_2009: readonly StructuralChange[] = [
  {
    order: 'Bedfordshire (Structural Changes) Order 2008 (SI 2008/907)',
    county: 'E0221',
    successors: [
      { eCode: 'E0202', districts: ['E0231'] },
      { eCode: 'E0203', districts: ['E0233', 'E0234'] },
    ],
  },
  {
    order: 'Cheshire (Structural Changes) Order 2008 (SI 2008/634)',
    county: 'E0621',
    successors: [
      { eCode: 'E0603', districts: ['E0632', 'E0633', 'E0636'] },
      { eCode: 'E0604', districts: ['E0631', 'E0634', 'E0637'] },
    ],
  },
  {
    order: 'Cornwall (Structural Change) Order 2008 (SI 2008/491)',
    county: 'E0820',
    successors: [{ eCode: 'E0801', districts: ['E0831', 'E0832', 'E0833', 'E0834', 'E0835', 'E0836'] }],
  },
  {
    order: 'County Durham (Structural Change) Order 2008 (SI 2008/493)',
    county: 'E1321',
    successors: [{ eCode: 'E1302', districts: ['E1331', 'E1333', 'E1334', 'E1335', 'E1336', 'E1337', 'E1338'] }],
  },
  {
    order: 'Northumberland (Structural Change) Order 2008 (SI 2008/494)',
    county: 'E2920',
    successors: [{ eCode: 'E2901', districts: ['E2931', 'E2932', 'E2933', 'E2934', 'E2935', 'E2936'] }],
  },
  {
    order: 'Shropshire (Structural Change) Order 2008 (SI 2008/492)',
    county: 'E3221',
    successors: [{ eCode: 'E3202', districts: ['E3231', 'E3232', 'E3233', 'E3234', 'E3235'] }],
  },
  {
    order: 'Wiltshire (Structural Change) Order 2008 (SI 2008/490)',
    county: 'E3921',
    successors: [{ eCode: 'E3902', districts: ['E3931', 'E3932', 'E3933', 'E3935'] }],
  },
]

/**
 * E-codes that changed while the council went on: Huntingdonshire is E0534 in the return of 2007-08 and E0551 in every
 * later one.
 */
export const CHANGED_E_CODES: ReadonlyMap<string, string> = new Map([['E0534', 'E0551']])
