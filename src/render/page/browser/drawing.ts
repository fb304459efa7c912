import { type Loader, type Spec, View, parse } from 'vega'
import { expressionInterpreter } from 'vega-interpreter'

const FONTS = ['11px "DejaVu Sans"', 'bold 18px "DejaVu Sans"']

/** Draws every chart live, in the form that is shown, one after the other so that the page stays responsive. */
export function drawCharts(): void {
  const forms = [...document.querySelectorAll<HTMLElement>('[data-form]')]
  const done = new Set<HTMLElement>()
  const charts = unpackCharts().catch(() => new Map<string, Spec>())
  let work: Promise<void> = Promise.all(FONTS.map((font) => document.fonts.load(font))).then(
    () => undefined,
    () => undefined,
  )
  const drawShown = (): void => {
    for (const form of forms) {
      if (done.has(form) || getComputedStyle(form).display === 'none') continue
      done.add(form)
      work = work.then(async () => drawInto(form, (await charts).get(form.dataset['chart'] ?? ''))).then(pause)
    }
  }
  drawShown()
  for (const query of new Set(forms.map((form) => form.dataset['media'] ?? '')))
    matchMedia(query).addEventListener('change', drawShown)
}

/** Puts the live chart in the place of the picture; the picture stays when that fails. */
async function drawInto(form: HTMLElement, chart: Spec | undefined): Promise<void> {
  const picture = form.querySelector('svg')
  if (picture === null || chart === undefined) return
  const place = document.createElement('div')
  try {
    const view = new View(parse(chart, undefined, { ast: true }), {
      expr: expressionInterpreter,
      renderer: 'svg',
      loader: refusingLoader(),
      logLevel: 0,
    })
    await view.initialize(place).runAsync()
    const drawn = place.querySelector('svg')
    if (drawn === null) return
    nameAs(picture, drawn)
    for (const name of ['role', 'aria-roledescription', 'aria-label']) place.removeAttribute(name)
    place.className = 'live'
    picture.replaceWith(place)
    form.closest('figure')?.setAttribute('data-drawn', form.dataset['form'] ?? '')
  } catch {
    place.remove()
  }
}

/** The charts of the page by id; a browser too old to unpack them keeps the pictures. */
async function unpackCharts(): Promise<Map<string, Spec>> {
  const packed = document.getElementById('charts_data')?.textContent ?? ''
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Map(Object.entries((await new Response(unpacked).json()) as Record<string, Spec>))
}

function nameAs(picture: SVGElement, drawn: SVGElement): void {
  drawn.setAttribute('role', 'img')
  drawn.setAttribute('aria-label', picture.getAttribute('aria-label') ?? '')
}

/** A loader that fetches nothing: a page carries its data inside. */
function refusingLoader(): Loader {
  const refuse = (): Promise<never> => Promise.reject(new Error('refused'))
  return { load: refuse, sanitize: () => Promise.resolve({ href: '' }), http: refuse, file: refuse }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
