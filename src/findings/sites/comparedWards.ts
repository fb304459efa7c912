import type { SiteKind } from '../../indicators/sites/siteKind.js'
import type { AmenityMeasureId } from '../../indicators/sites/siteMeasures.js'
import { periodLabel } from '../../model/period.js'
import { digitsOf, writeNumber } from '../../values/rounding.js'
import { figureInWords, listInWords, numberInWords, sentenceCase } from '../../values/words.js'
import type { AmenityResult } from '../neighbourhood.js'
import type { StudyResult } from '../studyResult.js'

/** Where the ward’s changes in the measures that are told lie among those of its matched wards. */
export function placeboSentences({ comparisons, declared }: AmenityResult, { study }: StudyResult): string[] {
  const label = study.amenities?.comparators.label ?? ''
  return declared.told.flatMap((measure) => {
    const parts = comparisons
      .filter((each) => each.measure === measure && each.own.change.value !== null)
      .map(({ own, placebo: { percentile, lower, equal, higher, distribution } }) => {
        const change = `${figureInWords(own.change, 'signed')} to ${periodLabel(own.after.period)}`
        return distribution === null || percentile === null
          ? change
          : `${change} (median of ${distribution.n} ${label} ` +
              `${numberInWords({ value: distribution.median, unit: own.change.unit }, 'signed')}; ${lower} ` +
              `lower, ${equal} equal, ${higher} higher: placebo percentile ${digitsOf(percentile, 0)})`
      })
    return parts.length === 0 ? [] : [`${measureInWords(measure, declared)}: ${parts.join('; ')}.`]
  })
}

/** A measure of access at the head of a sentence. */
function measureInWords(measure: AmenityMeasureId, { unit, counted }: SiteKind): string {
  const [of = '', distance = ''] = measure.split('-')
  const within = `within ${distance.replace('km', ' km')}`
  if (of === 'share') return `Residents ${within}`
  if (measure === 'mean-distance') return 'Mean distance to the nearest'
  if (of === 'water') return `Water area ${within} of a resident, mean`
  if (of === 'units') return `${sentenceCase((unit ?? counted).many)} ${within} of a resident, mean`
  return `${unit === null ? 'Open' : sentenceCase(counted.many)} ${within} of a resident, mean`
}

/** Which covariates the matched wards do not share with the ward. */
export function weakMatch({ neighbourhood, study }: StudyResult): string[] {
  const unlike =
    neighbourhood?.matching?.balance.filter(({ differenceAfter }) => Math.abs(differenceAfter) > 0.25) ?? []
  if (unlike.length === 0) return []
  return [
    `No close match: the ward and its ${study.amenities?.comparators.label ?? ''} differ by more than a ` +
      `quarter of a standard deviation in ` +
      `${listInWords(unlike.map(({ title, differenceAfter }) => `${title} (${writeNumber(differenceAfter, 2)})`))}.`,
  ]
}

/** How the wards compared with were chosen, and what a place among them is not. */
export function matchingCaveats({ neighbourhood, study }: StudyResult): string[] {
  const matching = neighbourhood?.matching ?? null
  if (matching === null || neighbourhood?.ward == null) return []
  const label = study.amenities?.comparators.label ?? ''
  const alike =
    neighbourhood.ward.rural_urban === null
      ? '(the rural-urban class of the ward is not known)'
      : `of the same rural-urban class (${neighbourhood.ward.rural_urban.toLowerCase()})`
  return [
    `The ${label} are the ${matching.matched.length} of ${writeNumber(matching.candidates, 0)} wards ` +
      `outside the council ${alike} that are nearest in IMD 2010 (income share and overall score) and ` +
      `residents. Their councils went through the same years of cuts: the placebo percentile, the share of ` +
      `them with a lower change and half of those with an equal one, places the ward among them and is not a p-value.`,
  ]
}
