import { z } from 'zod'
import { badFile, duplicateKey } from '../../errors.js'
import type { WardTopologies, WardTopology } from '../../model/boundary.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'
import { districtFiles, parseJson } from './districtFiles.js'

/** Ward boundaries as read: one topology a district, its borders unmoved. */
export interface WardBoundaries extends Reported {
  readonly topologies: WardTopologies
  /** Six-character codes of the old ONS scheme by ward code. */
  readonly oldCodes: ReadonlyMap<string, string>
}

/** The archive unpacks to 6 MB; ten times that is no ward file any more. */
const UNPACKED_LIMIT = 60_000_000
const SHARD = /(?:^|\/)topo_([EW]\d{8})\.json$/
const REMEDY = 'Use the archive of one TopoJSON file a district, topo_E06000018.json.'

const pair = z.tuple([z.number(), z.number()])
const properties = z.object({
  WD13CD: z.string().regex(/^E05\d{6}$/),
  WD13CDO: z.string().min(1).nullable(),
  WD13NM: z.string().min(1),
})
const line = z.array(z.int()).min(1)
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), arcs: z.array(line).min(1), properties }),
  z.object({ type: z.literal('MultiPolygon'), arcs: z.array(z.array(line).min(1)).min(1), properties }),
])
const shardSchema = z.object({
  type: z.literal('Topology'),
  transform: z.object({ scale: pair, translate: pair }),
  arcs: z.array(z.array(pair).min(2)),
  objects: z.record(
    z.string(),
    z.object({ type: z.literal('GeometryCollection'), geometries: z.array(geometrySchema) }),
  ),
})
type Shard = z.infer<typeof shardSchema>

/**
 * Reads the ward boundaries of 2013 from the archive of TopoJSON files, one a district (`topo_E06000018.json`, gzipped
 * tar).
 *
 * Borders stay where they are; wards and districts come in the order of their codes. `wardFeatures` of `wardstick`
 * makes polygons of them.
 *
 * @throws InputError `bad-file` when the archive is broken or too large, or a file in it is no topology of wards;
 * `duplicate-key` when a ward stands in two of them.
 * @example
 * import { readWardBoundaries } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('no archive')
 * await readWardBoundaries({ name: 'wards.tar.gz', bytes }) // throws 'bad-file'
 */
export async function readWardBoundaries(file: SourceFile): Promise<WardBoundaries> {
  const report = new QualityReport({ file: file.name })
  const oldCodes = new Map<string, string>()
  const home = new Map<string, string>()
  const topologies: Record<string, WardTopology> = {}
  for (const [district, text] of await districtFiles(file, { pattern: SHARD, limit: UNPACKED_LIMIT, remedy: REMEDY })) {
    const shard = parseShard(text, `${file.name}: topo_${district}.json`, district)
    for (const { properties } of geometriesOf(shard)) {
      const before = home.get(properties.WD13CD)
      if (before !== undefined) throw duplicateKey(`${file.name} (${before} and ${district})`, properties.WD13CD, [])
      home.set(properties.WD13CD, district)
      if (properties.WD13CDO !== null) oldCodes.set(properties.WD13CD, properties.WD13CDO)
      report.keep()
    }
    topologies[district] = topologyOf(shard, district)
  }
  return { topologies, oldCodes, ...report.reported }
}

function parseShard(text: string, name: string, district: string): Shard {
  const parsed = shardSchema.safeParse(parseJson(text, name, REMEDY))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw badFile(name, `not a topology of wards (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`, REMEDY)
  }
  if (parsed.data.objects[district] === undefined)
    throw badFile(name, `holds ${Object.keys(parsed.data.objects).join(', ')} and not ${district}`, REMEDY)
  return parsed.data
}

const geometriesOf = (shard: Shard): z.infer<typeof geometrySchema>[] =>
  Object.values(shard.objects).flatMap(({ geometries }) => geometries)

function topologyOf(shard: Shard, district: string): WardTopology {
  const geometries = geometriesOf(shard)
    .map(({ properties: { WD13CD, WD13NM }, ...geometry }) => ({
      ...geometry,
      properties: { ward_code: WD13CD, ward_name: WD13NM, district_code: district },
    }))
    .sort((a, b) => (a.properties.ward_code < b.properties.ward_code ? -1 : 1))
  return {
    type: 'Topology',
    transform: shard.transform,
    arcs: shard.arcs,
    objects: { wards: { type: 'GeometryCollection', geometries } },
  }
}
