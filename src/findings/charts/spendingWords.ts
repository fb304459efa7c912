import type { Value } from '../../model/value.js'
import type { StudyResult } from '../studyResult.js'

/** Whose figures a chart of spending shows, after the name of the account. */
export const spendingSource = ({ study }: StudyResult): string =>
  `Ministry of Housing, Communities and Local Government; ONS mid-year populations; HM Treasury GDP deflator ` +
  `(${study.prices.deflator}). Open Government Licence v3.0.`

/** Whose figures a row shows: a shire district's has its county's in it. */
export const whoseRow = ({ notes }: Value, { council }: StudyResult): string =>
  notes.includes('both-tiers-added') ? `${council.name} with its county` : council.name

/** Which place a chart of spending shows, with its code, and the ward that inherits its figures. */
export function placeWords({ council, ward }: StudyResult, whose = council.name): string {
  const inherits = ward === null ? '' : `; its ward ${ward.name} (${ward.code}, ${ward.vintage}) inherits the figures`
  return `${whose} (${council.gss_code ?? council.e_code})${inherits}`
}
