import { englishAuthority, placeRows } from '../../src/derive/libraries/authorities.js'
import type { PlacedRow } from '../../src/derive/libraries/editions.js'
import type { LibraryEdition } from '../../src/model/amenity.js'
import { LIBRARY_SOURCES } from '../../src/derive/libraries/sources.js'
import type { CouncilRegister } from '../../src/geography/councilRegister.js'
import {
  type LibraryList,
  readBasicLibraries,
  readIntervalLibraries,
  readLibraries2016,
  readLibraries2021,
} from '../../src/sources/index.js'
import { studyData } from './data.js'
import { sourceFile } from './sources.js'

const YEARS = [2010, 2016, 2019, 2021, 2022, 2023] as const

/** The real library lists, read. */
export interface RealLists {
  readonly lists: Readonly<Record<LibraryEdition, LibraryList>>
  readonly register: CouncilRegister
  /** All rows under their authorities. */
  readonly rows: readonly PlacedRow[]
}

let lists: Promise<RealLists> | undefined

/** The real library lists, read once a test file. */
export const realLists = (): Promise<RealLists> => (lists ??= collectRecords())

async function collectRecords(): Promise<RealLists> {
  const { register } = await studyData()
  const isEnglish = englishAuthority(register)
  const cards = LIBRARY_SOURCES
  const read: Readonly<Record<LibraryEdition, LibraryList>> = {
    '2016': readLibraries2016(await sourceFile(cards.edition2016.file)),
    '2019': readIntervalLibraries(await sourceFile(cards.edition2019.file), { isEnglish }),
    '2021': readLibraries2021(await sourceFile(cards.edition2021.file)),
    '2022': readBasicLibraries(await sourceFile(cards.edition2022.file), {
      layout: 'as collected',
      years: YEARS.slice(0, -1),
    }),
    '2023': readBasicLibraries(await sourceFile(cards.edition2023.file), { layout: 'enhanced', years: YEARS }),
    '2023-raw': readBasicLibraries(await sourceFile(cards.raw2023.file), { layout: 'as collected', years: YEARS }),
    '2025': readIntervalLibraries(await sourceFile(cards.edition2025.file), { isEnglish }),
  }
  const rows = (Object.entries(read) as [LibraryEdition, LibraryList][]).flatMap(([edition, list]) =>
    list.libraries.map((library) => ({ ...library, edition, file: edition })),
  )
  return { lists: read, register, rows: placeRows(rows, register).rows }
}
