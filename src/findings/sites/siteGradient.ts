import { nearMetres } from '../../indicators/sites/siteTerms.js'
import { periodLabel } from '../../model/period.js'
import { writeNumber } from '../../values/rounding.js'
import { figureInWords, listInWords, sentenceCase } from '../../values/words.js'
import type { Finding } from '../finding.js'
import type { AmenityResult } from '../neighbourhood.js'
import { measureOn } from '../placeAmenity.js'
import { AT_CENTRES, figuresOf, methodOf, placesCaveat, rowsOf } from './siteSentences.js'

const TENTHS =
  'Tenths are of LSOAs by the income domain of IMD 2010, which was measured before the cuts; shares are ' +
  'published in whole per cent, and LSOAs of one share are ordered by their overall score.'

/** Access to the kinds of sites of a study by deprivation, before and after. */
export function siteGradient(amenities: readonly AmenityResult[]): Finding {
  const [first] = amenities
  const people = (first?.tenths ?? [])
    .filter(({ day }) => day === first?.days.base)
    .reduce((sum, each) => sum + each.people, 0)
  const counted =
    `${writeNumber(people, 0)} residents are in a tenth, ` +
    `${writeNumber(first?.withoutTenth ?? 0, 0)} live in LSOAs without a score of IMD 2010.`
  const kinds = amenities.map(({ declared }) => declared)
  return {
    id: 'access-tenths',
    headline: `Access to ${listInWords(kinds.map(({ words }) => words.short))} by deprivation, before and after`,
    question: 'Did access change more where more people are poor?',
    sentence: `${sentenceCase(amenities.map(sharesInWords).join('; '))}.`,
    detail: [],
    caveats: [
      ...amenities.flatMap((each) => placesCaveat(each)),
      `${TENTHS} Deprived areas are mostly urban, where anything is nearer.`,
      AT_CENTRES,
      counted,
    ],
    method: [...methodOf(kinds, ({ near }) => [near]), TENTHS],
    figures: amenities.flatMap((amenity) =>
      amenity.tenths
        .filter(({ tenth }) => tenth === 1 || tenth === 10)
        .flatMap((each) => figuresOf(amenity, each, [amenity.declared.near], [each.day])),
    ),
    rows: [counted, ...amenities.flatMap((each) => rowsOf(each))],
  }
}

/** The shares near a kind of sites in the most and the least deprived tenth; in full for the first kind. */
function sharesInWords({ tenths, declared }: AmenityResult, position: number): string {
  const sharesOf = (tenth: number): string =>
    listInWords(
      tenths
        .filter((each) => each.tenth === tenth)
        .map(({ values, day }) => figureInWords(measureOn(values, declared.near, day))),
    )
  const days = listInWords([...new Set(tenths.map(({ day }) => periodLabel(day)))])
  const [most, least] = [sharesOf(1), sharesOf(10)]
  const [what, distance] = [declared.words.near, `within ${nearMetres(declared) / 1000} km`]
  return position === 0
    ? `on ${days} ${what} stood ${distance} of ${most} of residents in the most income-deprived tenth of ` +
        `England’s small areas and of ${least} in the least deprived`
    : `on ${days} ${what} ${distance} of ${most} and of ${least}`
}
