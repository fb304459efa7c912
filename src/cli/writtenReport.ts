import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PAGE_FILE } from '../study/index.js'

/** What was written and, at the end, the address of the page. */
export function writtenReport(folder: string, files: readonly string[]): string {
  const others = files.filter((file) => file !== PAGE_FILE)
  const list = others.length === 0 ? [] : [`Written to ${folder}:`, ...grouped(others).map((line) => `  ${line}`)]
  const page = files.includes(PAGE_FILE)
    ? [
        ...(list.length === 0 ? [] : ['']),
        'The page, to read, print and quote:',
        `  ${pathToFileURL(resolve(join(folder, PAGE_FILE))).href}`,
      ]
    : []
  return [...list, ...page].join('\n')
}

/** A line for each file of the folder itself, and for each folder in it with how many files it has. */
function grouped(files: readonly string[]): string[] {
  const folders = [...new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''))]
  return [
    ...files.filter((file) => !file.includes('/')),
    ...folders.map((name) => `${name}/ (${files.filter((file) => file.startsWith(`${name}/`)).length} files)`),
  ]
}
