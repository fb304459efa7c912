/**
 * Makes the page of the documentation with every indicator, `docs/indicators.md`, from the catalogue and the
 * descriptors of the datasets. Run by `npm run indicators:build`, after an indicator or a dataset has changed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entriesOf } from '../dist/cli/indicatorCommands.js'
import { indicatorPage } from '../dist/cli/indicatorPage.js'
import { CATALOGUE } from '../dist/indicators/catalogue.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
writeFileSync(join(root, 'docs', 'indicators.md'), indicatorPage(await entriesOf(CATALOGUE, version)))
