/**
 * Opens pages in Chromium, as their readers do: on a desk and on a phone, light and dark, by keyboard, on paper and
 * without scripts. Ends with a line `N passed, N failed`; pictures of each page are left in `out/chromium/`.
 *
 *     node test/chromium/run.mjs PAGE.html [more pages...]
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inflateSync } from 'node:zlib'
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import { contrastFaults, figureStates, focusState, overflow, tableTexts } from './inPage.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const pictures = join(root, 'out', 'chromium')
const DESK = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }
const SCHEMES = ['light', 'dark']
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const LARGEST_PAGE = 1.5e6

const pages = process.argv.slice(2)
if (pages.length === 0) {
  console.error('usage: node test/chromium/run.mjs PAGE.html [more pages...]')
  process.exit(2)
}

const results = []
async function check(what, work) {
  const faults = await Promise.resolve()
    .then(work)
    .catch((error) => [error.message])
  results.push(faults.length === 0)
  console.log(
    faults.length === 0
      ? `ok      ${what}`
      : `failed  ${what}\n${faults
          .slice(0, 12)
          .map((fault) => `        ${fault}`)
          .join('\n')}`,
  )
}

mkdirSync(pictures, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'],
})
try {
  for (const file of pages) await checkPage(resolve(file))
} finally {
  await browser.close()
}
const passed = results.filter(Boolean).length
console.log(`${passed} passed, ${results.length - passed} failed`)
process.exitCode = passed === results.length ? 0 : 1

async function checkPage(file) {
  const name = basename(file) === 'index.html' ? basename(dirname(file)) : basename(file, '.html')
  const picture = (kind) => join(pictures, `${name}-${kind}`)
  const url = pathToFileURL(file).href

  await check(`${name}: weighs at most ${LARGEST_PAGE / 1e6} MB`, () => {
    const { length } = readFileSync(file)
    return length <= LARGEST_PAGE ? [] : [`${length} bytes`]
  })
  for (const [device, viewport] of Object.entries({ desk: DESK, phone: PHONE, narrow: { width: 320, height: 640 } }))
    for (const colorScheme of device === 'narrow' ? ['light'] : SCHEMES)
      await withPage({ viewport, colorScheme, hasTouch: device !== 'desk' }, url, async (page, noise) => {
        const where = `${name}, ${device}, ${colorScheme}`
        await drawn(page)
        await check(`${where}: every chart is drawn, live`, () => page.evaluate(figureStates))
        await check(`${where}: nothing is wider than the window`, () => page.evaluate(overflow))
        await check(`${where}: every text of a chart stands out from its paper by 4.5 to 1`, () =>
          page.evaluate(contrastFaults),
        )
        await openAll(page)
        await check(`${where}: nothing is wider than the window when all is opened`, () => page.evaluate(overflow))
        await check(`${where}: asks for nothing, and the console is silent`, () => noise)
        await page.evaluate(() => document.querySelectorAll('details[open]').forEach((each) => (each.open = false)))
        await page.screenshot({ path: picture(`${device}-${colorScheme}.png`), fullPage: true })
      })
  for (const colorScheme of SCHEMES)
    for (const viewport of [DESK, PHONE])
      await withPage({ viewport, colorScheme, bypassCSP: true }, url, async (page) => {
        await drawn(page)
        await openAll(page)
        await check(`${name}, ${viewport.width} px, ${colorScheme}: axe finds nothing`, () => axeFaults(page))
      })
  await withPage({ viewport: DESK }, url, async (page) => {
    await drawn(page)
    await check(`${name}: the keyboard reaches everything, in sight, the skip link first`, () => keyboardFaults(page))
    await check(`${name}: the contents lead to their sections`, () => contentsFaults(page))
    await check(`${name}: a pointer on a chart is told a value where the chart has one to tell`, () =>
      tooltipFaults(page),
    )
    await check(`${name}: every download is the table that stands on the page`, () => downloadFaults(page))
    await check(`${name}: a citation is copied`, () => copyFaults(page))
  })
  await withPage({ viewport: { ...DESK, width: 700 } }, url, async (page) => {
    await drawn(page)
    await check(`${name}: a window made wider shows the wide charts, drawn`, async () => {
      await page.setViewportSize(DESK)
      await page.waitForFunction(
        () => [...document.querySelectorAll('figure[data-chart]')].every((figure) => figure.dataset.drawn === 'wide'),
        undefined,
        { timeout: 30_000 },
      )
      return page.evaluate(figureStates)
    })
  })
  for (const colorScheme of SCHEMES)
    await withPage({ viewport: DESK, colorScheme }, url, async (page) => {
      await drawn(page)
      await check(
        `${name}: prints from a ${colorScheme} screen, on white, with its charts and how they are known`,
        () => printFaults(page, picture(`print-${colorScheme}.pdf`)),
      )
    })
  for (const [device, viewport] of Object.entries({ desk: DESK, phone: PHONE }))
    await withPage({ viewport, javaScriptEnabled: false }, url, async (page, noise) => {
      await check(`${name}, ${device}: without scripts every chart is there`, () => withoutScriptFaults(page))
      await check(`${name}, ${device}: without scripts nothing is asked for`, () =>
        noise.filter((line) => line.startsWith('request')),
      )
      await page.screenshot({ path: picture(`${device}-without-scripts.png`) })
    })
}

/** Runs work on a page of its own; what it asks for and what its console says is noted. */
async function withPage(options, url, work) {
  const context = await browser.newContext({ acceptDownloads: true, ...options })
  await context.setOffline(true)
  const page = await context.newPage()
  const noise = []
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && noise.push(`console: ${message.text()}`),
  )
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
  page.on(
    'request',
    (request) =>
      request.url().split('#')[0] !== url &&
      !/^data:(font|,)/.test(request.url()) &&
      noise.push(`request: ${request.url().slice(0, 200)}`),
  )
  try {
    await page.goto(url)
    await work(page, noise)
  } finally {
    await context.close()
  }
}

function drawn(page) {
  const isDrawn = () =>
    [...document.querySelectorAll('figure[data-chart]')].every((figure) => figure.dataset.drawn !== undefined)
  return page.waitForFunction(isDrawn, undefined, { timeout: 30_000 }).catch(() => undefined)
}

function openAll(page) {
  return page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)))
}

async function axeFaults(page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }),
    AXE_TAGS,
  )
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
  )
}

async function keyboardFaults(page) {
  const wanted = await page.evaluate(
    () =>
      [...document.querySelectorAll('a[href], summary, button, [tabindex="0"]')].filter((each) =>
        each.checkVisibility(),
      ).length,
  )
  const reached = new Set()
  const faults = []
  for (let press = 0; press <= wanted + 1; press++) {
    await page.keyboard.press('Tab')
    const state = await page.evaluate(focusState)
    if (state === null) break
    if (press === 0 && !state.isSkip) faults.push(`the first stop is ${state.html}, not the skip link`)
    if (!state.outlined) faults.push(`no outline is seen on ${state.html}`)
    if (!state.inView) faults.push(`out of sight: ${state.html}`)
    reached.add(state.index)
  }
  if (reached.size < wanted) faults.push(`${reached.size} of ${wanted} were reached`)
  return faults
}

async function contentsFaults(page) {
  const links = await page.locator('nav.contents a').all()
  const faults = []
  for (const link of links) {
    await link.click()
    const href = await link.getAttribute('href')
    const top = await page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top, href.slice(1))
    const atEnd = await page.evaluate(() => innerHeight + scrollY >= document.documentElement.scrollHeight - 2)
    if (top === undefined || top < -2 || (top > 60 && !atEnd)) faults.push(`${href} stands at ${top}`)
  }
  return faults
}

async function tooltipFaults(page) {
  const told = await page.evaluate(() => {
    let [some, missing] = [0, 0]
    for (const mark of document.querySelectorAll('.live svg path, .live svg rect, .live svg circle, .live svg line')) {
      if (
        mark.__data__?.tooltip === undefined ||
        mark.__data__.tooltip === null ||
        !mark.closest('.live').checkVisibility()
      )
        continue
      some += 1
      mark.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, cancelable: true }))
      if (!mark.closest('.live').hasAttribute('title')) missing += 1
    }
    return { some, missing }
  })
  return told.missing === 0 && told.some > 0 ? [] : [`${told.missing} of ${told.some} marks with a value told nothing`]
}

/**
 * What a click on the link of a figure downloads. Chromium holds back the eleventh download in a row unless the reader
 * does something else in between, and on a busy machine it may not have seen that yet: the reader clicks again.
 */
async function downloaded(page, figure, attempts = 3) {
  await page.keyboard.press('Shift')
  const coming = page.waitForEvent('download', { timeout: 15_000 })
  try {
    const [download] = await Promise.all([coming, figure.locator('a[download]').click()])
    return download
  } catch (error) {
    if (attempts === 1) throw error
    return downloaded(page, figure, attempts - 1)
  }
}

async function downloadFaults(page) {
  await openAll(page)
  const faults = []
  const figures = await page.locator('figure').all()
  for (const figure of figures) {
    const download = await downloaded(page, figure)
    const rows = parseCsv(readFileSync(await download.path(), 'utf8'))
    const shown = await figure.evaluate(tableTexts)
    const id = await figure.getAttribute('id')
    if (download.suggestedFilename() !== (await figure.locator('a[download]').getAttribute('download')))
      faults.push(`${id} is saved as ${download.suggestedFilename()}`)
    if (rows.length !== shown.length) faults.push(`${id}: ${rows.length} rows in the file, ${shown.length} on the page`)
    rows.forEach((row, i) =>
      row.forEach(
        (cell, j) =>
          sameCell(cell, shown[i]?.[j]) ||
          faults.push(`${id}, row ${i}: '${cell}' in the file, '${shown[i]?.[j]}' on the page`),
      ),
    )
  }
  return faults
}

/** Whether a cell of the page is a cell of the file as people write it. */
function sameCell(cell, shown = '') {
  if (cell === '') return shown === 'missing'
  const number = Number(shown.replaceAll(',', '').replace('−', '-'))
  if (cell !== '' && shown !== '' && !Number.isNaN(number) && !Number.isNaN(Number(cell)))
    return Math.abs(number - Number(cell)) <= 0.0051
  const plain = (text) => text.replace(/\s+/g, ' ').trim()
  return plain(cell.replace(/^'(?=[=+\-@\t\r])/, '')) === plain(shown) || { true: 'yes', false: 'no' }[cell] === shown
}

function parseCsv(text) {
  const rows = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n"]*))(,|\n)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
  }
  return rows.slice(0, -1)
}

async function copyFaults(page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const citation = page.locator('#cite-this-page .citation')
  await citation.locator('button').click()
  const told = citation.locator('[role=status]')
  await told.filter({ hasText: /./ }).waitFor({ timeout: 5000 })
  const [said, copied, wanted] = [
    await told.textContent(),
    await page.evaluate(() => navigator.clipboard.readText()),
    await citation.locator('blockquote').textContent(),
  ]
  return said === 'Copied' && copied === wanted.trim() ? [] : [`said '${said}', copied '${copied}'`]
}

async function printFaults(page, file) {
  const bytes = await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true })
  const faults = []
  const count = (bytes.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
  if (count === 0) faults.push('no page')
  await page.emulateMedia({ media: 'print' })
  const seen = await page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    hidden: [...document.querySelectorAll('figure[data-chart]')]
      .filter(
        (figure) => ![...figure.querySelectorAll('.wide svg')].some((svg) => svg.getBoundingClientRect().width > 0),
      )
      .map(({ id }) => id),
    folded: [...document.querySelectorAll('details.printed')].filter(
      (each) => each.lastElementChild.getBoundingClientRect().height === 0,
    ).length,
    shown: [...document.querySelectorAll('.tools, button, .skip')].filter((each) => each.checkVisibility()).length,
  }))
  await page.emulateMedia({ media: null })
  if (seen.paper !== 'rgb(255, 255, 255)') faults.push(`the paper is ${seen.paper}`)
  if (seen.hidden.length > 0) faults.push(`no chart is printed in ${seen.hidden.join(', ')}`)
  if (seen.folded > 0) faults.push(`${seen.folded} parts stay folded`)
  if (seen.shown > 0) faults.push(`${seen.shown} buttons or downloads are printed`)
  const charts = await page.locator('figure[data-chart]').count()
  if (charts > 0 && !hasChartColour(bytes)) faults.push('no line of a chart is in the file')
  return faults
}

/** Whether a PDF paints in the dark blue of the charts (#12436D). */
function hasChartColour(pdf) {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)].some(({ index, 0: head }) => {
    try {
      const end = text.indexOf('endstream', index)
      return /\.070\d* \.262\d* \.427\d* (rg|RG)/.test(
        inflateSync(pdf.subarray(index + head.length, end)).toString('latin1'),
      )
    } catch {
      return false
    }
  })
}

async function withoutScriptFaults(page) {
  const faults = []
  for (const figure of await page.locator('figure[data-chart]').all()) {
    const boxes = await Promise.all((await figure.locator('.picture > svg').all()).map((svg) => svg.boundingBox()))
    if (boxes.filter((box) => box !== null && box.width > 200 && box.height > 100).length !== 1)
      faults.push(`${await figure.getAttribute('id')} shows ${boxes.filter(Boolean).length} pictures`)
  }
  const buttons = await page.locator('button:not([hidden])').count()
  if (buttons > 0) faults.push(`${buttons} buttons are offered that do nothing`)
  const figures = await page.locator('figure[data-chart]').count()
  const downloads = await page.locator('a[download]').count()
  if (downloads < figures) faults.push(`${downloads} downloads for ${figures} charts`)
  return faults
}
