import { DARK } from '../../charts/theme.js'
import type { VegaLiteSpec } from '../../charts/spec.js'
import type { Draw } from '../drawing.js'
import { escapeHtml, printable } from '../escape.js'

/** A chart in one of its forms, ready for the page. */
export interface Picture {
  /** Under which its Vega data stand in the page. */
  readonly id: string
  /** The picture itself, without a font. */
  readonly svg: string
  /**
   * The same chart as Vega data, from which the page draws it live; without a background where the page's own paper
   * shows.
   */
  readonly vega: VegaPart
  /** Whether every colour is one that a dark page knows how to exchange. */
  readonly exchangeable: boolean
}

/**
 * Draws a chart for a page.
 *
 * @param id its own in the page: the ids inside the picture begin with it, so that those of several pictures differ.
 * @param draw how charts are drawn.
 */
export async function drawPicture(spec: VegaLiteSpec, id: string, draw: Draw): Promise<Picture> {
  const { vega: described, svg: whole } = await draw(spec)
  const vega: VegaPart = withoutAria({ ...described, description: undefined })
  const drawn = printable(whole)
  const exchangeable = colours(drawn).every((colour) => colour in DARK)
  const svg = renameIds(lighten(drawn), id).replace(
    /^<svg /,
    () => `<svg role="img" aria-label="${escapeHtml(spec.description)}" `,
  )
  return { id, svg, vega: exchangeable ? { ...vega, background: undefined } : vega, exchangeable }
}

type VegaPart = Readonly<Record<string, unknown>>

/**
 * Takes the descriptions out of marks, axes and legends: a picture has one name, its alternative text, and those of its
 * marks would weigh twice as much as the chart and never be read.
 */
function withoutAria(part: VegaPart): VegaPart {
  const silent = (parts: unknown): unknown =>
    Array.isArray(parts) ? (parts as VegaPart[]).map((each) => ({ ...withoutAria(each), aria: false })) : undefined
  return {
    ...part,
    marks: silent(part['marks']),
    axes: silent(part['axes']),
    legends: silent(part['legends']),
    encode: withoutDescription(part['encode']),
  }
}

function withoutDescription(encode: unknown): unknown {
  if (encode === undefined) return undefined
  const sets = Object.entries(encode as Record<string, VegaPart>).map(([name, set]) => [
    name,
    { ...set, description: undefined, ariaRoleDescription: undefined },
  ])
  return Object.fromEntries(sets)
}

const TAG = /<[^>]*>/g
const NOT_NEEDED_ATTRIBUTES = [
  '(?:xmlns(?::\\w+)?|version|role|aria-[\\w-]+|pointer-events|font-family|class)="[^"]*"',
  '(?:stroke-width|opacity)="1"',
  'transform="translate\\(0,0\\)"',
]
const NOT_NEEDED = new RegExp(` (?:${NOT_NEEDED_ATTRIBUTES.join('|')})(?=[ />])`, 'g')
const EMPTY = /<path class="(?:background|foreground)"(?![^>]* (?:fill|stroke)=)[^>]*\/>/g
const UNSEEN_TEXT = /<text [^>]*opacity="0"[^>]*>[^<]*<\/text>/g

/** Takes out what is not seen, and decimals beyond a tenth of a pixel. */
function lighten(svg: string): string {
  return svg
    .replace(EMPTY, '')
    .replace(UNSEEN_TEXT, '')
    .replace(TAG, (tag) =>
      (tag.startsWith('<line ') ? tag.replace(/ [xy][12]="0"(?=[ />])/g, '') : tag)
        .replace(NOT_NEEDED, '')
        .replace(/ (?:d|transform|x|y|x1|y1|x2|y2|width|height|r)="[^"]*"/g, roundNumbers),
    )
}

const roundNumbers = (text: string): string =>
  text.replace(/\d+\.\d{2,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10))

/**
 * Vega numbers its ids through the life of the process: they get names of their own, in the order of their appearance.
 */
function renameIds(svg: string, prefix: string): string {
  const names = new Map<string, string>()
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `${prefix}_${names.size + 1}`
    names.set(id, name)
    return name
  }
  return svg.replace(TAG, (tag) =>
    tag
      .replace(/ id="([^"]*)"/g, (_, id: string) => ` id="${nameOf(id)}"`)
      .replace(/="url\(#([^")]*)\)"/g, (_, id: string) => `="url(#${nameOf(id)})"`),
  )
}

/** The colours in which an SVG is painted. */
export function colours(svg: string): string[] {
  const painted = (svg.match(TAG) ?? []).flatMap((tag) =>
    [...tag.matchAll(/ (?:fill|stroke|stop-color)="([^"]*)"/g)].map((match) => match[1] ?? ''),
  )
  return [...new Set(painted)].filter((colour) => !['none', 'transparent'].includes(colour)).sort()
}
