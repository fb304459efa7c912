import { describe, expect, it } from 'vitest'
import { progressOn } from '../../src/cli/progress.js'

const stream = (isTTY: boolean) => {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

describe('progress', () => {
  it('shows each step on one line of a terminal and wipes it, also when the work fails', async () => {
    const terminal = stream(true)
    await expect(
      progressOn(terminal).during((step) => {
        step('measuring')
        return Promise.reject(new Error('no'))
      }),
    ).rejects.toThrow('no')
    expect(terminal.written).toEqual(['\r\u001b[Kmeasuring ...', '\r\u001b[K'])
  })

  it('is silent where no person looks', async () => {
    const pipe = stream(false)
    const work = (step: (what: string) => void): Promise<number> => {
      step('measuring')
      return Promise.resolve(5)
    }
    expect(await progressOn(pipe).during(work)).toBe(5)
    expect(pipe.written).toEqual([])
  })
})
