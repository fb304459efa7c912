export { render, renderBoth, type RenderOptions } from './render.js'
export { type FilesToWrite, writeWhole } from './writeWhole.js'
