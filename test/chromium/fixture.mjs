/** Writes the page of the tests to a file: `node test/chromium/fixture.mjs PAGE.html`. It needs a built `dist/`. */
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const built = (path) => pathToFileURL(join(root, 'dist', path)).href

/** The library is the built one, as a page finds its script beside it. */
const builtLibrary = {
  name: 'built-library',
  setup: ({ onResolve }) => onResolve({ filter: /\/src\/.*\.js$/ }, ({ path }) => ({ path: built(path.replace(/^.*\/src\//, '')), external: true })),
}
const { outputFiles } = await build({ entryPoints: [join(root, 'test', 'support', 'page.ts')], bundle: true, platform: 'node', format: 'esm', write: false, plugins: [builtLibrary] })
const { pageOf } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
const { renderPage } = await import(built('render/index.js'))
writeFileSync(process.argv[2], await renderPage(pageOf()))
