import { describe, expect, it } from 'vitest'
import { spread } from '../../src/charts/spread.js'

describe('labels are spread', () => {
  it('and stay where they are when none falls on another', () => {
    expect(spread([50, 10, 90], [20, 20, 20], [0, 100])).toEqual([50, 10, 90])
  })

  it('each as little as the others let it, in their order', () => {
    expect(spread([50, 50, 51], [10, 10, 10], [0, 100])).toEqual(
      [40.333333333333336, 50.333333333333336, 60.333333333333336].map((place) => expect.closeTo(place, 9) as number),
    )
  })

  it('and keep within the room, also with labels of different sizes', () => {
    expect(spread([98, 99], [10, 20], [0, 100])).toEqual([75, 90])
    expect(spread([1, 2], [10, 20], [0, 100])).toEqual([5, 20])
  })

  it('from the first place on where they do not fit', () => {
    expect(spread([5, 5, 5], [10, 10, 10], [0, 20])).toEqual([5, 15, 25])
  })

  it('from a room that does not begin at 0', () => {
    expect(spread([5, 6], [10, 10], [100, 200])).toEqual([105, 115])
  })
})
