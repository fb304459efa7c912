import { requireRecord } from '../model/given.js'
import type { ColumnDeclaration, TableDeclaration } from './declare.js'

/** A JSON Schema, 2020-12, of the rows of a table as JSON: a list of records. */
export interface TableSchema {
  readonly $schema: 'https://json-schema.org/draft/2020-12/schema'
  readonly title: string
  readonly description: string
  readonly type: 'array'
  readonly items: {
    readonly type: 'object'
    readonly properties: Readonly<Record<string, object>>
    readonly required: readonly string[]
    readonly additionalProperties: false
  }
}

/**
 * The JSON Schema of the rows of a declared table, as `objects()` gives them and JSON holds them; a cell that may be
 * missing is null.
 *
 * @param table the declaration of a table, such as one of `TABLES`.
 * @example
 * import { TABLES, tableSchema } from 'wardstick/tables'
 * const { items } = tableSchema(TABLES.deflators['gdp-deflator'])
 * items.required // => ['series', 'financial_year', 'level']
 * items.properties['series'] === undefined // => false
 */
export function tableSchema(table: TableDeclaration): TableSchema {
  requireRecord('declaration of a table', table, 'name, title, description and columns')
  const { title, description, columns } = table
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    description,
    type: 'array',
    items: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, cellSchema(column)])),
      required: Object.keys(columns),
      additionalProperties: false,
    },
  }
}

/** A cell, null where it may be missing. */
function cellSchema({ type, unit, description, constraints = {} }: ColumnDeclaration): object {
  const { required = false, enum: texts, pattern } = constraints
  const name = type === 'date' ? 'string' : type
  return {
    description: unit === undefined ? description : `${description} (${unit})`,
    type: required ? name : [name, 'null'],
    ...(type === 'date' ? { format: 'date' } : {}),
    ...(pattern === undefined ? {} : { pattern: `^${pattern}$` }),
    ...(texts === undefined ? {} : { enum: required ? texts : [...texts, null] }),
  }
}
