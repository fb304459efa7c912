import { afterAll, describe, expect, it } from 'vitest'
import type { VegaLiteSpec } from '../../src/charts/index.js'
import { drawingPool, render, renderAll } from '../../src/render/index.js'
import { drawChart, memoise } from '../../src/render/drawing.js'

const spec = (title: string, change: object = {}): VegaLiteSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title: { text: title, subtitle: [] },
  description: title,
  data: { values: [{ x: 1 }] },
  mark: 'point',
  encoding: { x: { field: 'x', type: 'quantitative' } },
  ...change,
})

describe('a pool of threads that draw', () => {
  const pool = drawingPool(2)
  afterAll(() => pool.close())

  it('draws what is drawn without it, in the order in which it was asked', async () => {
    const specs = ['one', 'two', 'three'].map((title) => spec(title))
    const inThreads = await Promise.all(specs.map(pool.draw))
    const here = await Promise.all(specs.map(drawChart))
    expect(inThreads.map(({ name }) => name)).toEqual(['one', 'two', 'three'])
    expect(JSON.stringify(inThreads)).toBe(JSON.stringify(here))
  })

  it('passes on what is wrong with a chart, and goes on', async () => {
    await expect(pool.draw(spec('wrong', { mark: 'nonsense' }))).rejects.toMatchObject({
      name: 'InputError',
      code: 'bad-chart',
      message: expect.stringContaining("chart 'wrong': ") as unknown,
    })
    await expect(pool.draw(spec('fetching', { data: { url: 'file:///etc/passwd' } }))).rejects.toMatchObject({
      code: 'bad-chart',
    })
    expect((await pool.draw(spec('right'))).svg).toContain('<svg')
  })

  it(
    'refuses what cannot be passed to a thread as a fault of the chart, and a number of threads that ' + 'is none',
    async () => {
      await expect(pool.draw(spec('odd', { data: { values: [{ x: () => 1 }] } }))).rejects.toMatchObject({
        code: 'bad-chart',
      })
      for (const threads of [0, -1, Number.NaN, 1.5])
        expect(() => drawingPool(threads)).toThrow('threads of a drawing pool')
    },
  )

  it('refuses what is asked after it was closed', async () => {
    const closed = drawingPool(1)
    await closed.close()
    await expect(closed.draw(spec('too late'))).rejects.toThrow('the threads that draw charts were closed')
  })

  it('fails what is still asked when it is closed', async () => {
    const short = drawingPool(1)
    const asked = short.draw(spec('late'))
    await Promise.all([expect(asked).rejects.toThrow('the threads that draw charts were closed'), short.close()])
  })
})

it('a drawing that is remembered is made once for each chart', async () => {
  let drawn = 0
  const draw = memoise((each) => {
    drawn += 1
    return drawChart(each)
  })
  const one = spec('one')
  expect((await draw(one)).svg).toBe((await draw(one)).svg)
  await draw({ ...one })
  expect(drawn).toBe(2)
})

it('several charts are drawn as each alone, with one font that holds the letters of all', async () => {
  const specs = [spec('Éa'), spec('b')]
  const both = await renderAll(specs, { scale: 1 })
  const withoutFont = (svg: string): string => svg.replace(/<style>.*?<\/style>/, '')
  for (const [i, each] of specs.entries()) {
    expect(withoutFont(both[i]?.svg ?? '')).toBe(withoutFont(await render(each, 'svg')))
    expect(both[i]?.png).toEqual(await render(each, 'png', { scale: 1 }))
  }
  const fonts = both.map(({ svg }) => /<style>(.*?)<\/style>/.exec(svg)?.[1])
  expect(fonts[0]).toBe(fonts[1])
})
