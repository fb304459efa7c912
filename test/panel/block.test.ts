import { describe, expect, it } from 'vitest'
import type { Provenance } from '../../src/index.js'
import { BlockWriter } from '../../src/panel/block.js'
import { frozen } from '../support/frozen.js'
import { headerOf } from '../support/panel.js'

const observed: Provenance = frozen({ status: 'observed', owner: 'ward', notes: [] } as const)
const writer = (places = 3) => new BlockWriter(headerOf(), places, ['2009-10', '2010-11'])

describe('a block of cells', () => {
  it('has a cell for every place and period, the periods of a place beside each other', () => {
    const made = writer()
    expect([made.cell(0, 0), made.cell(0, 1), made.cell(1, 0), made.cell(2, 1)]).toEqual([0, 1, 2, 5])
    expect(made.finish().values).toHaveLength(6)
    expect(made.finish().known).toHaveLength(6)
  })

  it('keeps what is written, a missing number as none, and marks what was never written', () => {
    const made = writer()
    made.write(2, 0, observed)
    made.write(5, null, { ...observed, status: 'missing' })
    const { values, known, provenances } = made.finish()
    expect([...values]).toEqual([Number.NaN, Number.NaN, 0, Number.NaN, Number.NaN, Number.NaN])
    expect([...known]).toEqual([0, 0, 1, 0, 0, 2])
    expect(provenances).toEqual([observed, { ...observed, status: 'missing' }])
  })

  it('keeps what cells share once, whether it is one object or another alike', () => {
    const made = writer()
    made.write(0, 1, observed)
    made.write(1, 1, observed)
    made.write(2, 1, { ...observed })
    made.write(3, 1, { ...observed, comparable: false })
    made.write(4, 1, { ...observed, basis: 'budget' })
    made.write(5, 1, { ...observed, notes: ['dates-by-year'] })
    expect([...made.finish().known]).toEqual([1, 1, 1, 2, 3, 4])
    made.write(0, 1, { ...observed, owner: 'council' })
    made.write(1, 1, { ...observed, comparable: false })
    made.write(2, 1, { ...observed, notes: ['dates-by-year', 'water-of-some'] })
    expect([...made.finish().known]).toEqual([5, 2, 6, 2, 3, 4])
  })

  it('has room for bounds from the first that is written on', () => {
    const made = writer()
    expect(made.finish()).toMatchObject({ lower: null, upper: null })
    made.bound(1, 2, 3)
    made.bound(4, 0, 1)
    const { lower, upper } = made.finish()
    expect([...(lower ?? [])]).toEqual([Number.NaN, 2, Number.NaN, Number.NaN, 0, Number.NaN])
    expect([...(upper ?? [])]).toEqual([Number.NaN, 3, Number.NaN, Number.NaN, 1, Number.NaN])
  })

  it('keeps the breaks of each place', () => {
    const steps = frozen([{ from: '2010-11', note: 'population-rebased' } as const])
    const made = writer()
    made.breaks(1, steps)
    expect(made.finish().steps).toEqual([[], steps, []])
  })
})
