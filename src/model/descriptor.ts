import { z } from 'zod'

const periodsSchema = z.strictObject({
  from: z.union([z.string(), z.int()]),
  to: z.union([z.string(), z.int()]),
  periods: z
    .array(z.union([z.string(), z.int()]))
    .readonly()
    .optional(),
})

const fieldSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'date', 'boolean']),
  unit: z.string().optional(),
  description: z.string(),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      enum: z.array(z.string()).optional(),
      pattern: z.string().optional(),
    })
    .optional(),
  coverage: periodsSchema.optional(),
})

const coverageSchema = z.strictObject({
  time: z.strictObject({ column: z.string(), ...periodsSchema.shape }).optional(),
  places: z.record(z.string(), z.int()).optional(),
})

const setAsideSchema = z.strictObject({ reason: z.string(), rows: z.int() })

const sourceSchema = z.strictObject({
  title: z.string(),
  publisher: z.string(),
  edition: z.string(),
  file: z.string(),
  origin: z.string(),
  licence: z.string(),
  attribution: z.string(),
  sha256: z.string(),
  rowsIn: z.int(),
  rowsOut: z.int(),
  setAside: z.array(setAsideSchema),
})

const unpackedSchema = z.strictObject({ bytes: z.int(), hash: z.string() })

const resourceSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  path: z.string(),
  profile: z.literal('tabular-data-resource'),
  format: z.literal('csv'),
  encoding: z.literal('utf-8'),
  compression: z.literal('gz'),
  bytes: z.int(),
  hash: z.string(),
  unpacked: unpackedSchema,
  rows: z.int(),
  coverage: coverageSchema.optional(),
  schema: z.strictObject({
    fields: z.array(fieldSchema),
    primaryKey: z.array(z.string()).optional(),
    missingValues: z.tuple([z.literal('')]),
  }),
})

const documentSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  path: z.string(),
  format: z.literal('topojson'),
  encoding: z.literal('utf-8'),
  compression: z.literal('gz'),
  bytes: z.int(),
  hash: z.string(),
  unpacked: unpackedSchema,
})

/**
 * A Frictionless tabular data package. `bytes` and `hash` are those of the file as it is stored, as the standard has
 * it. wardstick adds: what each table and its columns cover (`coverage`), `rows` and, in `unpacked`, `bytes` and
 * `hash` of the unpacked table for each resource; for each source file its edition, origin, sha256 and the rows that
 * came in, went out and were set aside, and the documents that are no tables, such as boundaries.
 */
export const descriptorSchema = z.strictObject({
  profile: z.literal('tabular-data-package'),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  licenses: z.array(z.strictObject({ name: z.string(), title: z.string(), path: z.string() })),
  sources: z.array(sourceSchema),
  resources: z.array(resourceSchema),
  documents: z.array(documentSchema).optional(),
})

/** The descriptor of a dataset, `datapackage.json`. */
export interface Descriptor extends z.infer<typeof descriptorSchema> {}
/** What a descriptor says of one table. */
export interface ResourceDescriptor extends z.infer<typeof resourceSchema> {}
/** What a descriptor says of one document that is no table. */
export interface DocumentDescriptor extends z.infer<typeof documentSchema> {}
/** What a descriptor says of one source file. */
export interface SourceDescriptor extends z.infer<typeof sourceSchema> {}
/** Rows that were set aside, and why. */
export interface SetAside extends z.infer<typeof setAsideSchema> {}
/** What a descriptor says of one column. */
export interface FieldDescriptor extends z.infer<typeof fieldSchema> {}
