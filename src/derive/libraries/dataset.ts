import {
  LIBRARIES,
  LIBRARY_EDITION_ENTRIES,
  LIBRARY_EVENTS_TABLE,
  LIBRARY_IDENTITY,
  LIBRARY_PLACES,
} from '../../tables/declared/libraries.js'
import type { CouncilRegister } from '../../geography/councilRegister.js'
import type { LibraryEditionRow, LibraryEventRow, LibraryRow } from '../../tables/declared/libraries.js'
import type { Point } from '../../model/ward.js'
import type { SourceDescriptor } from '../../model/descriptor.js'
import {
  type LibraryList,
  readBasicLibraries,
  readIntervalLibraries,
  readLibraries2016,
  readLibraries2021,
  readPostcodePoints,
} from '../../sources/index.js'
import type { SourceCard } from '../catalogue.js'
import { type Opener, quality, table } from '../opener.js'
import { type BuiltDataset, LICENCES } from '../package.js'
import { englishAuthority, placeRows } from './authorities.js'
import { SET_ASIDE, speaks } from './cluster.js'
import { type CoordinateFinder, coordinateFinder } from './coordinates.js'
import type { EditionRow } from './editions.js'
import type { LibraryEdition } from '../../model/amenity.js'
import { identityRows } from './identityTable.js'
import { makeLibraries } from './libraries.js'
import type { Library } from './library.js'
import { matchLibraries } from './matching.js'
import { decisionNotes } from './notes.js'
import { placesOf } from './places.js'
import { type PostcodeCentres, postcodeCentres } from './postcodeCentres.js'
import { withRawCodes } from './rawCodes.js'
import { LIBRARY_SOURCES } from './sources.js'
import { successorOf } from './successors.js'
import { wardsOfName } from './wardsOfName.js'
import type { WardGeography } from '../wards/geography.js'
import type { PlacedLsoa } from '../wards/lsoas.js'

/** Says in which ward of 2013 a point lies. */
export type WardAt = (point: Point) => string | null

const YEARS = [2010, 2016, 2019, 2021, 2022, 2023] as const
const POSTCODE_COLUMNS = { postcode: 'Postcode', latitude: 'lat', longitude: 'long' } as const

/** Where postcodes lie, by libraries and by the directories of the study cities, and the files that say so. */
export interface KnownPostcodes {
  readonly postcodes: ReadonlyMap<string, Point>
  /** Where the others lie, by those of their sector or district. */
  readonly centres: PostcodeCentres
  readonly wardAt: WardAt
  readonly sources: readonly SourceDescriptor[]
}

/** The dataset `libraries`, and what is known of postcodes once it is made. */
export interface LibrariesBuilt {
  readonly libraries: BuiltDataset
  readonly postcodes: KnownPostcodes
}

/** The dataset `libraries`: the union of the editions of England’s public library lists. */
export async function libraryDataset(
  opener: Opener,
  register: CouncilRegister,
  { wardAt, features }: Pick<WardGeography, 'wardAt' | 'features'>,
  smallAreas: readonly PlacedLsoa[],
): Promise<LibrariesBuilt> {
  const cards = LIBRARY_SOURCES
  const isEnglish = englishAuthority(register)
  const lists: readonly List[] = [
    { edition: '2016', card: cards.edition2016, read: readLibraries2016(await opener.open(cards.edition2016)) },
    {
      edition: '2019',
      card: cards.edition2019,
      read: readIntervalLibraries(await opener.open(cards.edition2019), { isEnglish }),
    },
    { edition: '2021', card: cards.edition2021, read: readLibraries2021(await opener.open(cards.edition2021)) },
    {
      edition: '2022',
      card: cards.edition2022,
      read: readBasicLibraries(await opener.open(cards.edition2022), {
        layout: 'as collected',
        years: YEARS.slice(0, -1),
      }),
    },
    {
      edition: '2023',
      card: cards.edition2023,
      read: readBasicLibraries(await opener.open(cards.edition2023), { layout: 'enhanced', years: YEARS }),
    },
    {
      edition: '2023-raw',
      card: cards.raw2023,
      read: readBasicLibraries(await opener.open(cards.raw2023), { layout: 'as collected', years: YEARS }),
    },
    {
      edition: '2025',
      card: cards.edition2025,
      read: readIntervalLibraries(await opener.open(cards.edition2025), { isEnglish }),
    },
  ]
  const directories = [cards.nottinghamPostcodes, cards.peterboroughPostcodes]
  const points = await Promise.all(
    directories.map(async (card) => ({ card, read: readPostcodePoints(await opener.open(card), POSTCODE_COLUMNS) })),
  )
  const placed = placeRows(lists.flatMap(rowsOf), register)
  const raw = placed.rows.filter(({ edition }) => edition === '2023-raw')
  const ofEnhanced = withRawCodes(
    placed.rows.filter(({ edition }) => edition === '2023'),
    raw,
  )
  const rows = [...placed.rows.filter(({ edition }) => !edition.startsWith('2023')), ...ofEnhanced.rows]
  const libraries = makeLibraries(matchLibraries(rows), register).sort((a, b) => (a.id < b.id ? -1 : 1))
  const areaCentres = smallAreas.map(({ centre }) => centre)
  const nameOfWard = new Map(features.map(({ properties }) => [properties.ward_code, properties.ward_name]))
  const finder = coordinateFinder(
    rows.filter(({ edition }) => edition === '2023'),
    cards.edition2023.file,
    new Map(points.flatMap(({ read }) => [...read.pointOf])),
    { smallAreas: areaCentres, wardNameAt: (point) => nameOfWard.get(wardAt(point) ?? '') ?? null },
  )
  const evidence = {
    finder,
    centres: postcodeCentres(finder.known, areaCentres),
    ofName: wardsOfName(features, smallAreas, register),
    wardAt,
  }
  const tables = {
    libraries: libraries.map((library) => libraryRow(library, finder, wardAt)),
    places: placesOf(libraries, evidence),
    events: eventRows(libraries),
    editions: editionRows(libraries),
    identity: identityRows(libraries),
  }
  const dataset: BuiltDataset = {
    name: 'libraries',
    title: 'Public libraries in England: the union of their lists, with dated events, 2010 to 2023',
    description:
      'One row a library, matched across the lists of 2016 (with its state on 1 April 2010), 2019, 2021, ' +
      '2022, 2023 and the running register of 2025; what happened to it since 1 April 2010 as dated events. ' +
      'An event is dated by the most precise of the editions that agree with the states of all of them, of ' +
      'equally precise ones by the earliest edition; what others say is kept beside it.',
    licences: [LICENCES.ogl3],
    sources: [
      ...lists.map((list) => opener.describe(list.card, countsOf(list, ofEnhanced.used, libraries))),
      ...points.map(({ card, read }) => opener.describe(card, read.counts)),
    ],
    tables: [
      table(LIBRARIES, tables.libraries),
      table(LIBRARY_PLACES, tables.places),
      table(LIBRARY_EVENTS_TABLE, tables.events),
      table(LIBRARY_EDITION_ENTRIES, tables.editions),
      table(LIBRARY_IDENTITY, tables.identity),
      quality([
        ...lists.flatMap(({ read }) => read.quality),
        ...placed.quality,
        ...ofEnhanced.quality,
        ...finder.quality,
        ...decisionNotes(libraries, tables.libraries),
      ]),
    ],
  }
  const ofPostcodes: readonly string[] = [cards.edition2023.file, ...directories.map(({ file }) => file)]
  const postcodes = {
    postcodes: finder.known,
    centres: evidence.centres,
    wardAt,
    sources: dataset.sources.filter(({ file }) => ofPostcodes.includes(file)),
  }
  return { libraries: dataset, postcodes }
}

interface List {
  readonly edition: LibraryEdition
  readonly card: SourceCard
  readonly read: LibraryList
}

const rowsOf = ({ edition, card, read }: List): EditionRow[] =>
  read.libraries.map((library) => ({ ...library, edition, file: card.file }))

/** The counts of a list: rows that the editions table has, and why the others are not in it. */
function countsOf({ edition, read }: List, usedOfRaw: number, libraries: readonly Library[]) {
  const matched = libraries.flatMap((library) => library.matched.filter(({ row }) => row.edition === edition))
  const aside = (Object.keys(SET_ASIDE) as (keyof typeof SET_ASIDE)[]).map((method) => ({
    reason: SET_ASIDE[method],
    rows: matched.filter((each) => each.method === method).length,
  }))
  const raw =
    edition === '2023-raw'
      ? [{ reason: 'in the enhanced file as well, which takes its words on each year', rows: usedOfRaw }]
      : []
  const setAside = [...read.counts.setAside, ...aside, ...raw]
  return {
    rowsIn: read.counts.rowsIn,
    rowsOut: read.counts.rowsIn - setAside.reduce((sum, { rows }) => sum + rows, 0),
    setAside,
  }
}

function libraryRow(library: Library, finder: CoordinateFinder, wardAt: WardAt): LibraryRow {
  const located =
    finder.printed(library.rows) ?? (library.postcode === null ? null : finder.ofPostcode(library.postcode))
  const { operator2010, statutory2010, statusKnown } = library.timeline
  const rounded = (degrees: number | undefined): number | null =>
    degrees === undefined ? null : Math.round(degrees * 1e6) / 1e6
  return {
    library_id: library.id,
    name: library.name,
    authority_code: library.authorityCode,
    authority_name: library.authorityName,
    type: library.type,
    postcode: library.postcode,
    longitude: rounded(located?.point.longitude),
    latitude: rounded(located?.point.latitude),
    coordinates_from: located?.from ?? null,
    ward_code: located === null ? null : wardAt(located.point),
    operator_2010: operator2010,
    statutory_2010: statutory2010,
    status_known: statusKnown,
  }
}

function eventRows(libraries: readonly Library[]): LibraryEventRow[] {
  return libraries.flatMap((library) =>
    library.timeline.events.map(({ kind, day, operator, editions, disagreement, remark }) => ({
      library_id: library.id,
      kind,
      ...day,
      operator,
      successor_id: kind === 'replaced' ? (successorOf(library, libraries)?.id ?? null) : null,
      editions: [...editions].sort().join(' '),
      disagreement,
      remark: kind === 'transferred' ? null : remark,
    })),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By library, so that the same name and postcode follow each other: the file is half as large as by edition. */
function editionRows(libraries: readonly Library[]): LibraryEditionRow[] {
  return libraries
    .flatMap((library) => library.matched.filter(speaks).map(({ row }) => ({ library_id: library.id, row })))
    .map(({ library_id, row: { edition, row, name, postcode, state, operator, statutory, hours, staffedHours } }) => ({
      library_id,
      edition,
      row,
      name,
      postcode,
      state,
      operator,
      statutory,
      hours,
      staffed_hours: staffedHours,
    }))
    .sort((a, b) => compare(a.library_id, b.library_id) || compare(a.edition, b.edition) || a.row - b.row)
}
