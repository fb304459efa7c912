/** The measures that the peer measures too, as a user asks for them: a process that prints its seconds since START. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPanel } from '../../../dist/datasets/index.js'
import { CATALOGUE } from '../../../dist/index.js'
import { FIRST_YEAR, KINDS, YEARS } from './histories.mjs'

const MEASURES = /\/((share|sites|units|water)-[124]km|mean-distance|(sites|units|water)-open|closings-gross|opened)$/

const financialYear = (start) => `${start}-${String(start + 1).slice(2)}`
const indicators = CATALOGUE.filter(({ id, member }) => KINDS.includes(member) && MEASURES.test(id)).map(({ id }) => id)
const panel = await loadPanel({
  indicators,
  places: { wards: 'england' },
  periods: Array.from({ length: YEARS }, (_, year) => financialYear(FIRST_YEAR + year)),
})
const seconds = Date.now() / 1000 - Number(process.env.START)
const megabytes = process.resourceUsage().maxRSS / 1024

const folder = process.argv[2]
for (const { header, values, lower, upper } of panel.blocks)
  for (const [of, numbers] of Object.entries({ values, lower, upper }))
    if (numbers !== null) writeFileSync(join(folder, `own.${header.id.replace('/', '.')}.${of}`), numbers)
const codes = panel.places.map(({ code }) => code)
console.log(JSON.stringify({ seconds, megabytes, cells: panel.cells, indicators, codes }))
