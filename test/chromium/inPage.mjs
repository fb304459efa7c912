/* Functions that the browser runs in the page: each stands alone, as it is sent there by its text. */

/** Every figure whose chart is not drawn live in the form that is shown. */
export function figureStates() {
  return [...document.querySelectorAll('figure[data-chart]')].flatMap((figure) => {
    const live = [...figure.querySelectorAll('.live svg')].filter(
      (svg) => svg.getBoundingClientRect().width > 200 && svg.getBoundingClientRect().height > 100,
    )
    if (figure.dataset.drawn === undefined) return [`${figure.id} is not drawn`]
    if (live.length !== 1) return [`${figure.id} shows ${live.length} live charts`]
    const [svg] = live
    return svg.getAttribute('role') === 'img' && svg.getAttribute('aria-label') !== ''
      ? []
      : [`${figure.id} has no alternative text`]
  })
}

/** What is wider than the window. */
export function overflow() {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const wide = [...document.querySelectorAll('body *')].filter(
    (each) => each.getBoundingClientRect().right > clientWidth + 1 && each.closest('.scroll') === null,
  )
  return [`${scrollWidth} px in ${clientWidth} px`, ...wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 120))]
}

/** Texts of charts that stand out too little from the paper of their chart. */
export function contrastFaults() {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (light + 0.05) / (dark + 0.05)
  }
  return [...document.querySelectorAll('figure[data-chart] svg')]
    .filter((svg) => svg.checkVisibility())
    .flatMap((svg) => {
      const first = svg.firstElementChild
      let behind = svg
      while (behind.parentElement !== null && channels(getComputedStyle(behind).backgroundColor)[3] === 0)
        behind = behind.parentElement
      const paper = channels(
        first.matches('rect') ? getComputedStyle(first).fill : getComputedStyle(behind).backgroundColor,
      )
      return [...svg.querySelectorAll('text')]
        .filter((text) => text.textContent.trim() !== '' && Number(text.getAttribute('opacity') ?? 1) > 0)
        .flatMap((text) => {
          const found = contrast(channels(getComputedStyle(text).fill), paper)
          return found >= 4.5 ? [] : [`${svg.closest('figure').id}: '${text.textContent}' has ${found.toFixed(2)}`]
        })
    })
}

/** What has the focus: whether it is seen, and seen to have it. */
export function focusState() {
  const element = document.activeElement
  if (element === null || element === document.body) return null
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  return {
    index: [...document.querySelectorAll('*')].indexOf(element),
    html: element.outerHTML.slice(0, 120),
    isSkip: element.matches('.skip'),
    outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    inView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && getComputedStyle(element).opacity !== '0',
  }
}

/** The cells of the table of a figure, as texts; a missing cell is `missing`. */
export function tableTexts(figure) {
  return [...figure.querySelectorAll('table tr')].map((row) =>
    [...row.cells].map((cell) => (cell.querySelector('.hidden') ?? cell).textContent),
  )
}
