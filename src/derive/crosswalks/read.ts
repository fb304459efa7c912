import { readAreaLookup, readOutputAreaPoints, readOutputAreas, readWardBoundaries2025, readWardCodeList } from '../../sources/index.js'
import type { Opener } from '../opener.js'
import { CROSSWALK_SOURCES } from './sources.js'

/** The columns of a list of wards, with the two digits of its year in their names. */
const wardColumns = (year: string) => ({
  code: `WD${year}CD`,
  name: `WD${year}NM`,
  districtCode: `LAD${year}CD`,
  districtName: `LAD${year}NM`,
})

/** Reads the wards of other years, and the output areas of the study cities. */
export async function readCrosswalkFiles(opener: Opener) {
  const cards = CROSSWALK_SOURCES
  const file2024 = await opener.open(cards.wards2024)
  return {
    boundaries2025: await readWardBoundaries2025(await opener.open(cards.boundaries2025)),
    wards2011: readWardCodeList(await opener.open(cards.wards2011), wardColumns('11')),
    wards2015: readWardCodeList(await opener.open(cards.wards2015), wardColumns('15')),
    wards2016: readWardCodeList(await opener.open(cards.wards2016), wardColumns('16')),
    wards2019: readWardCodeList(await opener.open(cards.wards2019), {
      ...wardColumns('19'),
      more: ['CTY19CD', 'CTY19NM', 'RGN19CD', 'RGN19NM'],
    }),
    wards2024: {
      ...readWardCodeList(file2024, {
        code: 'ward24_code',
        name: 'ward24_name',
        districtCode: 'ltla24_code',
        districtName: 'ltla24_name',
      }),
      bestFit: readAreaLookup(file2024, 'lsoa21_code', 'ward24_code').areaOf,
    },
    allCodes: readWardCodeList(await opener.open(cards.allCodes), {
      ...wardColumns(''),
      more: ['SOURCEFILE', 'LADCD_ACTIVE', 'LADNM_ACTIVE', 'RGNCD', 'RGNNM'],
    }),
    outputAreas: readOutputAreas(await opener.open(cards.outputAreas)),
    postcodes: readOutputAreaPoints(await opener.open(cards.postcodes)),
  }
}

/** What {@link readCrosswalkFiles} gives. */
export type CrosswalkFiles = Awaited<ReturnType<typeof readCrosswalkFiles>>
