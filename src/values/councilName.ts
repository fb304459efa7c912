import { requireText } from '../model/given.js'

const FORM_WORDS =
  /\b(ua|cc|bc|dc|mbc|lb|mb|council|borough|district|metropolitan|royal|unitary|authority|the|of|city|county)\b/g

/**
 * The core of a council's name, in which `City of Nottingham UA`, `Nottingham City Council` and `Nottingham` are alike:
 * lower case, letters only, without the words for a kind of council.
 *
 * Two councils may share a core (Nottingham's shire is another word, but Bedford the borough and Bedford the unitary
 * authority are not), so a core finds candidates; a register decides. `City of London` is its own core: London is not
 * it.
 *
 * @example
 * import { councilNameCore } from 'wardstick/geography'
 * councilNameCore('City of Nottingham UA') // => 'nottingham'
 * councilNameCore('Kensington & Chelsea') // => 'kensington and chelsea'
 */
export function councilNameCore(name: string): string {
  requireText('name of a council', name)
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^a-z]+/g, ' ')
  const core = words.replace(FORM_WORDS, ' ').replace(/\s+/g, ' ').trim()
  return core === '' || core === 'london' ? words.trim() : core
}
