import { measureStock, ofAuthority } from 'wardstick'
import { rankedIntervals } from 'wardstick/charts'
import { loadWardData } from 'wardstick/data'

const {
  wards,
  sites: { libraries },
} = await loadWardData()
const names = new Map(wards.register.wards.map(({ district_code, district_name }) => [district_code, district_name]))
const unitary = [...names].filter(([code]) => code.startsWith('E06') && code !== 'E06000053')
const rows = unitary.map(([code, label]) => {
  const people = wards.homesOfDistrict(code).reduce((sum, home) => sum + home.people, 0) / 100_000
  const [open] = measureStock(libraries, ofAuthority(libraries, new Set([code])), {
    place: { kind: 'council', code, name: label, vintage: 'LAD2023' },
    when: '2015-04-01',
  })
  const { value = null, bounds = null } = libraries.sites.some(({ authority_code }) => authority_code === code)
    ? (open?.value ?? {})
    : {}
  return {
    label,
    value: value === null ? null : value / people,
    lower: bounds === null ? null : bounds.lower / people,
    upper: bounds === null ? null : bounds.upper / people,
    emphasis: code === 'E06000018',
  }
})
const own = rows.find(({ emphasis }) => emphasis)

export default rankedIntervals(
  { rows, interval: 'what dates leave open', decimals: 1 },
  {
    title: 'How many libraries were open for 100,000 residents in 2015?',
    unit: 'static public libraries open on 1 April 2015 for 100,000 residents of mid-2015',
    place: 'Unitary authorities of England of 2013; Nottingham is marked out',
    source: 'DCMS, Arts Council England and Libraries Hacked, lists of public libraries; ONS, residents of mid-2015.',
    alt:
      `${rows.length} unitary authorities in order, each with the interval that the dates of closings leave ` +
      `open; Nottingham has ${own?.value?.toFixed(1)}, from ${own?.lower?.toFixed(1)} to ${own?.upper?.toFixed(1)}.`,
    notes: [
      'Without the Isles of Scilly, whose few residents would set the scale. Bournemouth and Poole: the lists ' +
        'name the council that they joined in 2019.',
    ],
  },
)
