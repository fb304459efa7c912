/** Letters by how far they advance in DejaVu Sans, in thousandths of their size; Verdana has the same widths. */
const PLAIN: Readonly<Record<number, string>> = {
  275: "'",
  278: 'ijl',
  295: 'IJ',
  318: ' \u00a0,.‘’',
  337: '/:;\\|',
  352: 'f',
  361: '-',
  390: '()[]',
  392: 't',
  401: '!²',
  411: 'r',
  460: '"',
  500: '*_`§°–',
  518: '“”',
  521: 's',
  525: 'z',
  531: '?',
  550: 'c',
  557: 'L',
  575: 'F',
  579: 'k',
  592: 'vxy',
  603: 'P',
  611: 'TY',
  612: 'o',
  613: 'a',
  615: 'eé',
  632: 'E',
  634: 'hnu',
  635: 'Sbdgpq',
  636: '$0123456789{}£',
  656: 'K',
  684: 'AV',
  685: 'XZ',
  686: 'B',
  695: 'R',
  698: 'C',
  732: 'U',
  748: 'N',
  752: 'H',
  770: 'D',
  775: 'G',
  780: '&',
  787: 'OQ',
  818: 'w',
  838: '#+<=>^~−←→',
  863: 'M',
  950: '%',
  969: '½',
  974: 'm',
  989: 'W',
  1000: '@—…',
}

/** The same of DejaVu Sans Bold. */
const BOLD: Readonly<Record<number, string>> = {
  306: "'",
  343: 'ijl',
  348: ' \u00a0',
  365: '/\\|',
  372: 'IJ',
  380: ',.‘’',
  400: ':;',
  415: '-',
  435: 'f',
  438: '²',
  456: '!',
  457: '()[]',
  478: 't',
  493: 'r',
  500: '_`§°–',
  521: '"',
  523: '*',
  580: '?',
  582: 'z',
  593: 'c',
  595: 's',
  637: 'L',
  645: 'x',
  652: 'vy',
  657: '“”',
  665: 'k',
  675: 'a',
  678: 'eé',
  682: 'T',
  683: 'EF',
  687: 'o',
  696: '$0123456789£',
  712: 'hnu{}',
  716: 'bdgpq',
  720: 'S',
  724: 'Y',
  725: 'Z',
  733: 'P',
  734: 'C',
  762: 'B',
  770: 'R',
  771: 'X',
  774: 'AV',
  775: 'K',
  812: 'U',
  821: 'G',
  830: 'D',
  837: 'HN',
  838: '#+<=>^~−←→',
  850: 'OQ',
  872: '&',
  924: 'w',
  995: 'M',
  1000: '@—…',
  1002: '%',
  1035: '½',
  1042: 'm',
  1103: 'W',
}

/** What a letter that is not in the tables may need: most are narrower. */
const OTHER = 1

const byLetter = (widths: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(widths).flatMap(([width, letters]) =>
      Array.from(letters).map((each) => [each, Number(width) / 1000]),
    ),
  )

const WIDTHS = { normal: byLetter(PLAIN), bold: byLetter(BOLD) } as const

/** How a text is set. */
export interface TextLook {
  /** Height of its letters, pixels. */
  readonly size: number
  readonly weight?: keyof typeof WIDTHS
}

/** How wide a text is in the font of the charts, in pixels. */
export function textWidth(text: string, { size, weight = 'normal' }: TextLook): number {
  const widths = WIDTHS[weight]
  return Array.from(text).reduce((sum, letter) => sum + (widths.get(letter) ?? OTHER), 0) * size
}

/** How wide the widest of several texts is; 0 without any. */
export const widestText = (texts: readonly string[], look: TextLook): number =>
  texts.reduce((widest, text) => Math.max(widest, textWidth(text, look)), 0)

/** Splits a text into lines that are at most so wide, between words; a word that is wider is cut. */
export function wrapToWidth(text: string, width: number, look: TextLook): string[] {
  const fits = (line: string): boolean => textWidth(line, look) <= width
  return text.split(' ').reduce<string[]>((lines, word) => {
    const joined = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && fits(joined)) return [...lines.slice(0, -1), joined]
    return [...lines, ...piecesOf(word, fits)]
  }, [])
}

/** A word whole where it fits, else in the longest pieces that do. */
function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  return Array.from(word).reduce<string[]>((pieces, letter) => {
    const longer = `${pieces.at(-1) ?? ''}${letter}`
    return pieces.length > 0 && fits(longer) ? [...pieces.slice(0, -1), longer] : [...pieces, letter]
  }, [])
}
