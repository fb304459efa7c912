import { distance } from 'fastest-levenshtein'

const GENERIC = /\b(library|libraries|the)\b/g
const USUAL_WORDS = [
  'and|information|centre|center|community|hub|managed|public|branch|learning|customer|services?|resource|link',
  'micro|access|point|neighbourhood|collection',
]
const USUAL = new RegExp(`\\b(${USUAL_WORDS.join('|')})\\b`, 'g')

/** A library’s name in the one form in which names are compared: letters and digits, without the word library. */
export function nameKey(name: string): string {
  const words = plainWords(name)
  return squeeze(words.replace(GENERIC, ' ')) || squeeze(words)
}

/**
 * What is left of a name without the usual words for a kind of library: `Whittlesey Community Hub` and `Whittlesey
 * Library Learning Centre` share it.
 */
export function nameCore(name: string): string {
  return squeeze(plainWords(name).replace(GENERIC, ' ').replace(USUAL, ' ')) || nameKey(name)
}

/** Names as short as this are too alike by chance. */
const LETTERS_FOR_A_SLIP = 7
const MOST_SLIPS = 2

/** Whether one core holds the other as whole words, or they differ by a slip or two of the pen. */
export function areClose(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 4 && ` ${long} `.includes(` ${short} `)) return true
  return short.length >= LETTERS_FOR_A_SLIP && short.startsWith(long.slice(0, 2)) && distance(short, long) <= MOST_SLIPS
}

/** A name for an id: `strelley-road`. */
export function nameSlug(name: string): string {
  return nameKey(name).replaceAll(' ', '-')
}

function plainWords(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’`.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bsaint\b/g, 'st')
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()
