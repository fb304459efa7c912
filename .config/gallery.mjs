/**
 * Makes the gallery of the documentation: runs every example of `docs/gallery/`, and writes its spec and its picture
 * beside it and `docs/gallery.md` with all of them. Run by `npm run gallery:build`, after a chart or an example has
 * changed.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from 'esbuild'
import { render } from '../dist/render/index.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'docs', 'gallery')
/** Specs longer than this stand in one line: nobody reads them. */
const LONGEST_READ = 150_000

const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .sort()
for (const file of readdirSync(folder)) if (!file.endsWith('.ts')) rmSync(join(folder, file))
const temporary = join(root, 'node_modules', '.tmp')
mkdirSync(temporary, { recursive: true })
const scratch = mkdtempSync(join(temporary, 'gallery-'))
const sections = []
try {
  for (const file of examples)
    sections.push(await sectionOf(file.replace(/\.ts$/, ''), readFileSync(join(folder, file), 'utf8')))
} finally {
  rmSync(scratch, { recursive: true })
}
writeFileSync(join(root, 'docs', 'gallery.md'), page(sections))

async function sectionOf(name, code) {
  const spec = await specOf(name, code)
  const json = JSON.stringify(spec, null, 1)
  writeFileSync(join(folder, `${name}.vl.json`), `${json.length > LONGEST_READ ? JSON.stringify(spec) : json}\n`)
  writeFileSync(join(folder, `${name}.png`), await render(spec, 'png', { scale: 1 }))
  return { name, code, title: [spec.title.text].flat().join(' '), alt: spec.description }
}

async function specOf(name, code) {
  const file = join(scratch, `${name}.mjs`)
  writeFileSync(file, transformSync(code, { loader: 'ts', format: 'esm', target: 'es2022' }).code)
  return (await import(pathToFileURL(file).href)).default
}

function page(all) {
  const index = all.map(({ name, title }) => `- [\`${name}\`](#${name.toLowerCase()}): ${title}`)
  return `# Gallery

Every chart of \`wardstick/charts\`, drawn from the built-in data by the code that stands below it. In a notebook put
\`await show(...)\` from \`wardstick/notebook\` around the last line in place of \`export default\`. The pictures, the
specs and this page are made by \`npm run gallery:build\`.

${index.join('\n')}

${all.map(section).join('\n\n')}
`
}

function section({ name, code, alt }) {
  return `## ${name}

![${inOneLine(alt)}](gallery/${name}.png)

[Its Vega-Lite spec](gallery/${name}.vl.json); its code:

\`\`\`ts
${code.trim()}
\`\`\``
}

function inOneLine(text) {
  return text.replace(/\s+/g, ' ').replace(/[[\]]/g, '')
}
