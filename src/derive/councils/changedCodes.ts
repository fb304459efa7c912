/** A GSS code that was replaced by another while the council went on. */
export interface ChangedCode {
  readonly eCode: string
  readonly former: string
  readonly latest: string
  /** First day of the later code. */
  readonly from: string
}

/**
 * GSS codes that changed with a boundary while the council went on, with the day of each change, as the ONS keeps them
 * in its Code History Database. The register of councils has the codes of 2012 and 2013 without their days, and not yet
 * those of 2025.
 */
export const CHANGED_GSS_CODES: readonly ChangedCode[] = [
  { eCode: 'E1936', former: 'E07000100', latest: 'E07000240', from: '2012-04-01' },
  { eCode: 'E1940', former: 'E07000104', latest: 'E07000241', from: '2012-04-01' },
  { eCode: 'E1933', former: 'E07000097', latest: 'E07000242', from: '2013-04-01' },
  { eCode: 'E1937', former: 'E07000101', latest: 'E07000243', from: '2013-04-01' },
  { eCode: 'E2901', former: 'E06000048', latest: 'E06000057', from: '2013-04-01' },
  { eCode: 'E4501', former: 'E08000020', latest: 'E08000037', from: '2013-04-01' },
  { eCode: 'E4401', former: 'E08000016', latest: 'E08000038', from: '2025-04-01' },
  { eCode: 'E4404', former: 'E08000019', latest: 'E08000039', from: '2025-04-01' },
]
