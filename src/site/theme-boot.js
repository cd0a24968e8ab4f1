/* Runs before the first paint: applies the remembered theme, and tells the styles that scripts run. */
;(() => {
  const root = document.documentElement
  root.dataset.js = ''
  try {
    const theme = folders()
      .map(remembered)
      .find((found) => found !== null)
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // Storage is forbidden here: the system's theme stands.
  }

  /** The site's root. The 404 page does not know it, so there it is any folder above, the deepest first. */
  function folders() {
    const above = location.pathname.split('/').map((_, depth, names) => `${names.slice(0, depth + 1).join('/')}/`)
    return 'root' in root.dataset ? [new URL(root.dataset.root, document.baseURI).pathname] : above.reverse()
  }

  /** Named as `site-storage-browser.ts` names it. */
  function remembered(folder) {
    return localStorage.getItem(`doppelclass:${folder}:theme`)
  }
})()
