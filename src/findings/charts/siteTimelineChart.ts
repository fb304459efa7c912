import { yearsAt } from '../../charts/axes.js'
import {
  type TimelineEvent,
  type TimelineEventKind,
  type TimelineSite,
  siteTimeline,
} from '../../charts/siteTimeline.js'
import type { ChartWords } from '../../charts/spec.js'
import type { SiteChange } from '../../indicators/sites/amenity.js'
import { type IsoDate, periodLabel } from '../../model/period.js'
import { type AmenityResult } from '../neighbourhood.js'
import { lastDay } from '../placeAmenity.js'
import type { StudyResult } from '../studyResult.js'
import { siteHistory } from '../siteHistory.js'
import { siteNamer } from '../siteNames.js'
import { accessSource } from './amenitySource.js'
import { type StudyChart, inBothLayouts } from './studyChart.js'

/** Above so many sites, those open all the time are told in a note and not drawn. */
const DRAWN = 26

/** When each site near the ward was open, and what happened to it. */
export function timelineChart(amenity: AmenityResult, result: StudyResult): StudyChart[] {
  const ward = result.neighbourhood?.ward ?? null
  const { kind, declared, days } = amenity
  const { first } = declared.days
  const last = lastDay(amenity)
  const all = ward === null ? [] : sitesOf(amenity, result, last)
  if (ward === null || all.length === 0) return []
  const changed = all.filter(({ events, inWard }) => inWard || events.length > 0)
  const shown = all.length > DRAWN && changed.length > 0 ? changed : all
  const { full, site } = declared.words
  const told = shown.map(
    ({ label, events, openAtFirst }) =>
      `${label}: ` +
      [openAtFirst ? `open on ${periodLabel(first)}` : '', ...events.map((event) => event.told)]
        .filter(Boolean)
        .join(', '),
  )
  const words: ChartWords = {
    title: `Which ${full.many} within 4 km of ${ward.ward_name}’s residents closed, opened or were replaced?`,
    unit: `When each ${site.one} was open, ` + `${periodLabel(first)} to ${periodLabel(last)}`,
    place:
      `${ward.ward_name} (${ward.ward_code}, WD13) in ${ward.district_name} and 4 km around its residents’ LSOA ` +
      `centres`,
    source: accessSource(declared),
    alt: `A bar for each site while it was open. ${told.join('. ')}.`,
    notes: [
      'Dotted lines: the days on which the study counts. Replaced: another one opened within 12 months and 2 km.',
      ...(shown.length === all.length
        ? []
        : [`Not drawn: ${all.length - shown.length} open all the time and not in the ward.`]),
      ...declared.notes.timeline,
    ],
  }
  const dayMarks = [days.base, days.claim, ...days.since].map((day) => ({ at: yearsAt(day), label: periodLabel(day) }))
  return [
    {
      id: `${kind}-ward-timeline`,
      finding: `${kind}-ward`,
      words,
      specs: inBothLayouts((layout) =>
        siteTimeline({ sites: shown, from: yearsAt(first), to: yearsAt(last) + 0.1, days: dayMarks }, words, layout),
      ),
      table: {
        caption: `${declared.words.title} near ${ward.ward_name}: each site, ` + `with what happened to it`,
        grid: {
          columns: [
            'site',
            'where',
            `open on ${periodLabel(first)}`,
            `what happened until ${periodLabel(last)}`,
            `open on ${periodLabel(last)}`,
          ],
          rows: all.map(({ label, group, openAtFirst, openAtLast, events }) => [
            label,
            group,
            openAtFirst ? 'yes' : 'no',
            events.length === 0 ? 'no change' : events.map((event) => event.told).join('; '),
            openAtLast ? 'yes' : 'no',
          ]),
        },
      },
    },
  ]
}

interface NearSite extends TimelineSite {
  readonly group: string
  readonly inWard: boolean
  readonly openAtFirst: boolean
  readonly openAtLast: boolean
}

/** The sites near the ward that were open at some time, those in the ward first. */
function sitesOf({ amenity, declared, sitesNear }: AmenityResult, result: StudyResult, last: IsoDate): NearSite[] {
  const { first } = declared.days
  const [atFirst, atLast] = [amenity.on(first), amenity.on(last)]
  const ward = result.neighbourhood?.ward ?? null
  const nameOf = siteNamer(amenity, result.study)
  return sitesNear
    .flatMap((site): NearSite[] => {
      const changes = amenity.changes.filter(
        (change) => change.site === site && change.day > first && change.day <= last,
      )
      const [openAtFirst, openAtLast] = [atFirst[site]?.open != null, atLast[site]?.open != null]
      const inWard = amenity.places.some((place) => place.site === site && place.ward_code === ward?.ward_code)
      if (!openAtFirst && changes.length === 0) return []
      return [
        {
          label: nameOf(site),
          group: inWard ? `In ${ward?.ward_name ?? ''}` : 'Within 4 km of its residents',
          inWard,
          openAtFirst,
          openAtLast,
          open: openSpans(changes, { openAtFirst, first, last }),
          events: changes.map((change): TimelineEvent => ({
            kind: eventKind(change),
            at: yearsAt(change.day),
            earliest: yearsAt(change.earliest),
            told: siteHistory(amenity, change, nameOf),
          })),
        },
      ]
    })
    .sort((a, b) => Number(b.inWard) - Number(a.inWard) || (a.label < b.label ? -1 : 1))
}

/** When a site was open between two days, from what happened to it. */
function openSpans(
  changes: readonly SiteChange[],
  { openAtFirst, first, last }: { readonly openAtFirst: boolean; readonly first: IsoDate; readonly last: IsoDate },
): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  let since = openAtFirst ? yearsAt(first) : null
  for (const { kind, day } of changes) {
    const opens = kind === 'opened' || kind === 'reopened'
    const closes = kind === 'closed' || kind === 'temporarily-closed' || kind === 'lost-from-sight'
    if (opens && since === null) since = yearsAt(day)
    if (closes && since !== null) {
      spans.push({ from: since, to: yearsAt(day) })
      since = null
    }
  }
  return since === null ? spans : [...spans, { from: since, to: yearsAt(last) }]
}

const EVENTS: Readonly<Record<SiteChange['kind'], TimelineEventKind>> = {
  opened: 'opened',
  reopened: 'reopened',
  closed: 'closed',
  'temporarily-closed': 'closed for a time',
  transferred: 'passed to another operator',
  'lost-from-sight': 'no longer in the lists',
}

const eventKind = ({ kind, replacedBy }: SiteChange): TimelineEventKind =>
  kind === 'closed' && replacedBy !== null ? 'closed, replaced' : EVENTS[kind]
