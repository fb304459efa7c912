import { startOfFinancialYear } from '../model/period.js'
import { units } from '../model/unit.js'
import type { WardPopulationRow } from '../tables/declared/wards.js'
import type { FramePlace } from '../panel/frame.js'
import type { PanelInputs } from '../panel/indicator.js'
import { ENGLAND } from './councilAccounts.js'
import { type FoundFigure, defineIndicator } from './defineIndicator.js'
import { ACCOUNT_TABLES, accountsOf, rowsIn } from './panelInputs.js'
import { isYear } from './panelRequest.js'

/** The residents of a place in the middle of the calendar year in which a financial year begins. */
export const RESIDENTS = defineIndicator({
  id: 'people/residents',
  family: 'people',
  title: 'Residents',
  question: 'How many people live here?',
  noun: { one: 'resident', many: 'residents' },
  unit: units.people,
  kind: 'count',
  level: 'ward',
  description: 'Usual residents in the middle of the calendar year in which the financial year begins.',
  keyFacts: [
    'Estimates of the Office for National Statistics.',
    'Estimates made before Census 2021 were replaced since: figures after 2011 that rest on them are modelled.',
    'Years between two estimates of one series are interpolated; never across the break between mid-2020 and mid-2021.',
    'Wards have figures of the years of which small-area estimates are held.',
  ],
  processing: 'Councils as published; wards are the sum of their small areas, by best fit.',
  cannotSay: 'It does not count visitors, nor people who moved within the year.',
  method: 'Mid-year population estimates.',
  missingRule: 'Missing where no estimate of the same series is known for the year.',
  source: ['council-populations', 'wards'],
  inputs: [...ACCOUNT_TABLES, 'wards/ward-populations'],
  coverage: { from: '2007-08', to: '2023-24', otherwise: 'bring the ONS estimates of another year' },
  figures: (inputs) => {
    const accounts = accountsOf(inputs)
    const ofWards = wardResidentsByYear(inputs)
    return (place, period) => {
      if (!isYear(period)) return null
      const year = startOfFinancialYear(period)
      if (place.inherits) return residentsOfWard(place, ofWards.get(`${place.place.code} ${year}`))
      const values = (place.isEngland ? [ENGLAND] : place.councils).map((code) => accounts.population(code, period))
      const [first] = values
      if (first === undefined) return null
      const known = values.flatMap(({ value }) => value ?? [])
      if (known.length < values.length) return { value: null, notes: first.notes }
      const modelled = values.find(({ status }) => status !== 'observed') ?? first
      return {
        value: known.reduce((sum, count) => sum + count, 0),
        status: modelled.status,
        notes: modelled.notes,
      }
    }
  },
})

const wardResidentsByYear = (inputs: PanelInputs): ReadonlyMap<string, WardPopulationRow> =>
  inputs.once('residents of wards by year', () => {
    const rows = rowsIn<WardPopulationRow>(inputs, 'wards/ward-populations')
    return new Map(rows.map((row) => [`${row.ward_code} ${row.year}`, row]))
  })

const residentsOfWard = ({ place }: FramePlace, row: WardPopulationRow | undefined): FoundFigure =>
  row === undefined
    ? { value: null, notes: ['no-edition'], owner: place.kind }
    : { value: row.people, status: row.status, notes: [] }
