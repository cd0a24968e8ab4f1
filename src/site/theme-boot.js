/* Runs before the first paint: applies the remembered theme, and tells the styles that scripts run. */
;(() => {
  const root = document.documentElement
  root.dataset.js = ''
  try {
    const theme = localStorage.getItem('doppelclass:theme')
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {
    // Storage is forbidden here: the system's theme stands.
  }
})()
