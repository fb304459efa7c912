/*
 * A sweep over 300 wards drawn over all kinds of places: that no figure of pools and libraries is a number that is
 * none, that every value lies within its bounds, that bounds which say nothing are not printed, that no share rises
 * only because a site lacks a place, and that no library of one name and postcode is open twice. Over some of them
 * whole studies are run and their sentences read.
 *
 * Run by `npm run test:sweep`; closes with a line `N passed, N failed`.
 */
import { loadRows } from '../../dist/datasets/dataset.js'
import { readStudyText } from '../../dist/datasets/index.js'
import { distanceInMetres } from '../../dist/geography/index.js'
import { findingsOf, parseStudy, runStudy, wardProfile } from '../../dist/study/index.js'
import { loadStudyData } from '../../dist/datasets/index.js'
import { boundedInWords } from '../../dist/tables/index.js'
import { nameKey } from '../../dist/derive/libraries/names.js'

const SEED = 13
const OF_A_KIND = 25
const ISLANDS = ['E06000046', 'E06000053']
const COAST = ['E07000168', 'E07000137', 'E07000076', 'E07000114', 'E07000061', 'E06000027', 'E06000009', 'E07000145']
const SAYS_NOTHING = /NaN|undefined|null|Infinity|\(0 to 100\)|\(0\.0 to 100\.0\)|≥ 0|\b0 to 9 of 9\b/
/** One study is run for every so many wards. */
const STUDY_EVERY = 25

const data = await loadStudyData()
const {
  wards,
  register,
  sites: { libraries },
} = data
const [rows, events] = await Promise.all([loadRows('libraries', 'libraries', {}), loadRows('libraries', 'events', {})])

/** Numbers between 0 and 1 that are the same on every run (mulberry32). */
function chance(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const openIn = (day) => {
  const codes = new Map()
  for (const { open, place } of libraries.on(day)) {
    const code = libraries.places[place]?.ward_code
    if (open !== null && code != null) codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  return codes
}
const [before, after] = [openIn('2010-04-01'), openIn('2023-04-01')]
const placed = (test) => new Set(libraries.places.filter(test).flatMap(({ possibleWards }) => possibleWards))
const several = new Set()
for (const { site } of libraries.places.filter(({ site }, i) => libraries.places[i - 1]?.site === site))
  several.add(site)
const movedWards = placed(({ site }) => several.has(site))
const looseWards = placed(({ within }) => within > 0)
const authorities = new Map(
  libraries.places.map(({ ward_code, site }) => [ward_code, libraries.sites[site].authority_code]),
)
const count = (codes, { ward_code }) => codes.get(ward_code) ?? 0
const isNew = ({ district_code }) => register.withCode(district_code)?.end_date != null

const KINDS = {
  'gained a library': (ward) => count(before, ward) < count(after, ward),
  'lost a library': (ward) => count(before, ward) > count(after, ward),
  'never had one': (ward) => count(before, ward) === 0 && count(after, ward) === 0,
  'a library moved': ({ ward_code }) => movedWards.has(ward_code),
  'a library of unknown place may be there': ({ ward_code }) => looseWards.has(ward_code),
  'two tiers': ({ district_code }) => district_code.startsWith('E07'),
  'an island': ({ district_code }) => ISLANDS.includes(district_code),
  'a council that was merged': isNew,
  London: ({ district_code }) => district_code.startsWith('E09'),
  'a metropolitan district': ({ district_code }) => district_code.startsWith('E08'),
  'the country': ({ rural_urban }) => rural_urban?.startsWith('Rural') === true,
  'the coast': ({ district_code }) => COAST.includes(district_code),
}

const random = chance(SEED)
const populated = wards.register.wards.filter(({ lsoas }) => lsoas > 0)
const drawn = new Map()
for (const [kind, test] of Object.entries(KINDS)) {
  const candidates = populated.filter((ward) => test(ward) && !drawn.has(ward.ward_code))
  for (let i = 0; i < OF_A_KIND && candidates.length > 0; i++) {
    const [ward] = candidates.splice(Math.floor(random() * candidates.length), 1)
    drawn.set(ward.ward_code, { ward, kind })
  }
}
while (drawn.size < OF_A_KIND * Object.keys(KINDS).length) {
  const ward = populated[Math.floor(random() * populated.length)]
  if (!drawn.has(ward.ward_code)) drawn.set(ward.ward_code, { ward, kind: 'any' })
}

const faults = []
let checks = 0
function check(holds, what) {
  checks++
  if (!holds) faults.push(what)
}

/** Libraries that took the place of one that was open on a day and of which no place is known. */
function successorsOfUnplaced(day) {
  const states = libraries.on(day)
  const unplaced = new Set(
    libraries.sites.flatMap(({ id }, site) =>
      states[site].open !== null && libraries.places[states[site].place]?.point === null ? [id] : [],
    ),
  )
  return new Set(events.flatMap(({ library_id, successor_id }) => (unplaced.has(library_id) ? [successor_id] : [])))
}

/** The libraries that may stand within 1 km of a ward’s residents and opened or came there between two days. */
function sitesThatCame(ward, since, until) {
  const [then, now] = [libraries.on(since), libraries.on(until)]
  const homes = wards.homesOfWard(ward.ward_code).map(({ origin }) => wards.centres[origin])
  return libraries.sites.flatMap(({ id }, site) => {
    const { point = null, within = 0 } = libraries.places[now[site].place] ?? {}
    const isNear = point !== null && homes.some((home) => distanceInMetres(home, point) - within <= 1000)
    const came = now[site].open !== null && (then[site].open === null || then[site].place !== now[site].place)
    return isNear && came ? [id] : []
  })
}

for (const { ward, kind } of drawn.values()) {
  const profile = wardProfile(ward.ward_code, data, [])
  const where = `${ward.ward_name} (${ward.ward_code}), ${ward.district_name}, ${kind}`
  for (const amenity of profile.amenities) {
    for (const { measure, value } of amenity.values) {
      const told = `${where}: ${amenity.kind} ${measure} on ${value.period}`
      check(value.value === null || Number.isFinite(value.value), `${told} is ${value.value}`)
      const { lower = value.value, upper = value.value } = value.bounds ?? {}
      check(lower <= value.value && value.value <= upper, `${told}: ${value.value} is outside ${lower} to ${upper}`)
      check(!SAYS_NOTHING.test(boundedInWords(value)), `${told} is printed as ${boundedInWords(value)}`)
      if (measure.startsWith('share')) check(upper <= 100 + 1e-9 && lower >= -1e-9, `${told}: ${lower} to ${upper}`)
    }
    if (amenity.kind !== 'libraries') continue
    const shares = amenity.values.filter(({ measure }) => measure === 'share-1km').map(({ value }) => value)
    shares.slice(1).forEach((later, i) => {
      const earlier = shares[i]
      if (!(later.value > earlier.value + 1e-9)) return
      const unplaced = successorsOfUnplaced(earlier.period)
      const gained = sitesThatCame(ward, earlier.period, later.period)
      check(gained.length > 0, `${where}: ${earlier.value} to ${later.value}, and no site came near`)
      check(
        gained.some((id) => !unplaced.has(id)),
        `${where}: ${earlier.value} to ${later.value} near the successor of a library of no place`,
      )
    })
  }
}

const open = [...new Set(drawn.keys())].map((code) => authorities.get(code)).filter(Boolean)
const counted = new Set(open)
for (const day of ['2010-04-01', '2023-04-01']) {
  const states = libraries.on(day)
  const seen = new Map()
  libraries.sites.forEach(({ id, authority_code }, site) => {
    const row = rows.find(({ library_id }) => library_id === id)
    if (states[site].open === null || !counted.has(authority_code) || row.postcode === null) return
    const key = `${authority_code} ${nameKey(row.name)} ${row.postcode}`
    check(!seen.has(key), `${day}: ${id} and ${seen.get(key)} are one library`)
    seen.set(key, id)
  })
}

const { file, text } = await readStudyText('aspley')
const template = JSON.parse(text)
const refused = []
const studied = [...drawn.values()].filter((_, i) => i % STUDY_EVERY === 0)
for (const { ward, kind } of studied) {
  const council = register.withCode(ward.district_code)
  const amenities = { ...template.amenities, siteNames: [] }
  const study = {
    ...template,
    voluntaryProvision: undefined,
    title: `${ward.ward_name}, ${council.name}`,
    council: council.e_code,
    ward: { code: ward.ward_code, name: ward.ward_name, vintage: 'WD13' },
    amenities,
    indicators: ['culture'],
    comparators: { ...template.comparators, classes: [council.class], leftOut: [] },
    groups: [],
    remarks: [],
  }
  let result
  try {
    result = runStudy(parseStudy(JSON.stringify(study), file), data)
  } catch (error) {
    refused.push(`${ward.ward_name}, ${ward.district_name}: ${error.message}`)
    continue
  }
  for (const { id, headline, sentence, detail, caveats } of findingsOf(result))
    for (const words of [headline, sentence, ...detail, ...caveats])
      check(!SAYS_NOTHING.test(words), `${ward.ward_name} (${ward.ward_code}), ${kind}, ${id}: ${words}`)
}

// A district that is no council any more has no returns to the end of a study; most of the drawn do.
check(refused.length <= studied.length / 2, `refused studies: ${refused.join('; ')}`)
for (const fault of faults.slice(0, 40)) console.log(fault)
console.log(`${drawn.size} wards, ${studied.length - refused.length} studies; refused: ${refused.join('; ') || 'none'}`)
console.log(`${checks - faults.length} passed, ${faults.length} failed`)
process.exitCode = faults.length === 0 ? 0 : 1
