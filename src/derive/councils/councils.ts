import { internal } from '../../errors.js'
import type { Council, CouncilAliasRow, CouncilSuccession } from '../../tables/declared/councils.js'
import type { CouncilClass } from '../../model/spending.js'
import {
  type AuthorityRow,
  type CouncilReturn,
  type QualityEntry,
  QualityReport,
  type RegisteredCouncil,
} from '../../sources/index.js'
import { comparableLabel } from '../../values/text.js'
import { CHANGED_GSS_CODES } from './changedCodes.js'
import { CHANGED_E_CODES, CHANGES_OF_2009 } from './structuralChanges2009.js'

const DAY_OF_2009 = '2009-04-01'
const CHANGED = new Map(CHANGED_GSS_CODES.map((change) => [change.eCode, change]))
const REGION_NAMES: Readonly<Record<string, string>> = {
  NE: 'North East',
  NW: 'North West',
  YH: 'Yorkshire and The Humber',
  EM: 'East Midlands',
  WM: 'West Midlands',
  EE: 'East of England',
  L: 'London',
  SE: 'South East',
  SW: 'South West',
}
/** Where the register says that one council replaced another and an Order says that it replaced a part of it. */
const DIVIDED: ReadonlyMap<string, { readonly successors: readonly string[]; readonly source: string }> = new Map([
  [
    'E1221',
    {
      successors: ['E1203', 'E1204'],
      source:
        'Bournemouth, Dorset and Poole (Structural Changes) Order 2018 (SI 2018/648): Christchurch, in Dorset ' +
        'county, passed to another council',
    },
  ],
])

/** What councils are made from. */
export interface CouncilInputs {
  /** Name of the register's file, for the quality report. */
  readonly file: string
  readonly registry: readonly RegisteredCouncil[]
  readonly names: readonly { readonly name: string; readonly registerCode: string }[]
  readonly returns: readonly CouncilReturn<string>[]
}

/** The three tables of the council register, and what its making met. */
export interface CouncilTables {
  readonly councils: readonly Council[]
  readonly aliases: readonly CouncilAliasRow[]
  readonly successions: readonly CouncilSuccession[]
  readonly quality: readonly QualityEntry[]
}

/**
 * Makes the register of councils: every authority of the finance returns that is a council, with what the register of
 * local authorities knows of it and what the Orders of 2008 say of those that the register leaves out.
 */
export function buildCouncils(inputs: CouncilInputs): CouncilTables {
  const printed = printedCouncils(inputs.returns)
  const registered = matchRegistry(printed, inputs.registry)
  const eCodeOf = new Map([...registered].map(([eCode, row]) => [row['local-authority-code'], eCode]))
  const successions = [...successionsOf2009(), ...laterSuccessions(registered, eCodeOf)].sort(
    (a, b) =>
      a.date.localeCompare(b.date) ||
      a.predecessor_e_code.localeCompare(b.predecessor_e_code) ||
      a.successor_e_code.localeCompare(b.successor_e_code),
  )
  const started = new Map(successions.map((row) => [row.successor_e_code, row.date]))
  const ended = new Map(successions.map((row) => [row.predecessor_e_code, row.date]))
  const countyOfArea = new Map(
    [...printed.values()].filter((council) => council.class === 'SC').map(({ eCode }) => [areaOfECode(eCode), eCode]),
  )
  const councils = [...printed.values()].map((council): Council => {
    const row = registered.get(council.eCode)
    return {
      e_code: council.eCode,
      gss_code: CHANGED.get(council.eCode)?.latest ?? row?.['gss-code'] ?? null,
      name: row?.['nice-name'] ?? council.names[0] ?? council.eCode,
      class: council.class,
      region: REGION_NAMES[council.region ?? ''] ?? row?.region ?? '',
      county_e_code: council.class === 'SD' ? (countyOfArea.get(areaOfECode(council.eCode)) ?? null) : null,
      start_date: started.get(council.eCode) ?? null,
      end_date: ended.get(council.eCode) ?? null,
    }
  })
  return {
    councils: councils.sort((a, b) => a.e_code.localeCompare(b.e_code)),
    aliases: aliases(printed, registered, inputs.names),
    successions,
    quality: registryNotes(printed, registered, eCodeOf, inputs.file),
  }
}

/** What was met in the register of local authorities, and what was done about it. */
function registryNotes(
  printed: ReadonlyMap<string, PrintedCouncil>,
  registered: ReadonlyMap<string, RegisteredCouncil>,
  eCodeOf: ReadonlyMap<string, string>,
  file: string,
): QualityEntry[] {
  const report = new QualityReport({ file })
  for (const { eCode, names, region } of printed.values()) {
    const row = registered.get(eCode)
    const name = names[0] ?? eCode
    const county = eCodeOf.get(row?.['county-la'] ?? '')
    if (county !== undefined && areaOfECode(county) !== areaOfECode(eCode))
      report.note('county-of-another-area', 'the county whose e-code begins alike is used', {
        column: 'county-la',
        value: `${name} (${eCode}): ${county}`,
      })
    const official = REGION_NAMES[region ?? '']
    if (row?.region != null && official !== undefined && row.region !== official)
      report.note('region-differs-from-returns', `the returns’ ${official} is used`, {
        column: 'region',
        value: `${name} (${eCode}): ${row.region}`,
      })
    if (row === undefined)
      report.note(
        'council-not-in-register',
        'taken from the finance returns and the Structural Changes Orders of 2008',
        { column: 'ecode', value: `${name} (${eCode})` },
      )
    const changed = CHANGED.get(eCode)
    if (changed !== undefined && changed.latest !== row?.['gss-code'])
      report.note('gss-code-of-before', `${changed.latest} is used, its code since ${changed.from}`, {
        column: 'gss-code',
        value: `${name} (${eCode}): ${row?.['gss-code'] ?? ''}`,
      })
    if (row?.ecode === null)
      report.note('no-e-code-in-register', 'matched by the GSS code that the returns print', {
        column: 'ecode',
        value: `${name} (${eCode})`,
      })
  }
  for (const [eCode, { source }] of DIVIDED)
    report.note('register-names-one-successor', `divided among several: ${source}`, {
      column: 'replaced-by',
      value: eCode,
    })
  const rows = [...registered.values()]
  const lastDays = rows.filter((row) => row['end-date']?.endsWith('-03-31')).length
  const unused = rows.filter((row) => row['start-date'] !== null && !row['start-date'].endsWith('-04-01')).length
  report.note('last-day-as-end-date', 'read as the 1 April after, the first day without the council', {
    column: 'end-date',
    count: lastDays,
  })
  report.note('start-date-of-no-reorganisation', 'not used: only the reorganisations since 2007 begin a council', {
    column: 'start-date',
    count: unused,
  })
  return [...report.reported.quality]
}

/**
 * The first two digits of an e-code number the shire, metropolitan or London area: a district shares them with its
 * county.
 */
const areaOfECode = (eCode: string): string => eCode.slice(0, 3)

/** The e-code that a council keeps, where a return prints one that it later gave up. */
export function lastingECode(eCode: string): string {
  return CHANGED_E_CODES.get(eCode) ?? eCode
}

interface PrintedCouncil {
  readonly eCode: string
  readonly class: CouncilClass
  readonly names: string[]
  readonly gssCodes: Set<string>
  region: string | null
}

function printedCouncils(returns: readonly CouncilReturn<string>[]): Map<string, PrintedCouncil> {
  const councils = new Map<string, PrintedCouncil>()
  const isCouncil = (row: AuthorityRow<string>): row is AuthorityRow<string> & { class: CouncilClass } =>
    row.class !== 'O'
  for (const row of returns.flatMap(({ authorities }) => authorities).filter(isCouncil)) {
    const eCode = lastingECode(row.eCode)
    const council = councils.get(eCode) ?? {
      eCode,
      class: row.class,
      names: [],
      gssCodes: new Set(),
      region: row.region,
    }
    if (council.class !== row.class)
      throw internal(`${row.name} (${eCode}) is of class ${council.class} in one return and ${row.class} in another`)
    if (!council.names.includes(row.name)) council.names.push(row.name)
    if (row.gssCode !== null) council.gssCodes.add(row.gssCode)
    council.region ??= row.region
    councils.set(eCode, council)
  }
  return councils
}

function matchRegistry(
  printed: ReadonlyMap<string, PrintedCouncil>,
  registry: readonly RegisteredCouncil[],
): Map<string, RegisteredCouncil> {
  const byECode = new Map(registry.filter((row) => row.ecode !== null).map((row) => [row.ecode, row]))
  const byGss = new Map(registry.map((row) => [row['gss-code'], row]))
  const matched = new Map<string, RegisteredCouncil>()
  const abolishedIn2009 = new Set(
    CHANGES_OF_2009.flatMap(({ county, successors }) => [county, ...successors.flatMap(({ districts }) => districts)]),
  )
  for (const { eCode, names, gssCodes } of printed.values()) {
    const row = byECode.get(eCode) ?? [...gssCodes].map((code) => byGss.get(code)).find(Boolean)
    if (row !== undefined) matched.set(eCode, row)
    else if (!abolishedIn2009.has(eCode))
      throw internal(`${names[0] ?? ''} (${eCode}) is neither in the register nor among the councils abolished in 2009`)
  }
  return matched
}

function successionsOf2009(): CouncilSuccession[] {
  return CHANGES_OF_2009.flatMap(({ order, county, successors }) =>
    successors.flatMap(({ eCode, districts }) =>
      [county, ...districts].map((predecessor): CouncilSuccession => ({
        predecessor_e_code: predecessor,
        successor_e_code: eCode,
        date: DAY_OF_2009,
        extent: predecessor === county && successors.length > 1 ? 'part' : 'whole',
        source: order,
      })),
    ),
  )
}

function laterSuccessions(
  registered: ReadonlyMap<string, RegisteredCouncil>,
  eCodeOf: ReadonlyMap<string, string>,
): CouncilSuccession[] {
  return [...registered].flatMap(([eCode, row]) => {
    if (row['replaced-by'] === null || row['end-date'] === null) return []
    const divided = DIVIDED.get(eCode)
    const successors =
      divided?.successors ??
      row['replaced-by'].split(',').map((code) => {
        const successor = eCodeOf.get(code.trim())
        if (successor === undefined)
          throw internal(
            `the register says that ${row['nice-name']} was replaced by ${code}, which no finance return has`,
          )
        return successor
      })
    const date = reorganisationDay(row['end-date'])
    const source = divided?.source ?? 'mySociety register of local authorities'
    return successors.map((successor): CouncilSuccession => ({
      predecessor_e_code: eCode,
      successor_e_code: successor,
      date,
      extent: successors.length > 1 ? 'part' : 'whole',
      source,
    }))
  })
}

/**
 * The 1 April of a reorganisation: the register gives the last day of some councils and the first day without others.
 */
function reorganisationDay(endDate: string): string {
  if (endDate.endsWith('-04-01')) return endDate
  if (endDate.endsWith('-03-31')) return `${endDate.slice(0, 4)}-04-01`
  throw internal(`a council ended on ${endDate}, which is neither 31 March nor 1 April`)
}

const aliasOf = (
  e_code: string,
  kind: CouncilAliasRow['kind'],
  alias: string,
  { start_date = null, end_date = null }: Partial<Pick<CouncilAliasRow, 'start_date' | 'end_date'>> = {},
): CouncilAliasRow => ({ e_code, kind, alias, start_date, end_date })

/** The GSS codes of a council, with the days of those that changed. */
function gssCodes(eCode: string, row: RegisteredCouncil | undefined): CouncilAliasRow[] {
  const registered = [row?.['gss-code'], ...(row?.['former-gss-codes']?.split(',') ?? [])].flatMap((code) => code ?? [])
  const changed = CHANGED.get(eCode)
  if (changed === undefined && registered.length > 1)
    throw internal(`the days of the codes ${registered.join(' and ')} of one council are not known`)
  return changed === undefined
    ? registered.map((code) => aliasOf(eCode, 'gss_code', code))
    : [
        aliasOf(eCode, 'gss_code', changed.former, { end_date: changed.from }),
        aliasOf(eCode, 'gss_code', changed.latest, { start_date: changed.from }),
      ]
}

function aliases(
  printed: ReadonlyMap<string, PrintedCouncil>,
  registered: ReadonlyMap<string, RegisteredCouncil>,
  names: readonly { readonly name: string; readonly registerCode: string }[],
): CouncilAliasRow[] {
  const found: CouncilAliasRow[] = []
  for (const council of printed.values()) {
    const eCode = council.eCode
    const row = registered.get(eCode)
    const add = (kind: CouncilAliasRow['kind'], ...texts: (string | null | undefined)[]): void => {
      for (const alias of texts)
        if (alias != null && alias.trim() !== '') found.push(aliasOf(eCode, kind, alias.trim()))
    }
    add('name', ...council.names, row?.['official-name'], row?.['nice-name'])
    add(
      'name',
      ...names.filter(({ registerCode }) => registerCode === row?.['local-authority-code']).map(({ name }) => name),
    )
    found.push(...gssCodes(eCode, row))
    add('ons_code', row?.snac)
    add('register_code', row?.['local-authority-code'])
  }
  const unique = new Map(found.map((alias) => [`${alias.e_code}|${alias.kind}|${comparableLabel(alias.alias)}`, alias]))
  return [...unique.values()].sort(
    (a, b) => a.e_code.localeCompare(b.e_code) || a.kind.localeCompare(b.kind) || (a.alias < b.alias ? -1 : 1),
  )
}
