import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

process.env['TZ'] = 'America/Los_Angeles'

/** Lets examples of the documentation import wardstick by its name: from the sources, not from what was built. */
function aliases(entries: readonly string[]): { find: RegExp; replacement: string }[] {
  const files: Readonly<Record<string, string>> = { data: 'datasets/index', danfo: 'table/danfo' }
  const of = (file: string): string => fileURLToPath(new URL(`../src/${file}.ts`, import.meta.url))
  return [
    { find: /^wardstick$/, replacement: of('index') },
    ...entries.map((entry) => ({
      find: new RegExp(`^wardstick/${entry}$`),
      replacement: of(files[entry] ?? `${entry}/index`),
    })),
  ]
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { alias: aliases(['charts', 'notebook', 'render', 'study', 'data', 'sources', 'danfo']) },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/strayConsole.ts'],
    maxWorkers: '100%',
    restoreMocks: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
