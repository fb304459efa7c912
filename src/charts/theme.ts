/**
 * The palette of the UK Government Analysis Function for charts: neighbours differ by 3 to 1 in lightness on white.
 *
 * Source: analysisfunction.civilservice.gov.uk, "Data visualisation: colours in charts".
 */
export const PALETTE = {
  darkBlue: '#12436D',
  turquoise: '#28A197',
  darkPink: '#801650',
  orange: '#F46A25',
  darkGrey: '#3D3D3D',
  lightPurple: '#A285D1',
} as const

/** Greys for text, lines, bands and grids. */
export const GREY = { text: '#3D3D3D', line: '#767676', hatch: '#B8B8B8', band: '#D0D4DA', grid: '#E6E6E6' } as const

/**
 * The colours of areas and cells by their class, at most three in one chart: neighbours differ by 3 to 1 in lightness,
 * on white paper and on a dark page. On paper "worse" and "fall" are darker than "the same", "better" and "rise"
 * lighter, so that a chart reads in grey.
 */
export const CLASS_COLOURS = {
  low: '#DDE9F5',
  middle: '#5485B2',
  high: '#0B2F50',
  worse: '#4A0A2E',
  fall: '#0B2F50',
  same: '#7D8288',
  better: '#D8EFEA',
  rise: '#D8EFEA',
} as const

/** The colour of titles. */
export const INK = '#0B0C0C'
/** The colour behind every chart. */
export const PAPER = '#FFFFFF'

/**
 * What each colour of a chart becomes on a dark page. Charts use these colours and no others, so that a page can
 * exchange them by name.
 */
export const DARK: Readonly<Record<string, string>> = {
  [PALETTE.darkBlue]: '#6CB2F5',
  [PALETTE.turquoise]: '#4FD1C5',
  [PALETTE.darkPink]: '#F48FB9',
  [PALETTE.orange]: '#FF9A5C',
  [PALETTE.lightPurple]: '#C4B0EA',
  [CLASS_COLOURS.low]: '#1A2530',
  [CLASS_COLOURS.middle]: '#46739B',
  [CLASS_COLOURS.high]: '#D3E8FB',
  [CLASS_COLOURS.worse]: '#FFE4EE',
  [CLASS_COLOURS.same]: '#6B7077',
  [CLASS_COLOURS.better]: '#11262A',
  [GREY.text]: '#E4E7EB',
  [GREY.line]: '#9AA3AD',
  [GREY.hatch]: '#5F6872',
  [GREY.band]: '#3A424C',
  [GREY.grid]: '#2A3038',
  [INK]: '#F5F7FA',
  [PAPER]: '#14181D',
}

/** Fonts in the order of preference: the first is the one that `render` embeds, the second has its widths. */
export const FONT = 'DejaVu Sans, Verdana, Geneva, sans-serif'

/** The Vega-Lite configuration of every chart. */
export const THEME = {
  aria: false,
  background: PAPER,
  font: FONT,
  view: { stroke: null },
  title: {
    color: INK,
    fontSize: 18,
    fontWeight: 'bold',
    subtitleColor: GREY.text,
    subtitleFontSize: 12,
    subtitlePadding: 6,
    subtitleLineHeight: 16,
    lineHeight: 23,
    offset: 18,
  },
  axis: {
    labelColor: GREY.text,
    titleColor: GREY.text,
    labelFontSize: 11,
    titleFontSize: 11,
    gridColor: GREY.grid,
    domainColor: GREY.line,
    tickColor: GREY.line,
    titleFontWeight: 'normal',
  },
  legend: {
    labelColor: GREY.text,
    titleColor: GREY.text,
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    labelLimit: 0,
  },
  text: { color: GREY.text },
  range: { category: Object.values(PALETTE) },
} as const
