import { escapeHtml } from '../render/escape.js'
import type { HtmlBlock } from './displayable.js'

/** Several blocks as one, one below the other. */
export const stacked = (blocks: readonly HtmlBlock[]): HtmlBlock => ({
  html: blocks.map(({ html }) => html).join('\n'),
  text: blocks.map(({ text }) => text).join('\n'),
})

/** A heading of a level that a notebook leaves to its outputs. */
export const heading = (text: string): HtmlBlock => ({ html: `<h4>${escapeHtml(text)}</h4>`, text })

/** A paragraph. */
export const paragraph = (text: string): HtmlBlock => ({ html: `<p>${escapeHtml(text)}</p>`, text })

/** A paragraph that bounds what the one before it says. */
export const caveat = (text: string): HtmlBlock => ({
  html: `<blockquote>${escapeHtml(text)}</blockquote>`,
  text: `  ${text}`,
})

/** A small remark below a table or a figure. */
export const remark = (text: string): HtmlBlock => ({ html: `<p><small>${escapeHtml(text)}</small></p>`, text })

/** Blocks that a reader opens when wanted; in plain text they are left to the HTML. */
export const folded = (summary: string, blocks: readonly HtmlBlock[]): HtmlBlock => ({
  html: `<details><summary>${escapeHtml(summary)}</summary>\n${stacked(blocks).html}\n</details>`,
  text: `(${summary}: open the HTML)`,
})
