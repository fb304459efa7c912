import type { Finding } from '../finding.js'
import type { AmenityResult } from '../neighbourhood.js'
import { siteNamer } from '../siteNames.js'
import { siteHistory } from '../siteHistory.js'
import type { StudyResult } from '../studyResult.js'
import { matchingCaveats, placeboSentences, weakMatch } from './comparedWards.js'
import { knownSince, plainWard, plainWardDetail } from './plainWords.js'
import {
  AT_CENTRES,
  clausesAt,
  methodOf,
  placesCaveat,
  residentsCounted,
  rowsOf,
  toldFigures,
} from './siteSentences.js'
import { wardTold } from './told.js'

/** The change of what residents of a ward can reach of a kind of sites, before and after, beside England. */
export function siteChange(sites: AmenityResult, result: StudyResult): Finding[] {
  const { ward, declared } = sites
  if (ward === null) return []
  const told = wardTold(sites, ward, result)
  const clauses = clausesAt(declared, 'ward', told)
  const own = declared.wordings?.ward
  const wording = own ?? plainWard(declared)
  return [
    {
      id: `${declared.id}-ward`,
      headline: wording.headline(told),
      question: wording.question(told),
      sentence: wording.sentence(told),
      detail: [
        ...(own === undefined ? plainWardDetail(told, declared) : []),
        ...clauses('detail first'),
        ...reachableChanges(sites, result),
        ...clauses('detail last'),
        ...placeboSentences(sites, result),
      ],
      caveats: [
        ...knownSince(declared),
        ...clauses('caveat first'),
        ...placesCaveat(sites),
        AT_CENTRES,
        ...weakMatch(result),
        ...clauses('caveat last'),
        ...matchingCaveats(result),
      ],
      method: methodOf([declared], () => wording.method),
      figures: toldFigures(sites, wording.figures, told.least?.period),
      rows: rowsOf(sites, residentsCounted(result)),
    },
  ]
}

/** The sites within 4 km of the ward’s residents that opened or closed, by name where the study file gives one. */
function reachableChanges({ amenity, days, ward, sitesNear }: AmenityResult, result: StudyResult): string[] {
  if (ward === null || result.neighbourhood?.ward == null) return []
  const near = new Set(sitesNear)
  const last = days.since.at(-1) ?? days.claim
  const nameOf = siteNamer(amenity, result.study)
  const told = amenity.changes
    .filter(({ site, day, kind }) => near.has(site) && day > days.base && day <= last && kind !== 'transferred')
    .map((change) => `${nameOf(change.site)} ${siteHistory(amenity, change, nameOf)}`)
  return told.length === 0 ? [] : [`Sites within 4 km that opened or closed: ${told.join('; ')}.`]
}
