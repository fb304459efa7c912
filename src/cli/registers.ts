import { type DataLocation, loadTables } from '../datasets/index.js'
import { WardstickError } from '../errors.js'
import type { CouncilRegister } from '../geography/councilRegister.js'
import type { WardRegister } from '../geography/wardRegister.js'
import {
  type PanelTables,
  REGISTER_TABLES,
  panelInputs,
  registerOf,
  wardRegisterOf,
} from '../indicators/panelInputs.js'

/** The registers of places, and the tables that they are made of. */
export interface Registers {
  readonly councils: CouncilRegister
  readonly wards: WardRegister
  readonly tables: PanelTables
}

/** Loads the registers of councils and of the wards of 2013. */
export async function loadRegisters(location: DataLocation): Promise<Registers> {
  const tables = await loadTables([...REGISTER_TABLES, 'wards/wards'], location)
  const inputs = panelInputs(tables)
  return { councils: registerOf(inputs), wards: wardRegisterOf(inputs), tables }
}

/** Whether a register finds a name, or several places of it. */
export function finds(resolve: () => unknown): boolean {
  try {
    resolve()
    return true
  } catch (error) {
    if (error instanceof WardstickError) return error.code === 'ambiguous-place'
    throw error
  }
}
