import { visibleText } from '../model/visibleText.js'

/** What HTML cannot hold beside control characters: halves of surrogate pairs, and two signs that are none. */
const UNPRINTABLE = /\p{Cs}|[\uFFFE\uFFFF]/gu
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text without what HTML cannot hold, and in which every character can be seen. */
export const printable = (text: string): string => visibleText(text).replace(UNPRINTABLE, '\uFFFD')

/** A text as it stands in HTML, between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** A link to a web address; any other address is shown as text beside the words. */
export function link(url: string, words: string): string {
  const address = webAddress(url)
  if (address === null) return `${escapeHtml(words)}${url === '' ? '' : ` (${escapeHtml(url)})`}`
  return `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`
}

function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

/** Texts as paragraphs. */
export const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')
