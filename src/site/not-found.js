/* The 404 page is served at any depth, so it finds the site's root itself and then settles its links. */
void (async () => {
  const names = location.pathname.split('/').slice(1, -1)
  const ours = names.findIndex((name) => ['lessons', 'zh-cn', '_astro', 'pagefind'].includes(name))
  // Likeliest first: where one of our own folders begins, then every folder from the host's root down.
  const folders = [...(ours === -1 ? [] : [ours]), ...names.keys(), names.length].map(
    (depth) =>
      `/${names
        .slice(0, depth)
        .map((name) => `${name}/`)
        .join('')}`,
  )
  const root = location.pathname.endsWith('/404.html') ? folders.at(-1) : ((await firstOfOurs(folders)) ?? '/')
  for (const link of document.querySelectorAll('a[data-path]')) link.href = root + link.dataset.path

  /** The first folder that holds this site's manifest. */
  async function firstOfOurs(candidates) {
    for (const folder of candidates) {
      try {
        const answer = await fetch(`${folder}site.webmanifest`)
        if (answer.ok && (await answer.json()).id === 'doppelclass') return folder
      } catch {
        // Not ours: the next one may be.
      }
    }
  }
})()
