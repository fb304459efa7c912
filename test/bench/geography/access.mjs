/** The nearest open pool of each of the 32,844 LSOAs on two days, the way an evaluation asks before and after. */
import { around } from 'geokdbush'
import KDBush from 'kdbush'
import { loadTable } from '../../../dist/datasets/index.js'
import { accessIndex, distanceInMetres } from '../../../dist/geography/index.js'
import { besidePeer, timed } from './apart.mjs'

const RADIUS = 4000

/** Every third site is closed on the first day and every fourth on the second. */
const DAYS = [(site) => site % 3 !== 0, (site) => site % 4 !== 0]

async function places() {
  const [centres, sites] = await Promise.all([loadTable('wards', 'lsoas'), loadTable('pools', 'sites')])
  const pointsOf = (table) =>
    table.objects().map(({ longitude, latitude }) => (longitude === null ? null : { longitude, latitude }))
  return { origins: pointsOf(centres), sites: pointsOf(sites).filter((point) => point !== null) }
}

/** Kilometres from all origins to their nearest open site on both days, which tells that the peers answer the same. */
async function total(make) {
  const given = await places()
  const { result, seconds } = timed(() => {
    const nearest = make(given)
    return DAYS.reduce(
      (sum, isOpen) => given.origins.reduce((metres, _, origin) => metres + nearest(origin, isOpen), sum),
      0,
    )
  })
  return { found: Math.round(result / 1000), seconds }
}

export const own = () =>
  total(({ origins, sites }) => {
    const index = accessIndex(origins, sites, RADIUS)
    return (origin, isOpen) => index.nearest(origin, isOpen).metres
  })

export const everyPair = () =>
  total(({ origins, sites }) => (origin, isOpen) => {
    let least = Number.POSITIVE_INFINITY
    for (let site = 0; site < sites.length; site++)
      if (isOpen(site)) least = Math.min(least, distanceInMetres(origins[origin], sites[site]))
    return least
  })

export const geokdbush = () =>
  total(({ origins, sites }) => {
    const tree = new KDBush(sites.length)
    for (const { longitude, latitude } of sites) tree.add(longitude, latitude)
    tree.finish()
    return (origin, isOpen) => {
      const { longitude, latitude } = origins[origin]
      return distanceInMetres(
        origins[origin],
        sites[around(tree, longitude, latitude, 1, Number.POSITIVE_INFINITY, isOpen)[0]],
      )
    }
  })

/** Rows of a table, one a peer: kilometres found, seconds and peak memory of the process of each. */
export function accessRows() {
  return [
    besidePeer('nearest open pool of 32,844 LSOAs on two days, km', import.meta.url, 'own', 'everyPair', 'every pair'),
    besidePeer('the same beside a bare index', import.meta.url, 'own', 'geokdbush', 'kdbush and geokdbush'),
  ]
}
