/** Control characters but for tab and line feed, and those that turn the direction of writing. */
const UNSEEN = /[^\P{Cc}\t\n]|\p{Bidi_Control}/gu

/**
 * A text of which every character can be seen: `\u001b` in place of the character that begins a command to a terminal,
 * `\u202e` in place of the one after which letters run backwards.
 */
export const visibleText = (text: string): string =>
  text.replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
