import { type MockInstance, afterEach, beforeEach, expect, vi } from 'vitest'

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const
let spies: MockInstance[] = []

beforeEach(() => {
  spies = METHODS.map((method) => vi.spyOn(console, method))
})

afterEach(() => {
  METHODS.forEach((method, i) => expect(spies[i]?.mock.calls, `stray console.${method}`).toEqual([]))
})
