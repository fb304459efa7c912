import { comparableLabel } from './text.js'

/**
 * A ward's name as names are compared: `St. Ann's & Mapperley` and `st anns and mapperley` are alike.
 *
 * @example
 * import { comparableWardName } from 'wardstick'
 * comparableWardName("St. Ann's & Mapperley") // => 'st anns and mapperley'
 */
export function comparableWardName(name: string): string {
  return comparableLabel(name)
    .replace(/&/g, ' and ')
    .replace(/['’.,]/g, '')
    .replace(/[-/]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
