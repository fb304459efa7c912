import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { entriesOf } from '../../src/cli/indicatorCommands.js'
import { indicatorPage } from '../../src/cli/indicatorPage.js'
import { CATALOGUE } from '../../src/index.js'

const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('docs/indicators.md', root), 'utf8')

it('the page of indicators is that of the catalogue: made by npm run indicators:build', async () => {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
  expect(page).toBe(indicatorPage(await entriesOf(CATALOGUE, version)))
})

it('has every indicator, and links to headings that are there', () => {
  for (const { id } of CATALOGUE) expect(page).toContain(`| \`${id}\` |`)
  const headings = [...page.matchAll(/^##+ (.+)$/gm)].map(([, text = '']) => text.toLowerCase().replaceAll(' ', '-'))
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, link = '']) => link)
  expect(links.filter((link) => !headings.includes(link))).toEqual([])
  expect(new Set(headings).size).toBe(headings.length)
})

it('says of every indicator what a citing reader needs, with at most five key facts', async () => {
  for (const entry of await entriesOf(CATALOGUE, '0.0.0')) {
    expect(entry.keyFacts.length, entry.id).toBeLessThanOrEqual(5)
    for (const text of [entry.description, entry.processing, entry.cannotSay, entry.missingRule, entry.method])
      expect(text, entry.id).toMatch(/\.$/)
    expect(entry.sources.length, entry.id).toBeGreaterThan(0)
    expect(entry.citation, entry.id).toContain(`(${entry.id}). Computed by wardstick 0.0.0 from “`)
  }
})
