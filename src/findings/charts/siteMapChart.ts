import { type MapPanel, type MapSite, type SiteOnMap, siteMap } from '../../charts/siteMap.js'
import type { ChartWords } from '../../charts/spec.js'
import type { SitePlace } from '../../indicators/sites/amenity.js'
import type { WardFeature } from '../../model/boundary.js'
import { type IsoDate, periodLabel } from '../../model/period.js'
import { type AmenityResult } from '../neighbourhood.js'
import { measureOn } from '../placeAmenity.js'
import type { StudyResult } from '../studyResult.js'
import { siteNamer } from '../siteNames.js'
import { digitsOf } from '../../values/rounding.js'
import { boundedInWords, listInWords } from '../../values/words.js'
import { nearMetres } from '../../indicators/sites/siteTerms.js'
import { mapSource } from './amenitySource.js'
import { type StudyChart, inBothLayouts } from './studyChart.js'

/** The ward, its residents and the sites around them, a map for each day of the study; none without boundaries. */
export function mapChart(amenity: AmenityResult, result: StudyResult, around: readonly WardFeature[]): StudyChart[] {
  const { neighbourhood } = result
  const ward = neighbourhood?.ward ?? null
  const feature = around.find(({ properties }) => properties.ward_code === ward?.ward_code)
  if (neighbourhood === null || ward === null || feature === undefined || amenity.ward === null) return []
  const { kind, declared, days, ward: own } = amenity
  const metres = nearMetres(declared)
  const { plain, near } = declared.words
  const nameOf = siteNamer(amenity.amenity, result.study)
  const named = new Set(result.study.amenities?.siteNames.map(({ site }) => site))
  const all = amenity.nearest.map(({ day }) => day)
  const least = all.filter((day) => ![days.base, days.claim, ...days.since].includes(day))
  const homes = neighbourhood.homes.map(({ lsoa_code, people, point }) => ({ label: lsoa_code, people, point }))
  const panels = amenity.nearest.map(({ day, sites }): MapPanel => ({
    label: periodLabel(day),
    sites: sitesOn(
      amenity,
      day,
      sites.flatMap((found) => found?.site ?? []),
      nameOf,
      named,
    ),
    nearest: sites.map((found) => {
      const point = found === null ? null : (placeOn(amenity, found.site, day)?.point ?? null)
      return found === null || point === null ? null : { point, metres: found.metres }
    }),
  }))
  const shares = listInWords(
    all.map((day) => `${boundedInWords(measureOn(own.values, declared.near, day))} on ${periodLabel(day)}`),
  )
  const words: ChartWords = {
    title: `Where could residents of ${ward.ward_name} reach ${near}?`,
    unit:
      `Residents at the centres of ${homes.length} ${homes.length === 1 ? 'LSOA' : 'LSOAs'}; per cent within ` +
      `${metres / 1000} km of ${near}: ${shares}`,
    place: `${ward.ward_name} (${ward.ward_code}, WD13) in ${ward.district_name}; north is up`,
    source: mapSource(declared),
    alt:
      `Maps of ${listInWords(all.map(periodLabel))}. ` +
      `${panels.map((panel, i) => panelInWords(panel, amenity, i)).join(' ')} Within ${metres / 1000} ` +
      `km: ${shares}.`,
    notes: [
      'Distances are straight lines: they know no road, bus, price or opening hour. On every day the ' +
        'residents are those of mid-2015.',
      ...least.map((day) => `${periodLabel(day)} is no day of the study: it has the fewest residents near one.`),
      ...(named.size > 0 && !declared.hasNames ? ['The register has no names: those of the study file are used.'] : []),
    ],
  }
  return [
    {
      id: `${kind}-ward-map`,
      finding: `${kind}-ward`,
      words,
      specs: inBothLayouts((layout) =>
        siteMap(
          {
            ward: feature,
            around: around.filter((each) => each !== feature),
            homes,
            panels,
            near: metres,
            site: plain.one,
          },
          words,
          layout,
        ),
      ),
      table: {
        caption: `Nearest open ${plain.one} to each small area of ${ward.ward_name}, and its distance, by day`,
        grid: {
          columns: [
            'LSOA of 2011',
            'residents, mid-2015',
            ...all.flatMap((day) => [`nearest, ${periodLabel(day)}`, 'km']),
          ],
          rows: homes.map(({ label, people }, i) => [
            label,
            people,
            ...amenity.nearest.flatMap(({ sites }) => {
              const found = sites[i] ?? null
              return found === null ? [null, null] : [nameOf(found.site), found.metres / 1000]
            }),
          ]),
        },
      },
    },
  ]
}

/**
 * The sites near the ward on a day, and the nearest wherever they are: those open, and those that closed since the
 * first day.
 */
function sitesOn(
  result: AmenityResult,
  day: IsoDate,
  nearest: readonly number[],
  nameOf: (site: number) => string,
  named: ReadonlySet<string>,
): MapSite[] {
  const { amenity, days, sitesNear, declared } = result
  const [first, now] = [amenity.on(days.base), amenity.on(day)]
  return [...new Set([...sitesNear, ...nearest])].flatMap((site): MapSite[] => {
    const id = amenity.sites[site]?.id ?? ''
    const { point = null, within = 0 } = placeOn(result, site, day) ?? {}
    const [before, open] = [first[site]?.open != null, now[site]?.open != null]
    const since = amenity.changes.filter(
      (change) => change.site === site && change.day > days.base && change.day <= day,
    )
    if (point === null || (!before && !open && since.length === 0)) return []
    return [
      {
        point,
        label: labelOf(nameOf(site), within),
        ...(!declared.hasNames && !named.has(id) ? {} : { name: shortName(nameOf(site)) }),
        state: stateOf(before, open, since),
      },
    ]
  })
}

/** The name of a site, and how far from the point it may stand. */
const labelOf = (name: string, within: number): string =>
  within === 0 ? name : `${name} (within ${digitsOf(within / 1000, 1)} km of this point)`

/** Where a site stands on a day. */
const placeOn = ({ amenity }: AmenityResult, site: number, day: IsoDate): SitePlace | undefined =>
  amenity.places[amenity.on(day)[site]?.place ?? -1]

function stateOf(before: boolean, open: boolean, since: AmenityResult['amenity']['changes']): SiteOnMap {
  if (open) return before ? 'open' : 'opened since'
  const last = since.at(-1)
  if (last?.kind === 'temporarily-closed') return 'closed for a time'
  return last?.replacedBy != null ? 'closed since, replaced' : 'closed since'
}

/** A name without the words that all such sites share. */
const shortName = (name: string): string =>
  name.replace(/ (Community )?(Leisure Centre|Sports Village|Swimming Centre|Swimming Pool|Library)$/i, '')

function panelInWords({ label, sites }: MapPanel, { declared }: AmenityResult, index: number): string {
  const of = (states: readonly SiteOnMap[]): string[] =>
    sites.filter(({ state }) => states.includes(state)).map((site) => site.label)
  const [open, closed, shut] = [
    of(['open', 'opened since']),
    of(['closed since', 'closed since, replaced']),
    of(['closed for a time']),
  ]
  const parts = [
    `${open.length} open${index === 0 && open.length > 0 ? ` (${listInWords(open)})` : ''}`,
    ...(closed.length === 0 ? [] : [`closed since: ${listInWords(closed)}`]),
    ...(shut.length === 0 ? [] : [`closed for a time: ${listInWords(shut)}`]),
    ...(index === 0 || of(['opened since']).length === 0 ? [] : [`opened since: ${listInWords(of(['opened since']))}`]),
  ]
  return `${label}: ${parts.join('; ')} (${declared.words.short}).`
}
