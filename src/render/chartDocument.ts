import { type VegaLiteSpec, linesBelow } from '../charts/spec.js'
import { escapeHtml } from './escape.js'
import { nameOf } from './vega.js'

/** Nothing is fetched and nothing runs; the style and the font stand in the document. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"
const STYLE = `:root{color-scheme:light}
body{margin:0;background:#fff}
figure{margin:0 auto;max-width:max-content}
svg{display:block;max-width:100%;height:auto}
.heard{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%)}
@page{margin:12mm}
@media print{figure{break-inside:avoid}svg{max-height:270mm}}`

/** One chart as an HTML document: its picture, and its title, subtitle and notes for those who hear it. */
export function chartDocument(spec: VegaLiteSpec, svg: string): string {
  const { title } = spec as Partial<VegaLiteSpec>
  const heard = [...[title?.subtitle ?? []].flat(), linesBelow(spec).join(' ')].filter((text) => text !== '')
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(nameOf(spec))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1 class="heard">${escapeHtml(nameOf(spec))}</h1>
<figure>
${svg}
<figcaption class="heard">${heard.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}</figcaption>
</figure>
</main>
</body>
</html>
`
}
