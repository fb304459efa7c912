import { describe, expect, it } from 'vitest'
import { loadRuntime } from '../../../src/render/page/runtime.js'

describe('the script of a page', () => {
  it('is at most 550 kB', async () => {
    const { length } = await loadRuntime()
    expect(length).toBeGreaterThan(300_000)
    expect(length).toBeLessThan(550_000)
  })

  it('carries the licences of what is in it, each once', async () => {
    const [, comment = ''] = /^\/\*!([\s\S]*?)\*\//.exec(await loadRuntime()) ?? []
    for (const part of [
      'vega-interpreter',
      'd3-array',
      'd3-scale-chromatic',
      'dejavu-fonts-ttf',
      'University of Washington Interactive Data Lab',
      'Mike Bostock',
    ])
      expect(comment).toContain(part)
    expect(comment.match(/Neither the name of the copyright holder/g)).toHaveLength(1)
  })

  it('holds nothing that HTML could take for its end', async () => {
    const script = await loadRuntime()
    expect(script).not.toMatch(/<!--|<\/?script/i)
    expect(/^[\x20-\x7E\n\t\r]*$/.test(script.replace(/^\/\*![\s\S]*?\*\//, ''))).toBe(true)
  })
})
