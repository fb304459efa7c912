export { type ChartBody, type ChartRow, type ChartWords, composeChart, type KeyEntry, type VegaLiteSpec } from './spec.js'
export { type PointStatus, type SpendingSeries, spendingSeries, type SpendingYear } from './spendingSeries.js'
export { DARK, FONT, GREY, INK, PALETTE, PAPER, THEME } from './theme.js'
