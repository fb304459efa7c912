import { beforeAll, describe, expect, it } from 'vitest'
import { readStudyText } from '../../src/datasets/index.js'
import { type Study, parseStudy } from '../../src/study/index.js'
import { type StudyData } from '../../src/datasets/index.js'
import { contradictions } from '../../src/study/contradictions.js'
import { wardOfStudy } from '../../src/study/wardOfStudy.js'
import { studyData } from '../support/data.js'

let data: StudyData
let aspley: Study
beforeAll(async () => {
  data = await studyData()
  const { file, text } = await readStudyText('aspley')
  aspley = parseStudy(text, file)
})

const problemsOf = (change: Partial<Study>): string[] => {
  const study = { ...aspley, ...change }
  const { register } = data
  const council = register.resolve(study.council, study.asOf)
  const ward = wardOfStudy(study, council, register, data)
  return contradictions(study, { council, ward, register, data }).map(({ path, problem }) => `${path}: ${problem}`)
}
const withCodes = (...laterCodes: string[]): string[] =>
  problemsOf({ ward: { name: 'Aspley', code: 'E05001823', vintage: 'WD13', laterCodes } })

describe('contradictions', () => {
  it('finds none in the built-in studies', async () => {
    expect(problemsOf({})).toEqual([])
    const { file, text } = await readStudyText('peterborough')
    expect(problemsOf({ ...parseStudy(text, file), ward: undefined })).toEqual([])
  })

  // ONS, Register of Geographic Codes: E05012270 is Aspley in Nottingham from 2 May 2019.
  it.each([
    ['E05012271', / is .* \(Nottingham\) in the wards of 2019.*, not Aspley/],
    ['E05001824', / is no later code: it is .* \(Nottingham\) in the wards of .*/],
    ['E05099999', / is in no list of wards/],
  ])('names the right later code where %s is given', (code, { source }) => {
    const right = 'Aspley in Nottingham is E05012270 later'
    expect(withCodes('E05012270')).toEqual([])
    expect(withCodes(code).join()).toMatch(new RegExp(`^ward\\.laterCodes\\.0: ${code}${source}; ${right}$`))
  })

  it.each([
    [
      'another ward',
      'Bulwell, Nottingham: spending before and after 2010',
      'title: names Bulwell, and the study is of Aspley, Nottingham',
    ],
    [
      'another council',
      'Aspley, Leeds: spending before and after 2010',
      'title: names Leeds, and the study is of Aspley, Nottingham',
    ],
  ])('finds a title of %s', (_, title, problem) => {
    expect(problemsOf({ title })).toEqual([problem])
  })

  it.each([
    'My ward before and after 2010',
    'Bulwell and Aspley, Nottingham',
    'Bulwell: what Aspley can learn of it',
    'Parks, pools and libraries in Aspley',
    'Nottingham: what the cuts left',
  ])('takes the title “%s”', (title) => {
    expect(problemsOf({ title })).toEqual([])
  })

  it('finds names of sites that stand elsewhere, or of no public pool', () => {
    const amenities = aspley.amenities
    if (amenities === undefined) throw new Error('the study of Aspley has amenities')
    const site = (id: string) => ({ site: id, name: 'A pool', source: 'x' })
    const leeds = data.sites['pools']?.sites.find(
      ({ ward_code }) => ward_code !== null && data.wards.register.get(ward_code).district_name === 'Leeds',
    )
    expect(problemsOf({ amenities: { ...amenities, siteNames: [site('1'), site(leeds?.id ?? '')] } })).toEqual([
      'amenities.siteNames.0.site: 1 (A pool) is no site of the register of public pools',
      expect.stringMatching(
        /^amenities\.siteNames\.1\.site: \d+ \(A pool\) stands in .* \(Leeds\), which is not around Aspley$/,
      ),
    ])
  })
})
