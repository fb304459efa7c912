import { expect, it } from 'vitest'
import { render } from '../../src/render/index.js'
import { CHART_CASES, FORMS, SIZES } from '../support/chartCases.js'
import { textFaults, textsOf } from '../support/svgTexts.js'

const LAYOUTS = ['wide', 'narrow'] as const
/** Numbers at both ends that leave a phone no room for what lies between are refused, and not drawn over each other. */
const REFUSED = ['slope, a hundred million, narrow', 'slope, negative alone, narrow', 'slope, below one, narrow']
const NO_FIGURES = ['accessByTenth', 'siteTimeline', 'siteMap']

const cases = Object.entries(CHART_CASES).flatMap(([chart, draw]) =>
  Object.entries(SIZES)
    .map(([size, figures], i) => ({ chart, draw, size, figures, form: FORMS[i % FORMS.length] ?? {} }))
    .slice(0, NO_FIGURES.includes(chart) ? 1 : undefined),
)

it.each(cases)('the texts of $chart lie inside the picture and apart from each other: $size', async (each) => {
  for (const layout of LAYOUTS) {
    const draw = () => each.draw(each.figures, each.form, layout)
    if (REFUSED.includes(`${each.chart}, ${each.size}, ${layout}`)) {
      expect(draw).toThrow('its labels leave no room for the plot; give it shorter ones')
      continue
    }
    const svg = await render(draw(), 'svg')
    expect(textsOf(svg).texts.length).toBeGreaterThan(5)
    expect(textFaults(svg), layout).toEqual([])
  }
})
