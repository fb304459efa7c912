import { describe, expect, it } from 'vitest'
import { loadDescriptor } from '../../src/datasets/index.js'
import { citationOf, indicator } from '../../src/index.js'
import { indicatorEntry } from '../../src/indicators/indicatorEntry.js'

const TERMS = { version: '9.9.9' }

describe('what a reader needs who quotes an indicator', () => {
  it('is its words, its coverage and its sources with the edition of every file', async () => {
    const descriptors = [await loadDescriptor('voluntary-provision'), await loadDescriptor('pools')]
    expect(indicatorEntry(indicator('voluntary-provision/amount'), descriptors, TERMS)).toMatchSnapshot()
  })

  it('is quoted with publisher, title, id, version, tables, licence and attribution', async () => {
    const descriptors = [await loadDescriptor('voluntary-provision'), await loadDescriptor('pools')]
    expect(citationOf(indicator('voluntary-provision/amount'), descriptors, TERMS)).toMatchSnapshot()
    expect(citationOf(indicator('voluntary-provision/amount'), [], TERMS)).toBe(
      'Children’s services through voluntary providers (voluntary-provision/amount). ' +
        'Computed by wardstick 9.9.9 from voluntary-provision.',
    )
  })
})
