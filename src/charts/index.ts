export { type ChartBody, type ChartRow, type ChartWords, composeChart, type KeyEntry, type VegaLiteSpec } from './spec.js'
export { type PointStatus, type SpendingSeries, spendingSeries, type SpendingYear } from './spendingSeries.js'
export { FONT, GREY, PALETTE, THEME } from './theme.js'
