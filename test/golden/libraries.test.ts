import { beforeAll, describe, expect, it } from 'vitest'
import { CORRECTIONS, JOINS, REPLACEMENTS } from '../../src/derive/libraries/decisions.js'
import { nameCore } from '../../src/derive/libraries/names.js'
import type {
  LibraryEditionRow,
  LibraryEventRow,
  LibraryIdentityRow,
  LibraryRow,
} from '../../src/tables/declared/libraries.js'
import { rowsOfTable } from '../support/data.js'
import { realLists } from '../support/libraries.js'
import { describeOnSources } from '../support/sources.js'

/* Figures of the library lists (the project's checks), tested on the committed union of them. */

let libraries: readonly LibraryRow[]
let events: ReadonlyMap<string, readonly LibraryEventRow[]>
let editions: ReadonlyMap<string, readonly LibraryEditionRow[]>
let identity: readonly LibraryIdentityRow[]
/** Rows that are of a library without telling its state. */
let aside: ReadonlyMap<string, readonly LibraryIdentityRow[]>
beforeAll(async () => {
  libraries = await rowsOfTable('libraries', 'libraries')
  events = grouped(await rowsOfTable('libraries', 'events'))
  editions = grouped(await rowsOfTable('libraries', 'editions'))
  identity = await rowsOfTable('libraries', 'identity')
  aside = grouped(identity.filter(({ decision }) => decision === 'set aside'))
})

function grouped<Row extends { readonly library_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.library_id, [...(groups.get(row.library_id) ?? []), row])
  return groups
}

const eventsOf = (id: string) => events.get(id) ?? []
const dated = (id: string) =>
  eventsOf(id).map(
    ({ kind, earliest, latest, precision }) =>
      `${kind} ${precision === 'year' ? earliest.slice(0, 4) : `${earliest} to ${latest}`}`,
  )
const of = (authority: string) => libraries.filter(({ authority_code }) => authority_code === authority)
const library = (id: string): LibraryRow => {
  const found = libraries.find(({ library_id }) => library_id === id)
  if (found === undefined) throw new Error(`no library ${id}`)
  return found
}
const hoursIn = (id: string) =>
  Object.fromEntries(
    (editions.get(id) ?? []).filter(({ hours }) => hours !== null).map(({ edition, hours }) => [edition, hours]),
  )

/** The last event that certainly has happened decides; without one it is open, unless it is yet to open. */
function isOpen(id: string, day: string): boolean {
  const past = eventsOf(id)
    .filter(({ latest, kind }) => latest <= day && !['transferred', 'moved'].includes(kind))
    .at(-1)
  if (past !== undefined) return past.kind === 'opened' || past.kind === 'reopened'
  return !eventsOf(id).some(({ kind }) => kind === 'opened')
}

const NOTTINGHAM = 'E06000018'
const PETERBOROUGH = 'E06000031'

describe('libraries of Nottingham', () => {
  it('has 19 rows in the list of 2023, and three more that were replaced', () => {
    expect(of(NOTTINGHAM).length).toBe(22)
    expect(
      of(NOTTINGHAM).filter(({ library_id }) => editions.get(library_id)?.some(({ edition }) => edition === '2023'))
        .length,
    ).toBe(19)
  })

  it(
    'closed four: Wilford 2010, Bakersfield and Sneinton 2017, Wells Road 2019; replaced three; opened Dales ' +
      'Centre in 2017',
    () => {
      const all = of(NOTTINGHAM).flatMap(({ library_id }) =>
        eventsOf(library_id)
          .filter(({ kind }) => kind !== 'transferred')
          .map(({ kind, earliest }) => `${library_id.slice(10)} ${kind} ${earliest.slice(0, 4)}`),
      )
      expect(all.filter((text) => text.includes(' closed '))).toEqual([
        'bakersfield closed 2017',
        'sneinton closed 2017',
        'wells-road closed 2019',
        'wilford closed 2010',
      ])
      expect(all.filter((text) => text.includes('replaced'))).toEqual([
        'bulwell replaced 2012',
        'hyson-green-ng76be replaced 2015',
        'st-anns replaced 2012',
      ])
      expect(all.filter((text) => text.includes('opened'))).toEqual([
        'bulwell-riverside opened 2012',
        'dales-centre opened 2017',
        'hyson-green opened 2015',
        'st-anns-valley opened 2012',
        'strelley-road reopened 2018',
      ])
      expect(eventsOf(`${NOTTINGHAM}/hyson-green-ng76be`)[0]?.successor_id).toBe(`${NOTTINGHAM}/hyson-green`)
    },
  )

  it(
    'Strelley Road, in Aspley ward, was shut from 2015 to 2018: one library, never opened in 2018, ' + 'never closed',
    () => {
      expect(
        libraries.filter(({ library_id }) => library_id.includes('strelley')).map(({ library_id }) => library_id),
      ).toEqual([`${NOTTINGHAM}/strelley-road`])
      expect(dated(`${NOTTINGHAM}/strelley-road`)).toEqual(['temporarily-closed 2015', 'reopened 2018'])
      expect(library(`${NOTTINGHAM}/strelley-road`)).toMatchObject({
        postcode: 'NG8 3BJ',
        ward_code: 'E05001823',
        statutory_2010: true,
        status_known: true,
      })
      expect(editions.get(`${NOTTINGHAM}/strelley-road`)?.map(({ postcode }) => postcode)).toContain('NG8 3AP')
    },
  )

  it(
    'Aspley library was open and council-run in every edition, 40 hours in 2016 and 2023 and 44 by the ' +
      'intervals between',
    () => {
      const id = `${NOTTINGHAM}/aspley`
      expect(eventsOf(id)).toEqual([])
      expect(
        new Set(
          editions
            .get(id)
            ?.filter(({ edition }) => edition !== '2021')
            .map(({ state, operator }) => `${state ?? ''} ${operator ?? ''}`),
        ),
      ).toEqual(new Set(['open council']))
      expect(hoursIn(id)).toEqual({ '2016': 40, '2019': 44, '2022': 44, '2023': 40, '2025': 44 })
      expect(library(id)).toMatchObject({ ward_code: 'E05001823', operator_2010: 'council' })
    },
  )

  it('Central moved from Angel Row to Carrington Street between the lists of 2022 and 2023', () => {
    expect(dated(`${NOTTINGHAM}/nottingham-central`)).toEqual(['moved 2023-01-01 to 2023-12-31'])
  })
})

describe('libraries of Peterborough', () => {
  it('has 12 rows in the list of 2023, ten of them static, none closed, all commissioned out by 2016', () => {
    const listed = of(PETERBOROUGH).filter(({ library_id }) =>
      editions.get(library_id)?.some(({ edition }) => edition === '2023'),
    )
    expect(listed.map(({ type }) => type).sort()).toEqual(['archive', 'mobile', ...Array<string>(10).fill('static')])
    expect(
      listed.filter(({ library_id }) =>
        eventsOf(library_id).some(({ kind }) => kind === 'closed' || kind === 'replaced'),
      ),
    ).toEqual([])
    expect(
      new Set(
        listed.flatMap(
          ({ library_id }) =>
            editions.get(library_id)?.flatMap(({ edition, operator }) => (edition === '2016' ? [operator] : [])) ?? [],
        ),
      ),
    ).toEqual(new Set(['commissioned']))
    expect(
      of(PETERBOROUGH)
        .filter(({ library_id }) => eventsOf(library_id).some(({ kind }) => kind === 'replaced'))
        .map(({ library_id }) => library_id.slice(10)),
    ).toEqual(['hampton-pe78be', 'orton-pe25rq'])
  })
})

describe('events', () => {
  it('have an interval, in order, and begin after 1 April 2010 unless the year alone is known', () => {
    const all = [...events.values()].flat()
    expect(all.filter(({ earliest, latest }) => earliest > latest)).toEqual([])
    expect(
      all
        .filter(({ earliest, precision }) => earliest <= '2010-04-01' && precision !== 'year')
        .map(({ library_id }) => library_id),
    ).toEqual([])
    for (const own of events.values())
      expect(own.map(({ latest }) => latest)).toEqual(own.map(({ latest }) => latest).sort())
  })

  it('of a library that is open after its year of closing are a closing and a reopening', () => {
    expect(dated('E09000022/carnegie-herne-hill')).toEqual(['temporarily-closed 2016', 'reopened 2018'])
    expect(dated('E09000005/kensal-rise')).toEqual(['closed 2011', 'reopened 2012-01-01 to 2019-12-31'])
  })

  it('that an edition prints of its own future are kept with their year', () => {
    const future = [...events.values()].flat().filter(({ kind, earliest }) => kind === 'closed' && earliest >= '2024')
    expect(
      future.map(({ library_id, precision, editions: said }) => [library_id, precision, said].join(' ')),
    ).toContain('E08000013/garswood year 2023')
  })

  it('on which editions disagree keep what the others say', () => {
    expect(
      eventsOf('E08000025/west-heath').map(({ kind, earliest, disagreement }) => [
        kind,
        earliest.slice(0, 4),
        disagreement,
      ]),
    ).toEqual([
      ['temporarily-closed', '2013', '2022: closed; 2023: closed'],
      ['closed', '2016', '2019: 2014; 2025: 2014'],
    ])
  })

  it(
    'name the successor of 114 or more of the 115 replaced libraries: 111 of the 114 that the list of 2016 calls so ' +
      '(Seahouses, Wednesfield and Whittlesey went on as one library), and four of which later lists say it in words',
    () => {
      const replaced = [...events.values()].flat().filter(({ kind }) => kind === 'replaced')
      const known = replaced.filter(({ successor_id }) => successor_id !== null)
      expect([replaced.length, known.length >= 113]).toEqual([115, true])
      expect(
        known.filter(
          ({ library_id, successor_id }) =>
            library(successor_id ?? '').authority_code !== library(library_id).authority_code,
        ),
      ).toEqual([])
    },
  )
})

describe('stock of static libraries', () => {
  const open = (day: string) => libraries.filter(({ type, library_id }) => type === 'static' && isOpen(library_id, day))

  it('by the union and its dates: open on 1 April 2010 and on 31 December 2023, of known status and not', () => {
    const count = (day: string, known: boolean) => open(day).filter(({ status_known }) => status_known === known).length
    expect([count('2010-04-01', true), count('2010-04-01', false)]).toEqual([3065, 31])
    expect([count('2023-12-31', true), count('2023-12-31', false)]).toEqual([2868, 17])
  })

  it(
    'counts 3,035 statutory ones in 2010 and 2,572 in 2023, where the enhanced list alone gives 3,011 and 2,660 ' +
      'with two counties twice',
    () => {
      expect(open('2010-04-01').filter(({ statutory_2010 }) => statutory_2010 === true).length).toBe(3035)
      const statutory2023 = open('2023-12-31').filter(({ library_id }) =>
        editions.get(library_id)?.some(({ edition, statutory }) => edition === '2023' && statutory === true),
      )
      expect(statutory2023.length).toBe(2572)
    },
  )
})

describeOnSources('the stock against the enhanced list of 2023', () => {
  it('differs from its own 3,128 and 2,949 by rows printed twice, libraries it dates otherwise or lacks', async () => {
    const { lists } = await realLists()
    const rowOf = new Map(
      [...editions.values()]
        .flat()
        .filter(({ edition }) => edition === '2023')
        .map((row) => [row.row, row.library_id]),
    )
    const listed = lists['2023'].libraries.filter(({ type }) => type === 'static')
    const open2010 = listed.filter(
      ({ opened, years }) =>
        opened === null || opened.date < '2010' || (opened.date < '2011' && years[0]?.statutory === true),
    )
    const open2023 = listed.filter(({ operator }) => operator !== null)
    const account = (rows: typeof listed, day: string) => {
      const ids = rows.map(({ row }) => rowOf.get(row))
      const once = ids.filter((id) => id !== undefined)
      const inUnion = libraries
        .filter(({ type, library_id }) => type === 'static' && isOpen(library_id, day))
        .map(({ library_id }) => library_id)
      const inList = new Set(listed.map(({ row }) => rowOf.get(row)))
      const more = inUnion.filter((id) => !once.includes(id))
      return {
        listed: rows.length,
        printedTwice: ids.length - once.length,
        notOpenByTheUnion: once.filter((id) => !inUnion.includes(id)).length,
        openByTheUnionAlone: more.filter((id) => inList.has(id)).length,
        notInTheList: more.filter((id) => !inList.has(id)).length,
        union: inUnion.length,
      }
    }
    expect(account(open2010, '2010-04-01')).toEqual({
      listed: 3128,
      printedTwice: 85,
      notOpenByTheUnion: 97,
      openByTheUnionAlone: 57,
      notInTheList: 93,
      union: 3128 - 85 - 97 + 57 + 93,
    })
    expect(account(open2023, '2023-12-31')).toEqual({
      listed: 2949,
      printedTwice: 75,
      notOpenByTheUnion: 9,
      openByTheUnionAlone: 0,
      notInTheList: 20,
      union: 2949 - 75 - 9 + 20,
    })
  }, 120_000)
})

describe('one library is one library', () => {
  /*
   * Sets of rows found by an independent reader of the lists to be of one library: name and postcode of each address.
   */
  const SETS: readonly (readonly [what: string, code: string, names: readonly (readonly [string, string])[]])[] = [
    ['Walcot, Swindon', 'E06000030', [['Walcot Library', 'SN3 3BL']]],
    ['Wheatsheaf, Rochdale', 'E08000005', [['Wheatsheaf Library', 'OL16 1JZ']]],
    [
      'North Harrow',
      'E09000015',
      [
        ['North Harrow', 'HA1 4HN'],
        ['North Harrow Community', 'HA1 4HN'],
      ],
    ],
    [
      'Bearsted, Kent',
      'E10000016',
      [
        ['Bearsted Library', 'ME14 4DN'],
        ['Bearsted Library', 'ME14 4PH'],
      ],
    ],
    [
      'Chatteris',
      'E10000003',
      [
        ['Chatteris Library', 'PE16 6DY'],
        ['Chatteris Community Hub', 'PE16 6DY'],
      ],
    ],
    [
      'Holbeach',
      'E10000019',
      [
        ['Holbeach', 'PE12 7LL'],
        ['Holbeach Community Hub Library', 'PE12 7AD'],
      ],
    ],
    [
      'Burgh le Marsh',
      'E10000019',
      [
        ['Burgh le Marsh', 'PE24 5JS'],
        ['Burgh le Marsh Community Hub Library', 'PE24 5LA'],
      ],
    ],
    [
      'Welton',
      'E10000019',
      [
        ['Welton', 'LN2 3JJ'],
        ['Welton Community Hub Library', 'LN2 3PA'],
      ],
    ],
    [
      'Par',
      'E06000052',
      [
        ['Par Library', 'PL24 2AH'],
        ['Par Community Library', 'PL24 2PB'],
      ],
    ],
    [
      'Wednesfield',
      'E08000031',
      [
        ['Wednesfield Library', 'WV11 1SR'],
        ['Wednesfield Library', 'WV11 1XT'],
      ],
    ],
    [
      'Stoke City Central',
      'E06000021',
      [
        ['City Central Library (Hanley)', 'ST1 3RS'],
        ['City Central Library', 'ST1 4FD'],
      ],
    ],
  ]
  const idsOf = (code: string, name: string, postcode: string): string[] =>
    [...editions, ...aside]
      .flatMap(([, rows]) => [...rows])
      .filter((row) => row.library_id.startsWith(code) && row.name === name && row.postcode === postcode)
      .map(({ library_id }) => library_id)

  it.each(SETS)('%s has one id', (_, code, names) => {
    const found = names.map(([name, postcode]) => idsOf(code, name, postcode))
    expect(found.filter((ids) => ids.length === 0)).toEqual([])
    expect(new Set(found.flat()).size).toBe(1)
  })

  it('no two static libraries of one core name and postcode in one authority are open on one day', () => {
    const isStatic = new Set(libraries.filter(({ type }) => type === 'static').map(({ library_id }) => library_id))
    const authorityOf = new Map(libraries.map(({ library_id, authority_code }) => [library_id, authority_code]))
    const rows = [...editions.values()]
      .flat()
      .filter(({ library_id, postcode }) => postcode && isStatic.has(library_id))
    const alike = new Map<string, Set<string>>()
    for (const { library_id, name, postcode } of rows) {
      const key = [authorityOf.get(library_id), nameCore(name), postcode].join('|')
      alike.set(key, (alike.get(key) ?? new Set()).add(library_id))
    }
    const pairs = [...alike.values()].filter(({ size }) => size > 1)
    const days = ['2010-04-01', ...[...events.values()].flat().map(({ latest }) => latest)].filter(
      (day) => day < '2024',
    )
    const openTwice = pairs.flatMap((ids) =>
      [...new Set(days)]
        .filter((day) => [...ids].filter((id) => isOpen(id, day)).length > 1)
        .map((day) => [...ids, day]),
    )
    expect(openTwice).toEqual([])
    expect(pairs.length).toBeGreaterThan(5)
    const explained = new Set(
      identity.filter(({ decision }) => decision === 'two libraries').map((row) => row.library_id),
    )
    expect(pairs.flatMap((ids) => [...ids]).filter((id) => !explained.has(id))).toEqual([])
  })

  it('a library that moved did not close at the address that it left', () => {
    const moved = identity.filter(({ rule }) => rule === 'former address').map(({ library_id }) => library_id)
    const closedToo = [...new Set(moved)].filter((id) => eventsOf(id).some(({ kind }) => kind === 'closed'))
    expect(new Set(moved).size).toBeGreaterThan(30)
    expect(closedToo).toEqual([])
    expect([...new Set(moved)].filter((id) => !eventsOf(id).some(({ kind }) => kind === 'moved'))).toEqual([])
  })

  it('what no list of 2016 has was open in 2010 only if another list says so, or its authority is in none', () => {
    const unlisted = libraries.filter(
      ({ type, library_id }) =>
        type === 'static' &&
        isOpen(library_id, '2010-04-01') &&
        ![...(editions.get(library_id) ?? []), ...(aside.get(library_id) ?? [])].some(
          ({ edition }) => edition === '2016',
        ),
    )
    expect(
      unlisted.filter(({ statutory_2010 }) => statutory_2010 !== true).map(({ library_id }) => library_id),
    ).toEqual([
      'E06000053/st-marys', // Isles of Scilly: not in the list of 2016
      'E08000010/orrell', // closed in 2010: before or after 1 April is not known
    ])
    expect(unlisted.map(({ library_id }) => library_id.slice(10)).sort()).toEqual([
      'dalston-link',
      'highfield', // in the list of 2016 as the book collection that followed
      'orrell',
      'paddington-childrens',
      'south-kirkby',
      'st-marys',
      'woolston',
    ])
  })
})

describe('what is no library', () => {
  it('is no static one: book collections and book drops, a prison, archives, a support unit, private libraries', () => {
    const byId = new Map(libraries.map(({ library_id, type }) => [library_id, type]))
    const is = (type: string) => libraries.filter((each) => each.type === type)
    expect(
      is('static').filter(({ name }) => /book collection|book drop|support unit|\bprison\b|^HM ?P/i.test(name)),
    ).toEqual(libraries.filter(({ library_id }) => library_id === 'E06000063/st-bees-book-drop'))
    expect(is('book collection').length).toBe(31)
    expect(
      ['E06000057/prison', 'E08000002/bury-archives', 'E10000012/support-unit', 'E08000021/lit-and-phil'].map((id) =>
        byId.get(id),
      ),
    ).toEqual(['prison', 'archive', 'other', 'other'])
  })

  it('closed when it became one: St Bees, a book drop since April 2016', () => {
    expect(eventsOf('E06000063/st-bees-book-drop').map(({ kind, earliest }) => `${kind} ${earliest}`)).toEqual([
      'closed 2016-04-01',
    ])
  })
})

describeOnSources('the decisions by hand', () => {
  it('name rows that the lists have, under the names that they print', async () => {
    const { rows } = await realLists()
    const named = [
      ...JOINS.flatMap(({ rows: pair }) => [...pair]),
      ...REPLACEMENTS.flatMap(({ old, by }) => [old, by]),
      ...CORRECTIONS.map(({ row }) => row),
    ]
    const printed = new Set(rows.map(({ edition, row, name }) => `${edition} ${row} ${name}`))
    expect(named.filter(({ edition, row, name }) => !printed.has(`${edition} ${row} ${name}`))).toEqual([])
  }, 120_000)

  it('each join two rows that are of one library then, and of two without it', () => {
    const ids = ({ edition, row }: { readonly edition: string; readonly row: number }) =>
      [...editions.values(), ...aside.values()]
        .flat()
        .filter((each) => each.edition === edition && each.row === row)
        .map(({ library_id }) => library_id)
    for (const { rows: pair } of JOINS) expect(new Set(pair.flatMap(ids)).size).toBe(1)
  })
})
