import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

process.env['TZ'] = 'America/Los_Angeles'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/strayConsole.ts'],
    maxWorkers: '100%',
    restoreMocks: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
