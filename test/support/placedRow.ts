import type { PlacedRow } from '../../src/derive/libraries/editions.js'
import { UNSAID } from '../../src/sources/libraries/printedLibrary.js'

let next = 1

/** A row of a library list with what a test says of it. */
export function placedRow(given: Partial<PlacedRow> & Pick<PlacedRow, 'edition' | 'name'>): PlacedRow {
  return {
    ...UNSAID,
    row: next++,
    authority: 'Nottingham',
    address: '',
    postcode: null,
    file: given.edition,
    eCode: 'E3001',
    group: 'E3001',
    state: 'open',
    ...given,
  }
}
