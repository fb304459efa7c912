/** Writes a folder as a study does: `node writer.mjs FOLDER WORD` writes files that all hold the word. */
import { writeWhole } from '../../dist/render/writeWhole.js'

const [folder, word] = process.argv.slice(2)
const names = ['index.html', 'findings.json', 'tables/series.csv', 'tables/changes.csv', 'charts/culture.svg']
try {
  await writeWhole(folder, new Map(names.map((name) => [name, `${word}\n`.repeat(200)])))
} catch (error) {
  console.error(error.message)
  process.exitCode = error.name === 'InputError' ? 2 : 1
}
