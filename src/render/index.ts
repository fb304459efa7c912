export { render, type RenderOptions } from './render.js'
export { type FilesToWrite, writeWhole } from './writeWhole.js'
