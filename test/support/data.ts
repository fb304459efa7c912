import { loadTable } from '../../src/datasets/index.js'
import { readStudyText } from '../../src/datasets/index.js'
import { type Study, parseStudy, runStudy } from '../../src/study/index.js'
import { loadStudyData } from '../../src/datasets/index.js'
import type { StudyResult } from '../../src/study/index.js'
import type { StudyData } from '../../src/datasets/index.js'
import type { ColumnName, DatasetName, TableName, TableRow } from '../../src/tables/declared/index.js'

let data: Promise<StudyData> | undefined

/** The built-in data of studies, loaded once a process. */
export const studyData = (): Promise<StudyData> => (data ??= loadStudyData())

const studies = new Map<string, Promise<StudyResult<Study>>>()

/** A built-in study on the built-in data, run once a process. */
export function builtInStudy(name: string): Promise<StudyResult<Study>> {
  const known = studies.get(name) ?? runBuiltInStudy(name)
  studies.set(name, known)
  return known
}

/** A built-in study, run anew. */
export async function runBuiltInStudy(name: string): Promise<StudyResult<Study>> {
  const { file, text } = await readStudyText(name)
  return runStudy(parseStudy(text, file), await studyData())
}

/** Rows of a built-in table, of the type that its declaration gives them. */
export const rowsOfTable = async <Name extends DatasetName, Table extends TableName<Name>>(
  name: Name,
  table: Table,
): Promise<Pick<TableRow<Name, Table>, ColumnName<Name, Table>>[]> => (await loadTable(name, table)).objects()
