import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../.config/release.mjs', import.meta.url))
let folder = ''
const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
const commit = (): string => {
  git('add', '.')
  return git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'a')
}
const release = () => spawnSync(process.execPath, [script, '--dry-run'], { cwd: folder, encoding: 'utf8' })

/** A repository in which version 1.2.0 can be released. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardstick-release-'))
  git('init', '-q')
  write('package.json', '{ "version": "1.2.0" }')
  write('package-lock.json', '{ "version": "1.2.0" }')
  write('CITATION.cff', 'title: a\nversion: 1.2.0\n')
  write('CHANGELOG.md', '# Changelog\n\n## 1.2.0\n\n- One thing.\n\n## 1.1.0\n\n- Another.\n')
  commit()
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('npm run release -- --dry-run', () => {
  it('says what it would run and what is left to do by hand, and writes nothing', () => {
    const before = readdirSync(folder)
    const { status, stdout, stderr } = release()
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/would run: npm test\nwould run: npm run test:package\nwould run: npm pack\n/)
    expect(stdout).toMatch(/git tag -a v1\.2\.0 [\s\S]*npm publish wardstick-1\.2\.0\.tgz/)
    expect(readdirSync(folder)).toEqual(before)
  })

  it('refuses a tree that is not clean', () => {
    write('new.txt', '')
    expect(release()).toMatchObject({ status: 1, stderr: 'not ready: the tree is not clean:\n?? new.txt\n' })
  })

  it.each([
    ['package-lock.json', '{ "version": "1.1.0" }'],
    ['CITATION.cff', 'version: 1.1.0\n'],
  ])('refuses another version in %s', (file, text) => {
    write(file, text)
    commit()
    expect(release()).toMatchObject({
      status: 1,
      stderr: `not ready: ${file} has version 1.1.0, package.json has 1.2.0\n`,
    })
  })

  it.each([
    ['# Changelog\n\n## 1.1.0\n\n- Another.\n', "begins with '1.1.0', not with a section '## 1.2.0'"],
    ['# Changelog\n\n## 1.2.0\n\n## 1.1.0\n\n- Another.\n', 'says nothing of 1.2.0'],
  ])('refuses a changelog that does not tell of the version', (text, what) => {
    write('CHANGELOG.md', text)
    commit()
    expect(release()).toMatchObject({ status: 1, stderr: `not ready: CHANGELOG.md ${what}\n` })
  })

  it('refuses a version that was released', () => {
    git('tag', 'v1.2.0')
    expect(release()).toMatchObject({
      status: 1,
      stderr: 'not ready: the tag v1.2.0 is there already: set a new version\n',
    })
  })
})

it('the scripts that CONTRIBUTING.md names are there', () => {
  const root = new URL('../../', import.meta.url)
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...readFileSync(new URL('CONTRIBUTING.md', root), 'utf8').matchAll(/`npm run ([\w:]+)/g)]
  expect(named.length).toBeGreaterThan(5)
  expect(named.map(([, name = '']) => name).filter((name) => scripts[name] === undefined)).toEqual([])
})
