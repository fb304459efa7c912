export { type PageDataset, type PageDocument, type PageEvidence, type PageFigure, type PageSection, type PageSource, type PageTable } from './page/document.js'
export { renderPage } from './page/page.js'
export { render, renderBoth, type RenderOptions } from './render.js'
export { type FilesToWrite, writeWhole } from './writeWhole.js'
