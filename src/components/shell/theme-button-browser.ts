/** Remembers and applies the reader's choice of theme; `theme-boot.js` applies it before the first paint. */
import { siteStorageName } from '../../site/site-storage-browser.ts'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const root = document.documentElement
const buttons = document.querySelectorAll<HTMLElement>('[data-theme-button]')

function current(): Theme {
  return themes.find((theme) => theme === root.dataset.theme) ?? 'system'
}

function apply(theme: Theme): void {
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(siteStorageName('theme'))
    else localStorage.setItem(siteStorageName('theme'), theme)
  } catch {
    // Storage is forbidden here: the choice holds for this page only.
  }
  show()
}

function show(): void {
  for (const button of buttons) {
    button.textContent = (button.dataset.label ?? '').replace('{theme}', button.dataset[current()] ?? '')
  }
}

for (const button of buttons) {
  button.addEventListener('click', () => apply(themes[(themes.indexOf(current()) + 1) % themes.length] ?? 'system'))
}
show()
