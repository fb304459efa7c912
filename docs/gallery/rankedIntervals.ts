import { rankedIntervals } from 'wardstick/charts'
import { loadPanel, loadWardData } from 'wardstick/data'
import { unitaryAuthorities } from 'wardstick/geography'

const { wards } = await loadWardData({ kinds: [] })
const panel = await loadPanel({
  indicators: ['libraries/sites-open'],
  places: { councils: unitaryAuthorities },
  periods: ['2015-04-01'],
})
const rows = panel.places
  .filter(({ name }) => name !== 'Isles of Scilly')
  .map(({ code, name: label }) => {
    const people = wards.homesOfDistrict(code).reduce((sum, home) => sum + home.people, 0) / 100_000
    const { value, bounds } = panel.value(code, 'libraries/sites-open', '2015-04-01')
    return {
      label,
      value: value === null ? null : value / people,
      lower: bounds === undefined ? null : bounds.lower / people,
      upper: bounds === undefined ? null : bounds.upper / people,
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
    notes: ['Without the Isles of Scilly, whose few residents would set the scale.'],
  },
)
