/**
 * The palette of the UK Government Analysis Function for charts: neighbours differ by 3 to 1 in lightness on white.
 *
 * Source: analysisfunction.civilservice.gov.uk, "Data visualisation: colours in charts".
 */
export const PALETTE = { darkBlue: '#12436D', turquoise: '#28A197', darkPink: '#801650', orange: '#F46A25', darkGrey: '#3D3D3D', lightPurple: '#A285D1' } as const

/** Greys for text, lines, bands and grids. */
export const GREY = { text: '#3D3D3D', line: '#767676', band: '#D0D4DA', grid: '#E6E6E6' } as const

/** Fonts in the order of preference: the first is the one that `render` embeds, the second has its widths. */
export const FONT = 'DejaVu Sans, Verdana, Geneva, sans-serif'

/** The Vega-Lite configuration of every chart. */
export const THEME = {
  background: '#FFFFFF',
  font: FONT,
  view: { stroke: null },
  title: { color: '#0B0C0C', fontSize: 18, fontWeight: 'bold', subtitleColor: GREY.text, subtitleFontSize: 12, subtitlePadding: 6, subtitleLineHeight: 16, lineHeight: 23, offset: 18 },
  axis: { labelColor: GREY.text, titleColor: GREY.text, labelFontSize: 11, titleFontSize: 11, gridColor: GREY.grid, domainColor: GREY.line, tickColor: GREY.line, titleFontWeight: 'normal' },
  legend: { labelColor: GREY.text, titleColor: GREY.text, labelFontSize: 11, titleFontSize: 11, titleFontWeight: 'normal', labelLimit: 0 },
  text: { color: GREY.text },
  range: { category: Object.values(PALETTE) },
} as const
