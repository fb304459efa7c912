import { DARK, FONT, GREY, INK, PALETTE, PAPER } from '../../charts/theme.js'

/** From which width on the wide form of a chart is shown. */
export const WIDE = '(min-width: 800px)'

/** The colours of a page by their use, in one scheme. */
export interface PageColours {
  readonly paper: string
  /** Behind what is set apart. */
  readonly tint: string
  readonly ink: string
  /** Texts beside the main one. */
  readonly quiet: string
  readonly accent: string
  readonly line: string
}

export const LIGHT_PAGE: PageColours = {
  paper: PAPER,
  tint: '#F3F5F7',
  ink: INK,
  quiet: '#4A4F55',
  accent: PALETTE.darkBlue,
  line: '#C9CED4',
}
export const DARK_PAGE: PageColours = {
  paper: DARK[PAPER] ?? INK,
  tint: '#1E242B',
  ink: DARK[INK] ?? PAPER,
  quiet: '#B4BCC6',
  accent: DARK[PALETTE.darkBlue] ?? PAPER,
  line: DARK[GREY.band] ?? GREY.band,
}

/** The whole style of a page. */
export const pageStyle = (): string => `
:root{color-scheme:light dark;${variables(LIGHT_PAGE)}}
@media screen and (prefers-color-scheme:dark){
:root{${variables(DARK_PAGE)}}
${exchanges()}
}
${STYLE}`

const variables = (colours: PageColours): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${String(value)};`)
    .join('')

/** Exchanges the colours of charts for those of a dark page. */
const exchanges = (): string =>
  Object.entries(DARK)
    .map(
      ([light, dark]) =>
        `.exchangeable [fill="${light}"]{fill:${dark}}.exchangeable [stroke="${light}"]{stroke:${dark}}`,
    )
    .join('\n')

const STYLE = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:break-word;
font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.head,.contents,main,footer{max-width:50rem;margin-inline:auto;padding-inline:.75rem}
p,ul,ol,dl,blockquote{max-width:42rem;margin:0 0 .9rem}
ul,ol{padding-left:1.3rem}
li{margin-bottom:.3rem}
h1,h2,h3{line-height:1.2;text-wrap:balance;margin:0}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:from-font}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:.75rem;top:-5rem;padding:.6rem 1rem;background:var(--accent);color:var(--paper);z-index:1}
.skip:focus{top:.5rem}

.head{padding-top:2.5rem}
h1{font-size:clamp(1.85rem,1.3rem + 2.4vw,2.9rem);letter-spacing:-.02em;line-height:1.12;margin-bottom:1.2rem}
.about p:first-child{font-size:1.2rem;line-height:1.5}
.contents{margin-top:1.6rem}
.contents h2{font-size:1rem;border-top:3px solid var(--accent);padding-top:.7rem;margin-bottom:.4rem}
.contents ol,.contents ul{margin:0;padding:0;list-style:none}
.contents ul{border-top:1px solid var(--line);margin-top:.4rem;padding-top:.4rem}
.contents li{margin:0}
.contents a{display:inline-block;padding:.28rem 0;line-height:1.35;text-decoration:none}
.contents a:hover{text-decoration:underline}

main>section{border-top:3px solid var(--accent);margin-top:3.2rem;padding-top:.9rem}
.question{color:var(--quiet);font-size:.95rem;line-height:1.4;margin-bottom:.45rem}
h2{font-size:clamp(1.5rem,1.2rem + 1.4vw,2.1rem);letter-spacing:-.015em;margin-bottom:.8rem}
h3{font-size:1.05rem;margin:1.4rem 0 .5rem}
.sentence{font-size:clamp(1.1rem,1.02rem + .4vw,1.2rem);line-height:1.5}
.caveat{border-left:4px solid var(--accent);background:var(--tint);padding:.7rem 1rem}
.caveat strong{display:block;font-size:.85rem;letter-spacing:.01em}
h2 .permalink{display:inline-block;min-width:1.5rem;min-height:1.5rem;text-align:center;
font-weight:400;text-decoration:none;color:var(--quiet);font-size:.8em;opacity:0}
h2:hover .permalink,h2 .permalink:focus-visible{opacity:1}
@media (hover:none){h2 .permalink{opacity:1}}

figure{margin:1.6rem 0;border:1px solid var(--line);border-radius:4px;background:var(--paper);overflow:clip}
.picture{display:none;margin-inline:auto}
.picture svg{display:block;width:100%;height:auto;font-family:${FONT}}
.narrow{display:block;max-width:27.5rem}
@media ${WIDE}{.narrow{display:none}.wide{display:block;max-width:50rem}}
figcaption{padding:.8rem 1rem 0;line-height:1.4;color:var(--quiet);font-size:.95rem}
figure[data-chart] figcaption{border-top:1px solid var(--line)}
figcaption .permalink{font-weight:600;display:inline-block;min-height:1.5rem}
figure>.scroll{margin:.6rem 1rem}
.tools{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.8rem;padding:.1rem 1rem .4rem;font-size:.95rem}
.tools>details{max-width:100%}
.tools>details[open]{flex:1 0 100%;min-width:0}
.download{padding:.4rem 0;line-height:1.4}
.file{color:var(--quiet);font-size:.875em;font-weight:400;margin-left:.35em}

summary{cursor:pointer;padding:.4rem 0;font-weight:600;color:var(--accent);line-height:1.4}
summary:hover{text-decoration:underline;text-underline-offset:.15em}
figure summary{font-weight:400}
.folds>details{border-top:1px solid var(--line);padding:.25rem 0}
.folds>details:last-child{border-bottom:1px solid var(--line)}
.folds>details[open]{padding-bottom:.8rem}
.folds{margin-top:1.4rem}
.folds h3:first-of-type{margin-top:.6rem}
.ids{columns:18rem;list-style:none;padding:0;font-size:.95rem}
blockquote{padding:.7rem 1rem;border-left:4px solid var(--line);background:var(--tint)}
button{font:inherit;padding:.35rem 1rem;border:1px solid var(--accent);border-radius:3px;
background:var(--paper);color:var(--accent);cursor:pointer}
button:hover{background:var(--accent);color:var(--paper)}

.scroll{overflow:auto;max-height:36rem;margin-bottom:.9rem;position:relative}
table{border-collapse:collapse;font-size:.9rem;line-height:1.35;min-width:min(100%,30rem)}
th,td{padding:.35rem .9rem .35rem 0;text-align:left;vertical-align:top;
border-bottom:1px solid var(--line);font-weight:400}
thead th{position:sticky;top:0;background:var(--paper);font-weight:600;
vertical-align:bottom;border-bottom:2px solid var(--quiet)}
th,td{overflow-wrap:normal}
td,tbody th{min-width:9rem;max-width:26rem}
.short,.number{white-space:nowrap}
td.short,td.number,tbody .short,tbody .number{min-width:4rem}
.number{text-align:right;font-variant-numeric:tabular-nums}
thead .short,thead .number{white-space:normal}

.dataset{border-top:1px solid var(--line);padding-top:.2rem;margin-top:1.2rem}
.sources li{padding-top:.4rem}
.sources p{margin-bottom:.2rem}
dl{font-size:.9rem;line-height:1.45}
dl div{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:.6rem}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
dd ul{margin:.2rem 0;padding-left:1.1rem}
@media (max-width:30rem){dl div{display:block;margin-bottom:.3rem}.sources ol{padding-left:1.3rem}}
footer{border-top:1px solid var(--line);margin-top:3.5rem;padding-block:1.2rem 3rem;color:var(--quiet);font-size:.95rem}
footer h2{font-size:1.05rem;letter-spacing:0;color:var(--ink)}

@media (min-width:800px){.head,.contents,main,footer{padding-inline:1rem}}
@media screen and (min-width:1200px){
body{display:grid;grid-template-columns:17rem 52rem;justify-content:center;column-gap:3rem}
.head,main,footer{grid-column:2;width:100%;max-width:none;margin-inline:0}
.contents{grid-column:1;grid-row:1/span 3;position:sticky;top:0;align-self:start;
max-height:100vh;overflow:auto;padding-block:2.6rem 1rem;margin:0;font-size:.9rem}
}

@media print{
@page{size:A4;margin:16mm}
:root{color-scheme:light;font-size:9.5pt}
body{font-size:1rem;line-height:1.4}
.head,.contents,main,footer{max-width:none;padding:0}
p,ul,ol,dl,blockquote{max-width:none}
h1{font-size:2.4rem}h2{font-size:1.5rem}
h1,h2,h3,.question,.sentence{break-after:avoid}
.sentence,.caveat,blockquote,tr,li{break-inside:avoid}
main>section{margin-top:9mm}
figure{break-inside:avoid;margin:4mm 0}
.narrow{display:none}.wide{display:block;max-width:none}
.skip,.tools,figure:not([data-chart]):not(:has(>.scroll)),button,h2 .permalink,.sources{display:none}
a{color:inherit;text-decoration:none}
summary{list-style:none;color:inherit;font-weight:700}
summary::-webkit-details-marker{display:none}
.printed::details-content{content-visibility:visible;display:block;block-size:auto;opacity:1}
.scroll{overflow:visible;max-height:none}
thead th{position:static}
}
`
