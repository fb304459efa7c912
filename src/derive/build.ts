import { readBudget, readOutturn } from '../sources/index.js'
import { BUDGET_SOURCES, OUTTURN_SOURCES } from './catalogue.js'
import { childrensCentreDataset } from './childrensCentres/dataset.js'
import { councilDataset } from './councils/dataset.js'
import { crosswalkDatasets } from './crosswalks/dataset.js'
import { deflatorDataset } from './deflators/dataset.js'
import { libraryDataset } from './libraries/dataset.js'
import { sourceOpener } from './opener.js'
import type { BuiltDataset } from './package.js'
import { poolDataset } from './pools/dataset.js'
import { populationDataset } from './populations/dataset.js'
import { budgetDataset, spendingDataset } from './spending/dataset.js'
import { sportsHallDataset } from './sportsHalls/dataset.js'
import { wardDataset } from './wards/dataset.js'
import { voluntaryProvisionDataset } from './voluntaryProvision/dataset.js'
import { readSmallAreas } from './wards/smallAreas.js'
import { readWardGeography } from './wards/geography.js'

/**
 * Derives every built-in dataset from the folder of official files.
 *
 * @param sources the folder; the files' places below it are those of the catalogue.
 * @param tell is told what is being done.
 */
export async function buildDatasets(sources: string, onProgress: (what: string) => void): Promise<BuiltDataset[]> {
  const opener = sourceOpener(sources)
  onProgress('ward boundaries')
  const geography = await readWardGeography(opener)
  onProgress('wards')
  const smallAreas = await readSmallAreas(opener, geography)
  const wards = await wardDataset(opener, geography, smallAreas)
  onProgress('crosswalks')
  const crosswalks = await crosswalkDatasets(opener, geography, smallAreas)
  onProgress('outturn returns')
  const outturn = await Promise.all(
    OUTTURN_SOURCES.map(async ({ card, ...edition }) => ({
      file: card.file,
      sheet: edition.sheet,
      read: await readOutturn(await opener.open(card), edition),
    })),
  )
  onProgress('budget returns')
  const budgets = await Promise.all(
    BUDGET_SOURCES.map(async ({ card, ...edition }) => ({
      file: card.file,
      sheet: edition.sheet,
      read: await readBudget(await opener.open(card), edition),
    })),
  )
  onProgress('register of councils')
  const { councils, register } = await councilDataset(opener, [...outturn, ...budgets])
  onProgress('spending')
  const spending = await spendingDataset(opener, outturn, register)
  const budgetData = budgetDataset(opener, budgets, register)
  onProgress('deflators')
  const deflators = await deflatorDataset(opener)
  onProgress('populations')
  const populations = await populationDataset(opener, register)
  onProgress('swimming pools')
  const pools = await poolDataset(opener, geography)
  onProgress('voluntary provision')
  const voluntaryProvision = await voluntaryProvisionDataset(opener, register)
  onProgress('libraries')
  const { libraries, postcodes } = await libraryDataset(opener, register, geography, smallAreas.placed)
  onProgress('sports halls')
  const sportsHalls = await sportsHallDataset(opener, geography)
  onProgress('children’s centres')
  const childrensCentres = await childrensCentreDataset(opener, register, postcodes)
  return [
    councils,
    spending,
    budgetData,
    deflators,
    populations,
    wards,
    ...crosswalks,
    pools,
    libraries,
    voluntaryProvision,
    sportsHalls,
    childrensCentres,
  ]
}
