import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { findingsJsonSchema } from '../study/document.js'
import { studyJsonSchema } from '../study/schema.js'

const FOLDER = new URL('../../schemas/', import.meta.url)

await mkdir(FOLDER, { recursive: true })
for (const [name, schema] of [
  ['study.schema.json', studyJsonSchema()],
  ['findings.schema.json', findingsJsonSchema()],
] as const) {
  await writeFile(new URL(name, FOLDER), `${JSON.stringify(schema, null, 2)}\n`)
  process.stdout.write(`${fileURLToPath(new URL(name, FOLDER))}\n`)
}
