import { beforeAll, describe, expect, it } from 'vitest'
import type { Council } from '../../src/geography/index.js'
import { existsOn } from '../../src/geography/index.js'
import { COUNCIL_SETS, coreCities } from '../../src/geography/councilSets.js'
import { studyData } from '../support/data.js'

let councils: readonly Council[]
beforeAll(async () => {
  ;({
    register: { councils },
  } = await studyData())
})

describe('sets of councils', () => {
  it('have as many councils as England had after the reorganisation of 2009', () => {
    // Department for Communities and Local Government: 27 counties, 201 districts, 36 metropolitan districts, 33 London
    // boroughs with the City, 56 unitary authorities with the Isles of Scilly.
    const count = ({ has }: (typeof COUNCIL_SETS)[number]) =>
      councils.filter((council) => existsOn(council, '2010-04-01') && has(council)).length
    expect(COUNCIL_SETS.map((set) => [set.id, count(set)])).toEqual([
      ['single-tier', 125],
      ['unitary-authorities', 56],
      ['metropolitan-districts', 36],
      ['london-boroughs', 33],
      ['shire-counties', 27],
      ['shire-districts', 201],
      ['core-cities', 8],
    ])
  })

  it('name the core cities of England', () => {
    expect(
      councils
        .filter(coreCities.has)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      ...[
        'Birmingham',
        'City of Bristol',
        'Leeds',
        'Liverpool',
        'Manchester',
        'Newcastle upon Tyne',
        'Nottingham',
        'Sheffield',
      ],
    ])
  })
})
