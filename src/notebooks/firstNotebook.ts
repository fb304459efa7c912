import type { Notebook } from './file.js'

const text = (id: string, source: string): Notebook['cells'][number] => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source,
})
const code = (id: string, source: string): Notebook['cells'][number] => ({
  cell_type: 'code',
  id,
  metadata: {},
  source,
  execution_count: null,
  outputs: [],
})

/** The notebook that a new folder begins with. */
export const FIRST_NOTEBOOK: Notebook = {
  cells: [
    text(
      'about',
      '# A ward of your own\n\nPut the names of your ward and its council in place of Aspley and Nottingham, ' +
        'and run the cells from the top. Wards are those of 2013.',
    ),
    code('packages', "import { show } from 'wardstick/notebook'\nimport { openStudy } from 'wardstick/study'"),
    code(
      'study',
      "const study = await openStudy({ ward: 'Aspley', council: 'Nottingham' })\nawait show(study.chart('culture'))",
    ),
    text(
      'more',
      'A ward inherits the figures of its council: no council publishes its spending by ward.\n\nThese are ' +
        'the findings of the study. `await show(study.finding(ID))` shows one with its caveats and charts, ' +
        '`await show(study)` all of them.',
    ),
    code('findings', 'await show(study.findings.map(({ id, headline }) => ({ id: id, headline: headline })))'),
  ],
  metadata: {
    kernelspec: { display_name: 'TypeScript (wardstick)', language: 'typescript', name: 'tslab' },
    language_info: { file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript' },
  },
  nbformat: 4,
  nbformat_minor: 5,
}
