/** Closes the menu on Escape and on a click beside it; opening needs no script. */

const menu = document.querySelector<HTMLDetailsElement>('[data-site-menu]')

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu?.open) return
  menu.open = false
  menu.querySelector('summary')?.focus()
})

document.addEventListener('click', (event) => {
  if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
})
