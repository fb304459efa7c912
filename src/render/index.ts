export {
  type PageDataset,
  type PageDocument,
  type PageEvidence,
  type PageFigure,
  type PageSection,
  type PageSource,
  type PageTable,
} from './page/document.js'
export { type Draw, type Drawing } from './drawing.js'
export { drawingPool, type DrawingPool } from './drawingPool.js'
export { type PageOptions, renderPage } from './page/page.js'
export { render, renderAll, type RenderAllOptions, type RenderOptions } from './render.js'
export { type FilesToWrite, writeWhole } from './writeWhole.js'
