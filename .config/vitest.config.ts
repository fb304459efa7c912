import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

process.env['TZ'] = 'America/Los_Angeles'

/** Lets examples of the documentation import wardstick by its name: from the sources, not from what was built. */
function aliases(entries: readonly string[]): { find: RegExp; replacement: string }[] {
  const files: Readonly<Record<string, string>> = {
    data: 'datasets/index',
    danfo: 'tables/danfo',
    notebook: 'display/index',
  }
  const of = (file: string): string => fileURLToPath(new URL(`../src/${file}.ts`, import.meta.url))
  return [
    { find: /^wardstick$/, replacement: of('index') },
    ...entries.map((entry) => ({
      find: new RegExp(`^wardstick/${entry}$`),
      replacement: of(files[entry] ?? `${entry}/index`),
    })),
  ]
}

/**
 * What `npm run test:fast` leaves out: golden figures, the build of all data, the command line, notebooks and their
 * kernels, the documentation, and what runs in a browser.
 */
const SLOW = [
  'golden/**',
  'derive/build.test.ts',
  'cli/**',
  'notebooks/**',
  'display/**',
  'notebooks.test.ts',
  'docs/**',
  'browser.test.ts',
]

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {
    alias: aliases(['geography', 'tables', 'charts', 'notebook', 'render', 'study', 'data', 'sources', 'danfo']),
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: mode === 'fast' ? SLOW.map((files) => `test/${files}`) : [],
    setupFiles: ['test/support/strayConsole.ts'],
    maxWorkers: '100%',
    isolate: false,
    restoreMocks: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { include: ['src/**/*.ts'], exclude: ['src/render/page/browser/**'], reporter: ['text-summary', 'html'] },
  },
}))
