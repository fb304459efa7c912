import type { Finding } from '../finding.js'
import type { AmenityResult } from '../neighbourhood.js'
import type { StudyResult } from '../studyResult.js'
import { PLAIN_REPLACED, knownSince, plainWider, plainWiderDetail } from './plainWords.js'
import { clausesAt, leftOut, methodOf, placesCaveat, rowsOf, toldFigures } from './siteSentences.js'
import { siteTold } from './told.js'

/** What closed and opened of a kind of sites in the council and in England. */
export function siteTurnover(sites: AmenityResult, result: StudyResult): Finding {
  const { declared } = sites
  const told = siteTold(sites, result)
  const clauses = clausesAt(declared, 'wider', told)
  const own = declared.wordings?.wider
  const wording = own ?? plainWider(declared)
  return {
    id: declared.widerFinding,
    headline: wording.headline(told),
    question: wording.question(told),
    sentence: wording.sentence(told),
    detail: [
      ...(own === undefined ? plainWiderDetail(told, declared) : []),
      ...clauses('detail first'),
      ...clauses('detail last'),
    ],
    caveats: [
      ...knownSince(declared),
      ...clauses('caveat first'),
      ...(own === undefined ? [PLAIN_REPLACED] : []),
      ...placesCaveat(sites),
      ...clauses('caveat last'),
      ...leftOut(sites),
    ],
    method: methodOf([declared], () => wording.method),
    figures: toldFigures(sites, wording.figures),
    rows: rowsOf(sites),
  }
}
