import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILT_IN_DATA } from '../../src/datasets/index.js'
import { findingsSchema } from '../../src/study/document.js'

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardstick-cli-'))
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

/** A run that writes nothing that takes time to draw. */
const quick = (...args: string[]) => wardstick(...args, '--format', 'json')

describe('wardstick study', () => {
  it('prints the study, writes page, findings, tables and charts, and ends with the address of the page', () => {
    const { status, stdout, stderr } = wardstick('study', 'aspley')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(
      /Spent, 2009-10 → 2014-15\n.*\n.*\nCulture +£126\.09 +£84\.19 +−33\.2 % +m +60 +123 +−32\.7 %/,
    )
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
    const out = join(folder, 'out', 'aspley')
    expect(readdirSync(out).sort()).toEqual(['.wardstick', 'charts', 'findings.json', 'index.html', 'tables'])
    expect(readdirSync(join(out, 'charts')).filter((file) => file.startsWith('culture'))).toEqual(
      ['png', 'svg', 'vl.json']
        .flatMap((kind) => [`culture-councils.${kind}`, `culture-ranked.${kind}`, `culture.${kind}`])
        .sort(),
    )
    expect(stdout.endsWith(`${pathToFileURL(join(realpathSync(out), 'index.html')).href}\n`)).toBe(true)
    expect(findingsSchema.safeParse(JSON.parse(readFileSync(join(out, 'findings.json'), 'utf8'))).success).toBe(true)
  })

  it('prints the findings as JSON, the same as those written', () => {
    const { status, stdout } = quick('study', 'peterborough', '--json', '--out', 'elsewhere')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(readFileSync(join(folder, 'elsewhere', 'peterborough', 'findings.json'), 'utf8')),
    )
  })

  it('gives a line that begins later a table of its own, with its own years', () => {
    const own = {
      ...(JSON.parse(readFileSync(join(BUILT_IN_DATA, 'studies', 'aspley.json'), 'utf8')) as object),
      name: 'later',
      indicators: ['library-budget', 'young-people-budget'],
    }
    writeFileSync(join(folder, 'later.json'), JSON.stringify(own))
    const { stdout } = quick('study', './later.json')
    expect(stdout).toMatch(/Planned \(budgets\), 2010-11 → 2014-15\n.*\nLibrary service /)
    expect(stdout).toMatch(/Planned \(budgets\), 2011-12 → 2014-15\n.*\nServices for young people /)
  })

  it('runs a study file of one’s own', () => {
    const aspley = JSON.parse(readFileSync(join(BUILT_IN_DATA, 'studies', 'aspley.json'), 'utf8')) as {
      amenities: object
    }
    const own = {
      ...aspley,
      amenities: { ...aspley.amenities, siteNames: undefined },
      name: 'mine',
      ward: undefined,
      title: 'Leeds before and after 2010',
      council: 'Leeds',
    }
    writeFileSync(join(folder, 'mine.json'), JSON.stringify(own))
    expect(quick('study', './mine.json').stdout).toContain('Leeds spent')
  })
})

describe('wardstick study --format and --open', () => {
  it('writes the forms that are asked for and nothing else', () => {
    expect(wardstick('study', 'aspley', '--format', 'tables, json', '--out', 'some').status).toBe(0)
    expect(readdirSync(join(folder, 'some', 'aspley')).sort()).toEqual(['.wardstick', 'findings.json', 'tables'])
  })

  it('refuses an unknown form, and --open without a page, before it runs', () => {
    const unknown = wardstick('study', 'aspley', '--format', 'page,pdf', '--out', 'never')
    expect([unknown.status, unknown.stdout]).toEqual([2, ''])
    expect(unknown.stderr).toContain(
      "--format: 'pdf' is not allowed. Allowed, separated by commas: page, tables, charts, json.",
    )
    expect(wardstick('study', 'aspley', '--format', 'json', '--open', '--out', 'never').stderr).toContain(
      '--open opens the page, and --format json writes none.',
    )
    expect(existsSync(join(folder, 'never'))).toBe(false)
  })

  it.runIf(process.platform === 'linux')(
    'opens the page in the browser, and names the file where there is none',
    () => {
      const browser = join(folder, 'browser.sh')
      writeFileSync(browser, `#!/bin/sh\nprintf %s "$1" > "${join(folder, 'opened')}"\n`)
      chmodSync(browser, 0o755)
      const run = (BROWSER: string) =>
        spawnSync(process.execPath, [main, 'study', 'aspley', '--format', 'page', '--open', '--out', 'opens'], {
          cwd: folder,
          encoding: 'utf8',
          env: { PATH: process.env['PATH'], HOME: folder, BROWSER },
        })
      expect(run(browser).status).toBe(0)
      expect(readFileSync(join(folder, 'opened'), 'utf8')).toMatch(/opens\/aspley\/index\.html$/)
      const none = run(join(folder, 'no-such-browser'))
      expect([none.status, none.stderr]).toEqual([
        2,
        expect.stringMatching(
          /^no browser could be opened \(.*\)\. Open .*opens\/aspley\/index\.html by hand\.\n$/,
        ) as unknown,
      ])
    },
  )
})

describe('wardstick council', () => {
  it('prints the profile of any name or code', () => {
    const { status, stdout } = wardstick('council', 'City of Nottingham UA')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Nottingham: unitary authority, East Midlands\nGSS code E06000018, e-code E3001\n/)
    expect(stdout).toContain('2009-10   £26.2m          £37.2m        £126.09')
    expect(wardstick('council', 'E3001').stdout).toBe(stdout)
  })

  it('says whose figures the rows of a two-tier council hold, and what it must not be read as', () => {
    const ashfield = wardstick('council', 'Ashfield').stdout
    expect(ashfield).toContain('in the county of Nottinghamshire')
    expect(ashfield).toMatch(/2009-10 .* per head with the county/)
    expect(wardstick('council', 'Nottinghamshire').stdout).toContain(
      'One tier of two: the other council of the area spends there too.',
    )
    expect(wardstick('council', 'Peterborough').stdout).toMatch(/a falling\s+line\s+is\s+not\s+a\s+closure/)
  })

  it('prints JSON, history and a day', () => {
    const profile = JSON.parse(wardstick('council', 'Bedford', '--as-of', '2009-03-31', '--json').stdout) as {
      council: { e_code: string }
    }
    expect(profile.council.e_code).toBe('E0231')
    expect(wardstick('council', 'County Durham').stdout).toContain('made on 2009-04-01 from Durham, Chester-le-Street')
  })
})

describe('wardstick ward', () => {
  it('prints a ward’s residents, deprivation, libraries and pools', () => {
    const { status, stdout } = wardstick('ward', 'Aspley', '--council', 'Nottingham')
    expect(status).toBe(0)
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'Aspley: ward of Nottingham, East Midlands',
      'E05001823 (WD13), old code 00FYNF; Urban conurbation; 10 LSOAs of 2011',
    ])
    expect(stdout).toMatch(/2015 without prisoners +18,404 +5,989 /)
    expect(stdout).toMatch(/2010 +55\.6 +73 +40\.4 % /)
    expect(stdout).toMatch(/Strelley Road Library .* temporarily closed in 2015; reopened in 2018/)
    expect(stdout).toMatch(/residents within 2 km +29\.3 % +19\.3 % \(19\.3 to 89\.6\) +89\.6 %/)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120)
    expect(wardstick('ward', '00FYNF').stdout).toBe(stdout)
  })

  it('lists the candidates of an ambiguous name and exits with 2', () => {
    const { status, stdout, stderr } = wardstick('ward', 'Abbey')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^ward 'Abbey' is ambiguous: 'Abbey' \(E05000026, Barking and Dagenham\); .*\n$/)
    expect(stderr).toMatch(/; .*Give one of these codes, or the council that it lies in\.\n$/)
    expect(wardstick('ward', 'Abbey', '--council', 'Reading').stdout).toMatch(/^Abbey: ward of Reading/)
  })

  it('suggests the name that was meant, and says what a code of later wards is', () => {
    expect(wardstick('ward', 'Asply', '--council', 'Nottingham').stderr).toBe(
      "unknown ward of 2013 'Asply'. Did you mean 'Aspley' (E05001823, Nottingham)?\n",
    )
    expect(wardstick('ward', 'E05012270').stderr).toBe(
      "unknown ward of 2013 'E05012270'. It is Aspley (Nottingham) in the wards of 2019, 2024 and 2025; the " +
        'ward of that name in the wards of 2013 is E05001823.\n',
    )
  })

  it('says of a ward without an LSOA that nothing is known', () => {
    const { status, stdout } = wardstick('ward', 'Kendal Romney')
    expect(status).toBe(0)
    expect(stdout).toContain('No LSOA lies in the ward by best fit')
  })

  it('finds a ward by its county too', () => {
    expect(wardstick('ward', 'Jacksdale', '--council', 'Nottinghamshire').stdout).toMatch(
      /^Jacksdale: ward of Ashfield, Nottinghamshire/,
    )
  })
})

describe('a study file whose ward does not fit', () => {
  it.each([
    ['lies in another council', { council: 'Leeds' }, 'ward: Aspley (E05001823) lies in Nottingham, not in Leeds'],
    [
      'has another name',
      { ward: { name: 'Bulwell', code: 'E05001823', vintage: 'WD13' } },
      'ward.name: E05001823 is Aspley in Nottingham, not Bulwell',
    ],
    [
      'has a code of later wards',
      { ward: { name: 'Aspley', code: 'E05012270', vintage: 'WD13' } },
      'ward.code: E05012270 is no ward of 2013',
    ],
  ])('%s: refused, exit 2', (_, change, message) => {
    writeFileSync(
      join(folder, 'unfit.json'),
      JSON.stringify({
        ...(JSON.parse(readFileSync(join(BUILT_IN_DATA, 'studies', 'aspley.json'), 'utf8')) as object),
        ...change,
      }),
    )
    const { status, stderr } = wardstick('study', './unfit.json')
    expect(status).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('errors of the command line', () => {
  it.each([
    [
      'an unknown study',
      ['study', 'asply'],
      "unknown study 'asply'. Built in: 'aspley', 'peterborough'. For a study of your own give the path of " +
        'its file, for example ./my-ward.json.\n',
    ],
    [
      'an unknown council',
      ['council', 'Notingham'],
      "unknown council 'Notingham'. Did you mean 'Nottingham' (E06000018, UA)?\n",
    ],
    [
      'a missing study file',
      ['study', './none.json'],
      './none.json: no such file. Give the path of a study file; data/studies/aspley.json is one to start from.\n',
    ],
    [
      'an unknown option',
      ['study', 'aspley', '--colour'],
      "unknown option '--colour'\nRun 'wardstick --help' for the commands and their options.\n",
    ],
    [
      'an unknown command',
      ['studdy'],
      "unknown command 'studdy'\n(Did you mean study?)\nRun 'wardstick --help' for the commands and their options.\n",
    ],
    [
      'a missing argument',
      ['study'],
      "missing required argument 'study'\nRun 'wardstick --help' for the commands and their options.\n",
    ],
  ])('%s gives one message, exit code 2 and nothing else', (_, args, message) => {
    expect(wardstick(...args)).toEqual({ status: 2, stdout: '', stderr: message })
  })

  it('are JSON with code and data on stderr for a program that asks for JSON, of the arguments too', () => {
    const errorOf = (...args: string[]) => {
      const { status, stdout, stderr } = wardstick(...args, '--json')
      return { status, stdout, error: (JSON.parse(stderr) as { error: unknown }).error }
    }
    expect(errorOf('council', 'Notingham')).toEqual({
      status: 2,
      stdout: '',
      error: {
        name: 'InputError',
        code: 'unknown-place',
        message: "unknown council 'Notingham'. Did you mean 'Nottingham' (E06000018, UA)?",
        data: { kind: 'council', text: 'Notingham', suggestions: ["'Nottingham' (E06000018, UA)"] },
        exitCode: 2,
      },
    })
    expect(errorOf('studdy').error).toMatchObject({
      code: 'usage',
      data: { problem: "unknown command 'studdy' (Did you mean study?)." },
    })
    expect(errorOf('study', 'aspley', '--colour').error).toMatchObject({ code: 'usage', exitCode: 2 })
  })

  it('a folder or a device in place of a study file is named as what it is', () => {
    expect(wardstick('study', './').stderr).toMatch(/^\.\/: this is a folder, not a file\. Give the path/)
    if (process.platform === 'linux')
      expect(wardstick('study', '/dev/zero').stderr).toMatch(
        /^\/dev\/zero: this is a device, not a file\. Give the path/,
      )
  })

  it.runIf(process.platform === 'linux')('a full device and a deleted working folder are told in words', () => {
    const shell = (script: string) =>
      spawnSync('sh', ['-c', script, process.execPath, main], { cwd: folder, encoding: 'utf8' })
    expect(shell('"$0" "$1" council Leeds > /dev/full')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^cannot write to the standard output: the disk is full \(.*\)\. Send it/,
      ) as unknown,
    })
    expect(shell('mkdir gone && cd gone && rmdir ../gone && "$0" "$1" study aspley')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^cannot write to out.aspley: the folder in which you work was deleted \(/,
      ) as unknown,
    })
  })

  it('findings are printed, and the failure after them, when the folder can no longer be written at the end', () => {
    const preload = join(folder, 'full.mjs')
    writeFileSync(
      preload,
      `import fs from 'node:fs'
       import { syncBuiltinESMExports } from 'node:module'
       fs.promises.open = async () => {
         throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
       }
       syncBuiltinESMExports()`,
    )
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', preload, main, 'study', 'aspley', '--format', 'tables', '--out', 'full'],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(status).toBe(2)
    expect(stdout).toContain('Nottingham spent')
    expect(stdout).not.toContain('Written to')
    expect(stderr).toMatch(/^cannot write to full.aspley: the disk is full \(/)
    expect(readdirSync(join(folder, 'full'))).toEqual([])
  })

  it('a bad study file names every problem', () => {
    writeFileSync(join(folder, 'bad.json'), '{"name": "bad", "colour": 1}')
    const { status, stderr } = wardstick('study', './bad.json')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^\.\/bad\.json: not a valid study file:\n/)
    expect(stderr).toContain("unknown key 'colour'")
    expect(stderr).not.toContain('    at ')
  })

  it('a folder that cannot be written is named before the work, and nothing is left in it', () => {
    writeFileSync(join(folder, 'file'), 'x')
    const { status, stderr } = wardstick('study', 'aspley', '--out', 'file')
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^cannot write to file.aspley: .*\. Choose a folder that you may write to with --out FOLDER\.\n$/,
    )
  })

  it('an altered or missing data file is named, and no output is written', () => {
    const data = join(folder, 'data')
    cpSync(BUILT_IN_DATA, data, { recursive: true })
    const file = join(data, 'council-spending', 'outturn.csv.gz')
    const bytes = readFileSync(file)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 0xff
    writeFileSync(file, bytes)
    const run = () => wardstick('study', 'aspley', '--data', data, '--out', 'untouched')
    expect(run()).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(`${file}: this data file is not the one its descriptor describes`) as unknown,
    })
    rmSync(file)
    expect(run()).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(`${file}: this data file is missing`) as unknown,
    })
    expect(existsSync(join(folder, 'untouched'))).toBe(false)
  })

  it('a fault of wardstick’s own gives exit code 1', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `process.argv.splice(1, 0, 'council', 'Leeds');
        String.prototype.padEnd = () => { throw new TypeError('broken on purpose') };
        await import(${JSON.stringify(main)})`,
      ],
      { encoding: 'utf8' },
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/^wardstick has a fault: .* Please report it with the command that you ran\.\n$/)
  })

  it('a file in place of the data folder, and a study name too long for a file, are the user’s errors', () => {
    writeFileSync(join(folder, 'file'), 'x')
    expect(wardstick('council', 'Leeds', '--data', 'file').status).toBe(2)
    expect(wardstick('study', 'x'.repeat(300)).status).toBe(2)
  })

  it('data:build without or with unknown options says how to call it', () => {
    const build = (...args: string[]) =>
      spawnSync(process.execPath, [join(main, '..', '..', 'derive', 'main.js'), ...args], { encoding: 'utf8' })
    expect(build()).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^data:build needs the folder of the official files/) as unknown,
    })
    expect(build('--bogus')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Unknown option '--bogus'/) as unknown,
    })
    expect(build('--sources', join(folder, 'nowhere'), '--out', join(folder, 'built'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('england_wd13_topojson_by_lad.tar.gz: no such file') as unknown,
    })
    expect(existsSync(join(folder, 'built'))).toBe(false)
  })

  it('help and version are no errors, and wardstick by itself prints its help', () => {
    expect(wardstick('--help')).toMatchObject({ status: 0, stderr: '' })
    expect(wardstick()).toEqual(wardstick('--help'))
    expect(wardstick('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
