import { fontWidths } from './fontWidths.js'

/** A text of a picture and the box in which it stands, in pixels. */
export interface TextBox {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** What Vega calls the group that it is in, such as `role-axis-label`, and the number of that group. */
  readonly role: string
  readonly group: number
}

/** A picture as its texts, and its size. */
export interface TextsOfPicture {
  readonly width: number
  readonly height: number
  readonly texts: readonly TextBox[]
}

const WIDTHS = { normal: fontWidths('DejaVuSans'), bold: fontWidths('DejaVuSans-Bold') }
/** How far letters reach above and below their baseline, as a share of their size. */
const REACH = { above: 0.73, below: 0.24 }

const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
const placeOf = (tag: string): readonly [number, number] => {
  const [, x = '0', y = '0'] = /translate\(([-\d.e]+)[ ,]([-\d.e]+)\)/.exec(attribute(tag, 'transform') ?? '') ?? []
  return [Number(x), Number(y)]
}
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? '')

/** The texts that an SVG of Vega shows, measured by the widths of the font itself. */
export function textsOf(svg: string): TextsOfPicture {
  const drawn = svg.replace(/<style>.*?<\/style>/s, '').replace(/<(defs|clipPath).*?<\/\1>/gs, '')
  const groups: { readonly at: readonly [number, number]; readonly role: string; readonly number: number }[] = []
  const texts: TextBox[] = []
  let number = 0
  for (const [all, closing, inner] of drawn.matchAll(/<g\b[^>]*>|(<\/g>)|<text\b(?:[^>]*[^>/])?>(.*?)<\/text>/gs)) {
    if (closing !== undefined) groups.pop()
    else if (inner === undefined) {
      const role = /role-[\w-]+/.exec(attribute(all, 'class') ?? '')?.[0] ?? groups.at(-1)?.role ?? ''
      groups.push({ at: placeOf(all), role, number: (number += 1) })
    } else {
      const origin = groups.reduce<[number, number]>(([x, y], { at }) => [x + at[0], y + at[1]], [0, 0])
      const { role = '', number: group = 0 } = groups.at(-1) ?? {}
      texts.push(...boxesOf(all.slice(0, all.indexOf('>') + 1), inner, origin).map((box) => ({ ...box, role, group })))
    }
  }
  const [width, height] = ['width', 'height'].map((name) => Number(attribute(drawn, name))) as [number, number]
  return { width, height, texts }
}

type Box = Omit<TextBox, 'role' | 'group'>

/** The box of each line of a text; none of a text that is not seen. */
function boxesOf(tag: string, inner: string, [originX, originY]: readonly [number, number]): Box[] {
  if (attribute(tag, 'opacity') === '0' || attribute(tag, 'fill-opacity') === '0') return []
  const [x, y] = placeOf(tag)
  const size = Number(/[\d.]+/.exec(attribute(tag, 'font-size') ?? '')?.[0] ?? 11)
  const weight = attribute(tag, 'font-weight') === 'bold' ? 'bold' : 'normal'
  const angle = (Number(/rotate\(([-\d.]+)/.exec(attribute(tag, 'transform') ?? '')?.[1] ?? 0) * Math.PI) / 180
  const lines = inner.includes('<tspan') ? [...inner.matchAll(/<tspan([^>]*)>(.*?)<\/tspan>/gs)] : [['', '', inner]]
  let down = 0
  return lines.map(([, span = '', line = '']) => {
    down += Number(attribute(` ${span}`, 'dy') ?? 0)
    const text = unescaped(line)
    const width = Array.from(text).reduce((sum, letter) => sum + (WIDTHS[weight](letter) ?? 1), 0) * size
    const from = { start: 0, middle: -width / 2, end: -width }[attribute(tag, 'text-anchor') ?? 'start'] ?? 0
    const corners = [from, from + width].flatMap((along) =>
      [-REACH.above * size, REACH.below * size].map((across) => [along, across + down] as const),
    )
    const turned = corners.map(
      ([along, across]) =>
        [
          originX + x + along * Math.cos(angle) - across * Math.sin(angle),
          originY + y + along * Math.sin(angle) + across * Math.cos(angle),
        ] as const,
    )
    const [xs, ys] = [turned.map(([each]) => each), turned.map(([, each]) => each)]
    return { text, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
  })
}

/** The texts that reach out of a picture, and the numbers of an axis that touch each other. */
export function textFaults(svg: string): string[] {
  const { width, height, texts } = textsOf(svg)
  const out = texts.filter(({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height)
  const labels = texts.filter(({ role }) => role === 'role-axis-label')
  const touching = labels.flatMap((one, i) =>
    labels
      .slice(i + 1)
      .filter(({ group, left, right, top, bottom }) => {
        const beside = left < one.right && one.left < right
        return group === one.group && beside && top < one.bottom && one.top < bottom
      })
      .map((other) => `'${one.text}' and '${other.text}' touch`),
  )
  const place = ({ text, left, right }: TextBox): string =>
    `'${text}' reaches from ${left.toFixed(1)} to ${right.toFixed(1)} of ${width}`
  return [...out.map(place), ...touching]
}
