import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
  version: string
  files: string[]
}

it('the README shows what npm start really prints', () => {
  const shown = /```text\n([\s\S]*?)\n\.\.\.\n```/.exec(readme)?.[1] ?? ''
  const out = mkdtempSync(join(tmpdir(), 'wardstick-readme-'))
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'study', 'aspley', '--format', 'json', '--out', out],
    { encoding: 'utf8' },
  )
  rmSync(out, { recursive: true })
  expect(shown.length).toBeGreaterThan(500)
  expect(stdout.startsWith(shown)).toBe(true)
})

it('the commands of the README exist', () => {
  expect(readme).toMatch(/```sh\nnpm start\n```[\s\S]*```sh\nnpm test\n```/)
  expect(manifest.scripts['start']).toContain('.config/setup.mjs')
  expect(manifest.scripts['test']).toContain('.config/setup.mjs')
})

it.each([
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/danfo.md',
  'docs/exchange.md',
  'docs/glossary.md',
  'docs/identity.md',
  'docs/indicators.md',
  'docs/panel.md',
  'data/LICENCES.md',
])('the links of %s lead somewhere', (file) => {
  const links = [...readFileSync(join(root, file), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
    (match) => match[1] ?? '',
  )
  for (const link of links) expect(existsSync(join(root, file, '..', link)), link).toBe(true)
})

it('the citation and the changelog speak of this version', () => {
  expect(readFileSync(join(root, 'CITATION.cff'), 'utf8')).toContain(`version: ${manifest.version}\n`)
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${manifest.version}\n`)
})
