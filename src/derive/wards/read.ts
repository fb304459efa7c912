import type { SourceDescriptor } from '../../model/descriptor.js'
import { type Reported, type RowCounts, readAreaLookup, readDistrictPlaces, readLsoaChanges, readLsoaNumbers, readRuralUrbanClasses } from '../../sources/index.js'
import type { SourceCard } from '../catalogue.js'
import type { Opener } from '../opener.js'
import { AGES, type Residents, residentsOfAges } from './populations.js'
import { DEPRIVATION_SOURCES, RESIDENT_SOURCES, WARD_SOURCES } from './sources.js'

/** Reads the look-ups of areas. */
export async function readAreas(opener: Opener) {
  const cards = WARD_SOURCES
  return {
    districts: readDistrictPlaces(await opener.open(cards.districts)),
    ruralUrban: readRuralUrbanClasses(await opener.open(cards.ruralUrban)),
    wards2011: readAreaLookup(await opener.open(cards.wards2011), 'LSOA01CD', 'WD11CD'),
    centres: readLsoaNumbers(await opener.open(cards.centres), {
      code: 'lsoa11cd',
      numbers: { easting: 'X', northing: 'Y' },
    }),
    lsoa2001: readLsoaChanges(await opener.open(cards.lsoa2001), {
      from: 'LSOA01CD',
      to: 'LSOA11CD',
      change: 'CHGIND',
    }),
    lsoa2021: readLsoaChanges(await opener.open(cards.lsoa2021), {
      from: 'lsoa11_code',
      to: 'lsoa21_code',
      change: 'change_code',
    }),
  }
}

const FILE_6 = {
  code: 'LSOA code (2011)',
  numbers: {
    people: 'Total population: mid 2015 (excluding prisoners)',
    aged_0_15: 'Dependent Children aged 0-15: mid 2015 (excluding prisoners)',
    aged_16_59: 'Population aged 16-59: mid 2015 (excluding prisoners)',
    aged_60_plus: 'Older population aged 60 and over: mid 2015 (excluding prisoners)',
  },
} as const
const SINGLE_YEARS = {
  code: 'lsoa11_code',
  numbers: { people: 'total_population', ...Object.fromEntries(AGES.map((age) => [age, age])) } as Readonly<
    Record<string, string>
  >,
}

/** Reads the residents of small areas. */
export async function readResidents(opener: Opener) {
  const cards = RESIDENT_SOURCES
  const mid2015 = readLsoaNumbers(await opener.open(cards.mid2015), FILE_6)
  return {
    mid2015: { residents: mid2015.byLsoa as ReadonlyMap<string, Residents>, counts: mid2015.counts },
    mid2017: await readAges(opener, cards.mid2017),
    mid2020: await readAges(opener, cards.mid2020),
    mid2022: readLsoaNumbers(await opener.open(cards.mid2022), { code: 'lsoacd', numbers: { people: 'population' } }),
  }
}

async function readAges(
  opener: Opener,
  card: SourceCard,
): Promise<{ readonly residents: ReadonlyMap<string, Residents>; readonly counts: RowCounts }> {
  const { byLsoa, counts } = readLsoaNumbers(await opener.open(card), SINGLE_YEARS)
  return { residents: new Map([...byLsoa].map(([code, ages]) => [code, residentsOfAges(ages)])), counts }
}

/** Reads the scores of the indices of deprivation. */
export async function readDeprivation(opener: Opener) {
  const cards = DEPRIVATION_SOURCES
  const imd = { imd: 'IMD_score' } as const
  return {
    imd2004: readLsoaNumbers(await opener.open(cards.imd2004), { code: 'lsoa01_code', numbers: imd }),
    imd2007: readLsoaNumbers(await opener.open(cards.imd2007), { code: 'lsoa01_code', numbers: imd }),
    imd2010: readLsoaNumbers(await opener.open(cards.imd2010), {
      code: 'lsoa01_code',
      numbers: { ...imd, income: 'Income_score' },
    }),
    imd2015: readLsoaNumbers(await opener.open(cards.imd2015), { code: 'lsoa11_code', numbers: imd }),
    imd2019: readLsoaNumbers(await opener.open(cards.imd2019), { code: 'lsoa_code', numbers: { imd: 'IMDScore' } }),
    income2019: readLsoaNumbers(await opener.open(cards.income2019), {
      code: 'lsoa',
      numbers: { incomePercent: 'income_score' },
    }),
  }
}

/** What the descriptor says of the files that were read, in the order of their reading. */
export function describeSources<Name extends string>(
  opener: Opener,
  cards: Readonly<Record<NoInfer<Name>, SourceCard>>,
  read: Readonly<Record<Name, Pick<Reported, 'counts'>>>,
): SourceDescriptor[] {
  return (Object.keys(read) as Name[]).map((name) => opener.describe(cards[name], read[name].counts))
}
