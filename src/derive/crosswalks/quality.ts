import { groupBy } from '../../tables/groupBy.js'
import type { SmallAreaPieceRow, WardAreaShareRow } from '../../tables/declared/crosswalks.js'
import type { WardRow } from '../../tables/declared/wards.js'
import type { QualityEntry } from '../../sources/index.js'
import { noted } from '../opener.js'
import { WARD_SOURCES } from '../wards/sources.js'
import { CROSSWALK_SOURCES } from './sources.js'

/** What the builders of crosswalks met beyond what the readers say. */
export function crosswalkQuality(
  pieces: readonly SmallAreaPieceRow[],
  areaShares: readonly WardAreaShareRow[],
): QualityEntry[] {
  const byWay = groupBy(pieces, ({ placed_by }) => placed_by)
  const count = (by: SmallAreaPieceRow['placed_by']): number => byWay.get(by)?.length ?? 0
  const wards = [...groupBy(areaShares, ({ list, ward_code }) => `${list} ${ward_code}`)]
  return [
    ...noted(
      CROSSWALK_SOURCES.wards2024,
      'ward-of-2024-gone',
      'the ward that the official best fit names is no ward of 2025: put into the ward of 2025 in which the ' +
        'centre of the LSOA of 2011 lies',
      { column: 'ward24_code', count: count('centre') + count('nearest centre') },
    ),
    ...noted(
      WARD_SOURCES.centres,
      'centre-outside-new-wards',
      'put into the nearest new ward of 2025: the centre lies in the sea of a generalised border, or in a ' +
        'ward that is in both lists and is not its own',
      {
        column: 'X, Y',
        count: count('nearest centre'),
      },
    ),
    ...wards.flatMap(([value, shares]) =>
      noted(
        CROSSWALK_SOURCES.boundaries2025,
        'ward-without-lsoa',
        `divided by area between ${shares.length} ${shares.length === 1 ? 'ward' : 'wards'} of the other ` +
          `list: no LSOA has its centre in it`,
        { column: 'ward', value },
      ),
    ),
  ]
}

/** Wards of 2025 without an LSOA or a rural-urban class. */
export function ward2025Quality(wards: readonly WardRow[]): QualityEntry[] {
  const empty = wards.filter(({ lsoas }) => lsoas === 0)
  const classless = wards.filter(({ lsoas, rural_urban_code }) => lsoas > 0 && rural_urban_code === null)
  return [
    ...empty.flatMap(({ ward_code, ward_name }) =>
      noted(CROSSWALK_SOURCES.boundaries2025, 'ward-without-lsoa', 'kept in the table wards without a centre', {
        column: 'WDCD',
        value: `${ward_code} ${ward_name}`,
      }),
    ),
    ...noted(
      WARD_SOURCES.ruralUrban,
      'ward-not-of-2011',
      'the class of these wards is missing: their LSOAs lay in wards of 2011 of several classes',
      { column: 'ward11_code', count: classless.length },
    ),
  ]
}
