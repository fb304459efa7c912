import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/sources/index.js'

const source = new URL('../../src/sources/', import.meta.url)
const text = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'rules.ts')
  .map((file) => readFileSync(new URL(file, source), 'utf8'))
  .join('\n')

describe('the rules of readers', () => {
  it.each(Object.keys(RULES))('%s is used by a reader', (id) => {
    expect(text).toContain(`'${id}'`)
  })

  it.each(Object.entries(RULES))('%s says in words what it means, what is done and what to do', (_, rule) => {
    expect(rule.meaning).toMatch(/^[a-z][^.]+$/)
    expect(rule.done).toMatch(/^[a-z][^.]+$/)
    expect(rule.remedy).toMatch(/^[A-Z].+\.$/)
  })
})
