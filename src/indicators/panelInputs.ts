import { internal } from '../errors.js'
import type { Council, CouncilAlias } from '../geography/council.js'
import { type CouncilRegister, type CouncilSuccession, councilRegister } from '../geography/councilRegister.js'
import { type WardRegister, wardRegister } from '../geography/wardRegister.js'
import type { PriceLevelRow } from '../tables/declared/deflators.js'
import type { LsoaRow, WardDeprivationRow, WardRow } from '../tables/declared/wards.js'
import type { PanelInputs, TableReference } from '../panel/indicator.js'
import type { AnyTable } from '../tables/anyTable.js'
import { type CouncilAccounts, councilAccounts } from './councilAccounts.js'
import { type Deflator, deflator } from './realTerms.js'
import { type WardResidents, type WardResidentsRows, wardResidents } from './wardResidents.js'

/** Tables by their references: what a panel is measured from. */
export type PanelTables = Readonly<Record<TableReference, AnyTable>>

/** The tables of the register of councils. */
export const REGISTER_TABLES = ['councils/councils', 'councils/aliases', 'councils/successions'] as const
/** The tables of council spending, budgets, populations and prices. */
export const ACCOUNT_TABLES = [
  ...REGISTER_TABLES,
  'council-spending/outturn',
  'council-spending/totals',
  'council-spending/breaks',
  'council-spending/remarks',
  'council-budgets/budgets',
  'council-budgets/totals',
  'council-populations/populations',
  'deflators/gdp-deflator',
] as const
/** The tables of wards of 2013 and of the residents of their small areas. */
export const RESIDENT_TABLES = [
  'wards/wards',
  'wards/lsoas',
  'wards/lsoa-populations',
  'wards/lsoa-deprivation',
  'wards/ward-deprivation',
] as const

/** Inputs over tables: what is made of them is made once. */
export function panelInputs(tables: PanelTables): PanelInputs {
  const made = new Map<string, unknown>()
  return {
    table: (reference) => {
      const found = tables[reference]
      if (found === undefined) throw internal(`the table ${reference} is not loaded`)
      return found
    },
    once: <Made>(key: string, make: () => Made): Made => {
      if (!made.has(key)) made.set(key, make())
      return made.get(key) as Made
    },
  }
}

/** The rows of a table. */
// The caller states the type of a row, which the declaration of the table gives.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export const rowsIn = <Row extends object>(inputs: PanelInputs, reference: TableReference): readonly Row[] =>
  inputs.once(`rows of ${reference}`, () => inputs.table(reference).objects() as Row[])

/** The register of councils. */
export const registerOf = (inputs: PanelInputs): CouncilRegister =>
  inputs.once('register of councils', () =>
    councilRegister({
      councils: rowsIn<Council>(inputs, 'councils/councils'),
      aliases: rowsIn<CouncilAlias>(inputs, 'councils/aliases'),
      successions: rowsIn<CouncilSuccession>(inputs, 'councils/successions'),
    }),
  )

/** The accounts of councils. */
export const accountsOf = (inputs: PanelInputs): CouncilAccounts =>
  inputs.once('accounts of councils', () =>
    councilAccounts(
      {
        outturn: inputs.table('council-spending/outturn'),
        outturnTotals: inputs.table('council-spending/totals'),
        budgets: inputs.table('council-budgets/budgets'),
        budgetTotals: inputs.table('council-budgets/totals'),
        populations: inputs.table('council-populations/populations'),
        breaks: inputs.table('council-spending/breaks'),
        remarks: inputs.table('council-spending/remarks'),
      },
      registerOf(inputs),
    ),
  )

/** A deflator. */
export const deflatorOf = (inputs: PanelInputs, series: string): Deflator =>
  inputs.once(`deflator ${series}`, () => deflator(rowsIn<PriceLevelRow>(inputs, 'deflators/gdp-deflator'), series))

/** The register of wards of 2013. */
export const wardRegisterOf = (inputs: PanelInputs): WardRegister =>
  inputs.once('register of wards', () => wardRegister(rowsIn<WardRow>(inputs, 'wards/wards')))

/** The residents of wards. */
export const residentsOf = (inputs: PanelInputs): WardResidents =>
  inputs.once('residents of wards', () =>
    wardResidents({
      wards: rowsIn<WardRow>(inputs, 'wards/wards'),
      lsoas: rowsIn<LsoaRow>(inputs, 'wards/lsoas'),
      lsoaPopulations: rowsIn<WardResidentsRows['lsoaPopulations'][number]>(inputs, 'wards/lsoa-populations'),
      lsoaDeprivation: rowsIn<WardResidentsRows['lsoaDeprivation'][number]>(inputs, 'wards/lsoa-deprivation'),
      wardDeprivation: rowsIn<WardDeprivationRow>(inputs, 'wards/ward-deprivation'),
    }),
  )
