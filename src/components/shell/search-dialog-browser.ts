/** Opens the search dialog, asks Pagefind's index, and lists what it finds. */
import { siteRoot } from '../../site/site-root-browser.ts'
import { excerptParts, type Pagefind, type PagefindPage } from './pagefind.ts'

const LIMIT = 8

for (const dialog of document.querySelectorAll<HTMLDialogElement>('[data-search]')) connect(dialog)

function connect(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input')
  const status = dialog.querySelector('.search-status')
  const list = dialog.querySelector('.search-results')
  if (!input || !status || !list) return
  const words = dialog.dataset
  let index: Promise<Pagefind> | undefined
  let asked = 0

  const load = () => {
    index ??= loadIndex()
    return index
  }

  const open = () => {
    load().catch(() => {
      // The first search awaits the same promise, and says that it failed.
    })
    dialog.showModal()
    input.select()
  }

  const search = async () => {
    const query = input.value.trim()
    const turn = ++asked
    if (query === '') return show([], words.idle ?? '')
    try {
      const found = await (await load()).search(query)
      const pages = await Promise.all(found.results.slice(0, LIMIT).map((result) => result.data()))
      if (turn !== asked) return
      const count = found.results.length
      const text = count === 0 ? words.none : count === 1 ? words.one : words.many
      show(pages, (text ?? '').replace('{query}', query).replace('{count}', String(count)))
    } catch {
      // Said in the dialog; the next search tries again.
      index = undefined
      if (turn === asked) show([], words.failed ?? '')
    }
  }

  const show = (pages: readonly PagefindPage[], text: string) => {
    status.textContent = text
    list.replaceChildren(...pages.map(renderPage))
  }

  input.addEventListener('input', search)
  dialog.addEventListener('keydown', (event) => step(event, [input, ...dialog.querySelectorAll<HTMLElement>('li a')]))
  dialog.querySelector('[data-search-close]')?.addEventListener('click', () => dialog.close())
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  for (const button of document.querySelectorAll('[data-search-open]')) button.addEventListener('click', open)
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
    event.preventDefault()
    open()
  })
}

function loadIndex(): Promise<Pagefind> {
  return import(/* @vite-ignore */ new URL('pagefind/pagefind.js', siteRoot()).href)
}

/** Up and down move between the field and the results. */
function step(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const at = stops.findIndex((stop) => stop.matches(':focus'))
  const next = stops[at + by]
  if (by === 0 || at === -1 || !next) return
  event.preventDefault()
  next.focus()
}

function renderPage(page: PagefindPage): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = new URL(page.raw_url.replace(/^\//, ''), siteRoot()).href
  link.textContent = page.meta.title ?? page.raw_url
  const excerpt = document.createElement('p')
  for (const { text, isHit } of excerptParts(page.excerpt)) {
    const node = isHit ? document.createElement('mark') : undefined
    if (node) node.textContent = text
    excerpt.append(node ?? text)
  }
  item.append(link, excerpt)
  return item
}
