import { comparableText, withoutRemark } from './text.js'

/**
 * A ward's name as names are compared: `St. Ann's & Mapperley` and `st anns and mapperley` are alike, and so are
 * `Aspley Ward`, as Ordnance Survey prints it, and `Aspley`. What stands in brackets belongs to the name: Appleby
 * (Bongate) is not Appleby (Appleby).
 *
 * @example
 * import { comparableWardName } from 'wardstick/geography'
 * comparableWardName("St. Ann's & Mapperley") // => 'st anns and mapperley'
 * comparableWardName('Clifton North Ward') // => 'clifton north'
 * comparableWardName('Appleby (Bongate)') // => 'appleby bongate'
 */
export function comparableWardName(name: string): string {
  return comparableText(name)
    .replace(/&/g, ' and ')
    .replace(/['’.,]/g, '')
    .replace(/[-/()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\S) ward$/, '')
}

/** A ward's name as {@link comparableWardName} gives it, without what stands in brackets at its end. */
export const wardNameCore = (name: string): string => comparableWardName(withoutRemark(name))

/** Whether two names can be of one ward: they are alike, or one of them is the other without its brackets. */
export function sameWardName(a: string, b: string): boolean {
  const [first, second] = [comparableWardName(a), comparableWardName(b)]
  return first === second || first === wardNameCore(b) || wardNameCore(a) === second
}
