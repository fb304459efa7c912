import { requireList, requireRecord } from '../model/given.js'
import type { Descriptor } from '../model/descriptor.js'
import type { IndicatorKind, IndicatorLevel, Polarity } from '../model/indicator.js'
import { unitText } from '../model/unit.js'
import type { Indicator } from '../panel/indicator.js'
import { PANEL_TERMS } from './panelRequest.js'

/** Where the figures of an indicator are from: a dataset, and the official files that it was made from. */
export interface IndicatorSource {
  readonly dataset: string
  readonly title: string
  readonly licences: readonly string[]
  readonly files: readonly { readonly title: string; readonly publisher: string; readonly edition: string }[]
}

/** What a reader needs who quotes a figure of an indicator, in words. */
export interface IndicatorEntry {
  readonly id: string
  readonly family: string
  readonly member: string
  readonly title: string
  readonly question: string
  /** What it measures, in one sentence. */
  readonly description: string
  readonly keyFacts: readonly string[]
  readonly processing: string
  /** Its unit in the terms of a panel that asks for no others. */
  readonly unit: string
  readonly kind: IndicatorKind
  readonly polarity: Polarity
  readonly level: IndicatorLevel
  /** When it is available, and what to bring for other times. */
  readonly availability: string
  readonly coverage: Indicator['coverage']
  readonly missingRule: string
  readonly method: string
  readonly cannotSay: string
  readonly sources: readonly IndicatorSource[]
  readonly citation: string
}

/** With which release a figure was computed. */
export interface CitationTerms {
  /** Version of wardstick. */
  readonly version: string
}

/**
 * All that is said of an indicator, in words.
 *
 * @param descriptors those of its datasets; others are passed over.
 */
export function indicatorEntry(
  indicator: Indicator,
  descriptors: readonly Descriptor[],
  terms: CitationTerms,
): IndicatorEntry {
  const { id, family, member, title, question, description, keyFacts, processing, kind, polarity, level } = indicator
  const { coverage, missingRule, method, cannotSay } = indicator
  return {
    ...{ id, family, member, title, question, description, keyFacts, processing },
    unit: unitText(indicator.unitIn(PANEL_TERMS)),
    ...{ kind, polarity, level },
    availability: availabilityInWords(indicator),
    ...{ coverage, missingRule, method, cannotSay },
    sources: descriptorsOf(indicator, descriptors).map(({ name, title: of, licenses, sources }) => ({
      dataset: name,
      title: of,
      licences: licenses.map((licence) => licence.title),
      files: sources.map((source) => ({ title: source.title, publisher: source.publisher, edition: source.edition })),
    })),
    citation: citationOf(indicator, descriptors, terms),
  }
}

/**
 * How a figure of an indicator is quoted: publishers, title and id, what it was computed from and with, licences and
 * the sentences that they ask for.
 *
 * @param indicator one of the catalogue.
 * @param descriptors those of its datasets; others are passed over.
 * @param terms the version of wardstick.
 * @example
 * import { citationOf, indicator } from 'wardstick'
 * import { loadDescriptor } from 'wardstick/data'
 * const spending = [await loadDescriptor('council-spending')]
 * citationOf(indicator('culture/nominal'), spending, { version: '0.2.0' }).slice(0, 54)
 * // => 'Ministry of Housing, Communities and Local Government '
 */
export function citationOf(indicator: Indicator, descriptors: readonly Descriptor[], terms: CitationTerms): string {
  requireRecord('indicator to quote', indicator, 'id, title and source')
  requireList('descriptors of an indicator', descriptors)
  requireRecord('terms of a citation', terms, "version, such as { version: '0.2.0' }")
  const { version } = terms
  const own = descriptorsOf(indicator, descriptors)
  const sources = own.flatMap((each) => each.sources)
  const publishers = unique(sources.flatMap(({ publisher }) => publisher.split('; '))).join('; ')
  const titles = own.map(({ title }) => `“${title}”`).join(', ')
  const licences = unique(own.flatMap(({ licenses }) => licenses.map(({ title }) => title))).join('; ')
  const attributions = unique(sources.flatMap(({ attribution }) => attribution.split(SENTENCE_END))).join(' ')
  const from = own.length === 0 ? indicator.source.join(', ') : titles
  return [
    `${publishers === '' ? '' : `${publishers}: `}${indicator.title} (${indicator.id}).`,
    `Computed by wardstick ${version} from ${from}.`,
    ...(licences === '' ? [] : [`${licences}.`]),
    ...(attributions === '' ? [] : [attributions]),
  ].join(' ')
}

const SENTENCE_END = /(?<=\.) (?=[A-Z])/
const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

const descriptorsOf = ({ source }: Indicator, descriptors: readonly Descriptor[]): Descriptor[] =>
  source.flatMap((dataset) => descriptors.find(({ name }) => name === dataset) ?? [])

function availabilityInWords({ coverage: { from, to, editions, otherwise } }: Indicator): string {
  const when =
    editions === undefined ? `Available from ${from} to ${to}` : `Available in the editions of ${editions.join(', ')}`
  const rest = otherwise === undefined ? '' : otherwise.startsWith('bring') ? `for other years ${otherwise}` : otherwise
  return `${when}${rest === '' ? '' : `; ${rest}`}.`
}
