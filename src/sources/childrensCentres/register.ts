import type { CentreType } from '../../model/childrensCentre.js'
import { csvReader } from '../csvReader.js'
import type { Reader } from '../reader.js'
import { TYPES, postcodeIn, typeIn } from './cells.js'

/** A children’s centre as one list of the register has it. */
export interface RegisteredCentre {
  readonly urn: string
  readonly name: string
  /** The council as the list names it, with the number that the Department for Education gives it. */
  readonly council: string
  readonly dfeNumber: string
  readonly type: CentreType
  readonly opened: string | null
  readonly postcode: string | null
}

/**
 * Reads a list of open children’s centres as Get Information About Schools (EduBase) gives it, of any date.
 *
 * Addresses are not given out, nor are the people whom some editions name.
 *
 * @example
 * import { childrensCentreRegisterReader, collectRecords } from 'wardstick/sources'
 * const text =
 *   'URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),' +
 *   'OpenDate,Postcode\n' +
 *   "20001,873,Cambridgeshire,The Starship Children's Centre,Children's Centre,Open,18-12-2009,CB23 8DY\n"
 * const file = { name: 'edubase.csv', bytes: new TextEncoder().encode(text) }
 * const { records } = await collectRecords(childrensCentreRegisterReader, file)
 * records[0]?.council // => 'Cambridgeshire'
 */
export const childrensCentreRegisterReader: Reader<RegisteredCentre> = csvReader({
  id: 'gias-childrens-centres',
  title: 'Get Information About Schools: open children’s centres, England',
  columns: {
    urn: { label: 'URN', type: 'string', needed: true, pattern: /\d+/ },
    name: { label: 'EstablishmentName', type: 'string', needed: true },
    dfe: { label: 'LA (code)', type: 'string', needed: true, pattern: /\d{3}/ },
    council: { label: 'LA (name)', type: 'string', needed: true },
    type: { label: 'TypeOfEstablishment (name)', type: 'string', needed: true, allowed: TYPES },
    status: { label: 'EstablishmentStatus (name)', type: 'string', needed: true, allowed: ['Open'] },
    opened: { label: 'OpenDate', type: 'date' },
    postcode: { label: 'Postcode', type: 'string' },
  },
  signature: ['urn', 'name', 'type', 'opened'],
  isOne: ({ type }) => type !== null,
  keyOf: ({ urn }) => urn,
  records:
    () =>
    ({ urn, name, council, dfe, type, opened, postcode }, row) => ({
      urn,
      name,
      council,
      dfeNumber: dfe,
      type: typeIn(type),
      opened,
      postcode: postcodeIn(postcode, (rule) => row.note(rule, 'postcode')),
    }),
})
