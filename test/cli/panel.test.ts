import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PANEL_FIELDS } from '../../src/panel/rows.js'
import { fromParquet, parseTable } from '../../src/tables/index.js'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardstick-panel-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const wardstick = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return { status, stdout, stderr }
}
const culture = (...args: string[]) => wardstick('panel', '--indicators', 'culture/real-per-head', ...args)
const inFolder = (name: string): string => join(folder, name)

describe('wardstick panel', () => {
  it('prints figures with unit and status, and how many rows there are', () => {
    // £126.09 and £84.20: Revenue Outturn, net current expenditure on culture over mid-year population, by hand.
    const { status, stdout, stderr } = culture('--councils', 'Nottingham', '--periods', '2009-10,2014-15')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(
      /\nNottingham {2}culture\/real-per-head {2}2009-10 +£126\.09 {2}GBP per head at 2023-24 prices /,
    )
    expect(stdout).toMatch(/2014-15 +£84\.(19|20) .*\n\n2 rows; --out panel\.csv writes/)
  })

  it('prints at most 40 rows', () => {
    const { stdout } = culture('--council', 'Nottingham', '--periods', '2007-08..2017-18')
    expect(stdout.split('\n').filter((line) => line.includes('culture/real-per-head'))).toHaveLength(40)
    expect(stdout).toContain('40 of 220 rows;')
  })

  it('knows names that have commas, members, wards within their council, and names what it left out', () => {
    const names = ['--councils', 'Bournemouth, Christchurch and Poole,Leeds', '--wards', 'Aspley,Bulwell']
    const args = ['--council', 'Nottingham', ...names, '--periods', '2019-20', '--json']
    const { stdout } = wardstick('panel', '--indicators', 'voluntary-provision,people', ...args)
    const { places, indicators, leftOut } = JSON.parse(stdout) as {
      places: { name: string }[]
      indicators: { id: string }[]
      leftOut: { indicator: string; why: string }[]
    }
    expect(places.map(({ name }) => name)).toEqual([
      'Aspley',
      'Bulwell',
      'Bournemouth, Christchurch and Poole',
      'Leeds',
    ])
    expect(indicators.map(({ id }) => id)).toEqual(['people/residents'])
    expect(leftOut.map(({ indicator }) => indicator)).toEqual([
      'voluntary-provision/amount',
      'voluntary-provision/share-of-expenditure',
    ])
    expect(leftOut[0]?.why).toMatch(/from 2008-09 to 2013-14; no later return has the column: bring the council’s own/)
  })

  it('writes CSV with its descriptor, Parquet and JSON, and replaces what was there', async () => {
    writeFileSync(inFolder('Panel.csv'), 'old')
    const asked = ['--councils', 'core-cities', '--periods', '2007-08..2017-18', '--out']
    expect(culture(...asked, 'Panel.csv').stdout).toBe(
      'Written: Panel.csv, 88 rows (indicators 1, places 8, periods 11)\nIts columns: Panel.resource.json\n',
    )
    const csv = readFileSync(inFolder('Panel.csv'), 'utf8')
    const descriptor = JSON.parse(readFileSync(inFolder('Panel.resource.json'), 'utf8')) as object
    expect(descriptor).toMatchObject({ name: 'panel', path: 'Panel.csv', rows: 88, bytes: Buffer.byteLength(csv) })
    const rows = parseTable(csv, PANEL_FIELDS, { file: 'Panel.csv' }).objects()
    expect(JSON.parse(culture(...asked, 'panel.parquet', '--json').stdout)).toMatchObject({
      written: ['panel.parquet'],
      rows: 88,
    })
    expect((await fromParquet(readFileSync(inFolder('panel.parquet')))).objects()).toEqual(rows)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it.runIf(process.platform !== 'win32')('leaves no file when it is interrupted', { timeout: 60_000 }, async () => {
    const args = ['panel', '--indicators', 'culture', '--wards', 'england', '--periods', '2007-08..2022-23']
    const run = spawn(process.execPath, [main, ...args, '--out', 'interrupted.csv'], { cwd: folder, stdio: 'ignore' })
    const ended = new Promise<NodeJS.Signals | null>((resolve) => run.once('exit', (_, signal) => resolve(signal)))
    const isWriting = (): boolean => readdirSync(folder).some((name) => name.startsWith('.interrupted.csv.new-'))
    // The first of these files is the trial whether it can be written.
    for (let seen = 0; seen < 20 && run.exitCode === null; seen = isWriting() ? seen + 1 : 0)
      await new Promise((resume) => setTimeout(resume, 2))
    run.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
    expect(readdirSync(folder).filter((name) => name.includes('interrupted'))).toEqual([])
  })

  it.each([
    [
      ['--england', '--periods', '2009'],
      /^--periods: '2009' is not allowed\. Allowed: a financial year such as 2009-10/,
    ],
    [['--periods', '2009-10'], /^No places: give --wards, --council, --councils or --england\./],
    [
      ['--councils', 'single-teir', '--periods', '2009-10'],
      /^--councils: 'single-teir' is not allowed\. Did you mean 'single-tier'\?/,
    ],
    [['--england', '--periods', '2009-10', '--out', 'x.xlsx'], /^ending of --out: '\.xlsx' is not allowed\./],
    [
      ['--england', '--periods', '2009-10', '--out', 'none/x.csv'],
      /^cannot write to none\/x\.csv: the folder .* is missing/,
    ],
    [['--england', '--periods', '2009-10', '--out', 'folder.csv'], /^cannot write to folder\.csv: it is a folder/],
    [
      ['--england', '--periods', '1995-96'],
      /^The indicator culture\/real-per-head is not available for 1995-96: .* from 2007-08/,
    ],
  ])('refuses %j with exit code 2', (args, message) => {
    mkdirSync(inFolder('folder.csv'), { recursive: true })
    const { status, stdout, stderr } = culture(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(existsSync(inFolder('x.csv'))).toBe(false)
  })
})

describe('wardstick indicators', () => {
  it('lists those of a member and shows what a citing reader needs', () => {
    expect(wardstick('indicators', 'list', '--member', 'culture').stdout).toMatch(
      /^id +title +level +from +to\nculture\/nominal .*\n(.*\n){4}4 indicators;/,
    )
    const { stdout } = wardstick('indicators', 'show', 'culture/real-per-head')
    for (const part of ['Key facts\n- ', 'How it was processed: ', 'Unit: GBP per head at 2023-24 prices', 'Missing: '])
      expect(stdout).toContain(part)
    expect(stdout).toMatch(/Available: from 2007-08 to 2023-24; for other years bring/)
    expect(stdout).toContain('- GDP deflator, calendar years 1990 to 2024; edition: December 2025')
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /To quote Ministry of Housing.*Computed by wardstick \d.*Open Government/,
    )
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
  })

  it('prints JSON, and suggests the id or member that was meant', () => {
    const shown = JSON.parse(wardstick('indicators', 'show', 'people/residents', '--json').stdout) as object
    expect(shown).toMatchObject({ id: 'people/residents', unit: 'people', level: 'ward' })
    expect(wardstick('indicators', 'show', 'culture/real-per-hed')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^indicator: 'culture\/real-per-hed' is not allowed\. Did you mean 'culture\/real-per-head'\? Of the \d+ /,
      ) as unknown,
    })
    expect(wardstick('indicators', 'show', 'cultre').stderr).toContain("Did you mean 'culture'?")
  })
})

describe('wardstick list', () => {
  it('lists councils of a set and a day, wards of a council, and tables', () => {
    // Local Government and Public Involvement in Health Act 2007: nine unitary authorities were made on 1 April 2009.
    const unitary = (day: string): object[] =>
      JSON.parse(
        wardstick('list', 'councils', '--set', 'unitary-authorities', '--as-of', day, '--json').stdout,
      ) as object[]
    expect(unitary('2009-04-01').length - unitary('2009-03-31').length).toBe(9)
    expect(wardstick('list', 'councils', '--set', 'core-cities').stdout).toMatch(/\nE06000018 .*\n\n8 councils\n$/s)
    const wards = JSON.parse(wardstick('list', 'wards', '--council', 'Nottingham', '--json').stdout) as object[]
    expect(wards).toHaveLength(20)
    expect(wards[1]).toMatchObject({ ward_code: 'E05001823', ward_name: 'Aspley' })
    expect(wardstick('list', 'datasets').stdout).toMatch(/\npools\/pools +/)
  })
})
