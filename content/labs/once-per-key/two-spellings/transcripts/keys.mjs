import { WorkerPlugin } from './plugin.mjs'

for (const suffix of ['', '?v=2', '?v=2', '#v2']) {
  const specifier = `./a/../plugin.mjs${suffix}`
  const other = await import(specifier)
  console.log(specifier, other.WorkerPlugin === WorkerPlugin)
}
