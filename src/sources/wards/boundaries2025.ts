import { z } from 'zod'
import { badFile, duplicateKey } from '../../errors.js'
import type { WardFeature } from '../../model/boundary.js'
import { QualityReport, type Reported } from '../quality.js'
import type { SourceFile } from '../sourceFile.js'
import { districtFiles, parseJson } from './districtFiles.js'

/** Ward boundaries of 2025 as read: in the order of their codes, borders unmoved. */
export interface WardBoundaries2025 extends Reported {
  readonly features: readonly WardFeature[]
}

/** The archive unpacks to 17 MB; four times that is no ward file any more. */
const UNPACKED_LIMIT = 70_000_000
const SHARD = /(?:^|\/)([EW]\d{8})\.geojson$/
const REMEDY = 'Use the archive of one GeoJSON file a district, E06000018.geojson.'

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const polygon = z.array(z.array(position).min(4)).min(1)
const featureSchema = z.object({
  properties: z.object({
    WDCD: z.string().regex(/^E05\d{6}$/),
    WDNM: z.string().min(1),
    LADCD: z.string().regex(/^E0[6-9]\d{6}$/),
  }),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: polygon }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
  ]),
})
const shardSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(featureSchema) })

/**
 * Reads the ward boundaries of 2025 from the archive of GeoJSON files, one a district (`E06000018.geojson`, gzipped
 * tar).
 *
 * A ward that stands twice with the same border is kept once and reported.
 *
 * @throws InputError `bad-file` when the archive is broken or too large, or a file in it is no collection of wards;
 * `duplicate-key` when a ward stands there twice with different borders.
 * @example
 * import { readWardBoundaries2025 } from 'wardstick/sources'
 * const bytes = new TextEncoder().encode('no archive')
 * await readWardBoundaries2025({ name: 'wards.tar.gz', bytes }) // throws 'bad-file'
 */
export async function readWardBoundaries2025(file: SourceFile): Promise<WardBoundaries2025> {
  const report = new QualityReport({ file: file.name })
  const byCode = new Map<string, WardFeature>()
  for (const [district, text] of await districtFiles(file, { pattern: SHARD, limit: UNPACKED_LIMIT, remedy: REMEDY }))
    for (const { properties, geometry } of parseShard(text, `${file.name}: ${district}.geojson`)) {
      if (properties.LADCD !== district)
        throw badFile(
          `${file.name}: ${district}.geojson`,
          `holds ward ${properties.WDCD} of ${properties.LADCD}`,
          REMEDY,
        )
      const before = byCode.get(properties.WDCD)
      if (before === undefined) {
        byCode.set(properties.WDCD, {
          type: 'Feature',
          properties: { ward_code: properties.WDCD, ward_name: properties.WDNM, district_code: district },
          geometry,
        })
        report.keep()
      } else if (JSON.stringify(before.geometry) === JSON.stringify(geometry)) {
        report.setAside('the same ward again')
        report.note('repeated-ward', 'kept once: both have the same border', {
          column: 'WDCD',
          value: `${properties.WDCD} ${properties.WDNM}`,
        })
      } else throw duplicateKey(file.name, properties.WDCD, [])
    }
  const features = [...byCode.values()].sort((a, b) => (a.properties.ward_code < b.properties.ward_code ? -1 : 1))
  return { features, ...report.reported }
}

function parseShard(text: string, name: string): z.infer<typeof featureSchema>[] {
  const parsed = shardSchema.safeParse(parseJson(text, name, REMEDY))
  if (parsed.success) return parsed.data.features
  const [issue] = parsed.error.issues
  throw badFile(name, `not a collection of wards (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`, REMEDY)
}
