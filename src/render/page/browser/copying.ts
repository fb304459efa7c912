/** Shows the buttons that copy a citation, which do nothing without a script. */
export function offerCopying(): void {
  for (const citation of document.querySelectorAll<HTMLElement>('.citation')) {
    const [button, text, told] = [
      citation.querySelector('button'),
      citation.querySelector('blockquote'),
      citation.querySelector('[role=status]'),
    ]
    if (button === null || text === null || told === null) continue
    button.hidden = false
    button.addEventListener('click', () => {
      void copy(text).then((outcome) => (told.textContent = outcome))
    })
  }
}

async function copy(element: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(element.textContent.trim())
    return 'Copied'
  } catch {
    getSelection()?.selectAllChildren(element)
    return 'Selected: copy it with your keyboard or menu'
  }
}
