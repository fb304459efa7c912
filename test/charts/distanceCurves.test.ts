import { table } from 'arquero'
import { describe, expect, it } from 'vitest'
import { GREY, MOST_STEPS, PALETTE, PAPER, STEP_GRID, distanceCurves } from '../../src/charts/index.js'
import { CHART_WORDS as words, dataOf, expectDrawn, keyOf, notesOf } from '../support/charts.js'
import { frozen } from '../support/frozen.js'
import { contrast } from '../support/vegaLite.js'

const rows = frozen([
  { distance_m: 1500, residents: 100 },
  { distance_m: 800, residents: 150 },
  { distance_m: 800, residents: 50 },
  { distance_m: null, residents: 100 },
])
const steps = (spec: object): unknown[][] => (dataOf(spec)['steps'] ?? []).map(({ metres, share }) => [metres, share])

describe('distance curves', () => {
  it('are valid and drawn without a warning', async () => {
    await expectDrawn((layout) =>
      distanceCurves(
        {
          lines: [
            { name: '2010', rows },
            {
              name: '2023',
              points: [
                { distance_m: 500, share: 20 },
                { distance_m: 4000, share: 90 },
              ],
            },
          ],
        },
        words,
        layout,
      ),
    )
  })

  it('rise at each distance by the share of residents who live at it, whatever order they come in', () => {
    expect(steps(distanceCurves({ lines: [{ name: '2010', rows }] }, words))).toEqual([
      [0, 0],
      [800, 50],
      [1500, 75],
      [1500, 75],
    ])
  })

  it('begin with those who live at the site', () => {
    expect(
      steps(
        distanceCurves(
          {
            lines: [
              {
                name: '2010',
                rows: [
                  { distance_m: 0, residents: 1 },
                  { distance_m: 10, residents: 3 },
                ],
              },
            ],
          },
          words,
        ),
      ),
    ).toEqual([
      [0, 25],
      [10, 100],
      [10, 100],
    ])
  })

  it('say how many residents have no site that they can reach', () => {
    expect(notesOf(distanceCurves({ lines: [{ name: '2010', rows }] }, words))).toContain(
      '2010: 25.0 % of residents have no site that they can reach; the curve ends below 100 %.',
    )
    expect(notesOf(distanceCurves({ lines: [{ name: '2010', rows: rows.slice(0, 3) }] }, words))).not.toContain('reach')
  })

  it('end where the axis does, and say how many live further', () => {
    const spec = distanceCurves({ lines: [{ name: '2010', rows }], farthest: 1000 }, words)
    expect(steps(spec)).toEqual([
      [0, 0],
      [800, 50],
      [1000, 50],
    ])
    expect(notesOf(spec)).toContain('2010: 25.0 % of residents live further from a site than the axis reaches.')
  })

  it('are marked at the reference distances that the axis holds', () => {
    const spec = distanceCurves({ lines: [{ name: '2010', rows }] }, words)
    expect(dataOf(spec)['marks']?.map(({ told }) => told)).toEqual(['2010, within 1 km: 50.0 %'])
    expect(keyOf(spec)).toEqual(['2010', 'at 1 km'])
    expect(keyOf(distanceCurves({ lines: [{ name: '2010', rows }], references: [] }, words))).toEqual(['2010'])
  })

  it('of many steps are drawn on a grid, exact at each of its distances, with a note', () => {
    const many = Array.from({ length: 2000 }, (_, i) => ({ distance_m: i + 0.5, residents: 1 }))
    const spec = distanceCurves({ lines: [{ name: 'England', rows: many }] }, words)
    // Of 2,000 residents 50 live within 50 m, 100 within 100 m.
    expect(steps(spec).slice(0, 3)).toEqual([
      [0, 0],
      [50, 2.5],
      [100, 5],
    ])
    expect(steps(spec).at(-1)).toEqual([1999.5, 100])
    expect(many.length).toBeGreaterThan(MOST_STEPS)
    expect(notesOf(spec)).toContain(`England: 2,000 steps, drawn at every ${STEP_GRID} m.`)
  })

  it('take tables of residents and points', () => {
    expect(
      steps(
        distanceCurves(
          {
            lines: [
              { name: 'a', rows: table({ distance_m: [5], residents: [2] }) },
              { name: 'b', points: table({ distance_m: [5], share: [60] }) },
            ],
          },
          words,
        ),
      ),
    ).toEqual([
      [0, 0],
      [5, 100],
      [5, 100],
      [0, 0],
      [5, 60],
      [5, 60],
    ])
  })

  it.each([
    ['no curve', { lines: [] }, 'it has 0 curves; give one to 4'],
    [
      'five curves',
      { lines: Array.from({ length: 5 }, () => ({ name: 'a', rows })) },
      'it has 5 curves; give one to 4',
    ],
    ['nobody', { lines: [{ name: 'a', rows: [{ distance_m: 1, residents: 0 }] }] }, "the curve 'a' has no residents"],
    ['no points', { lines: [{ name: 'a', points: [] }] }, "the curve 'a' has no points"],
    [
      'points that fall',
      {
        lines: [
          {
            name: 'a',
            points: [
              { distance_m: 1, share: 5 },
              { distance_m: 2, share: 4 },
            ],
          },
        ],
      },
      "point 2 of the curve 'a' is not further than the one before, or has a lower share",
    ],
    [
      'a negative distance',
      { lines: [{ name: 'a', rows: [{ distance_m: -1, residents: 5 }] }] },
      "row 1, field 'distance_m' is -1",
    ],
    [
      'nobody who reaches a site',
      { lines: [{ name: 'a', rows: [{ distance_m: null, residents: 5 }] }] },
      'its axis would reach to 0 m; give a distance above 0',
    ],
  ])('refuse %s', (_, curves, message) => {
    expect(() => distanceCurves(curves, words)).toThrow(message)
  })

  it('use colours that stand out from the paper by 3 to 1; dashes and marks tell curves apart too', () => {
    for (const colour of [PALETTE.darkBlue, PALETTE.darkPink, PALETTE.turquoise, GREY.text, GREY.line])
      expect(contrast(colour, PAPER)).toBeGreaterThanOrEqual(3)
  })

  it('says of nobody that they have no site when parts of residents do not add up exactly', () => {
    // 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 in doubles.
    const parts = [
      { distance_m: 300, residents: 0.1 },
      { distance_m: 200, residents: 0.2 },
      { distance_m: 100, residents: 0.3 },
    ]
    const spec = distanceCurves({ lines: [{ name: '2010', rows: parts }] }, words)
    expect(steps(spec).at(-1)).toEqual([300, 100])
    expect(JSON.stringify(spec)).not.toContain('no site')
  })
})
