/** Draws the reader's progress into every contents list of the page. */
import { onProgress } from '../../site/progress-browser.ts'

onProgress((progress) => {
  for (const item of document.querySelectorAll<HTMLElement>('[data-lesson]')) {
    const state = progress[item.dataset.lesson ?? '']
    const words = item.closest<HTMLElement>('.contents')?.dataset
    const word = item.querySelector('[data-progress-word]')
    if (state) item.dataset.progress = state
    else delete item.dataset.progress
    if (word) word.textContent = state ? ` ${words?.[state] ?? state}` : ''
  }
})
