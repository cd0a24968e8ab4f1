import { WorkerPlugin } from './plugin.mjs'

for (const specifier of ['./shop/../plugin.mjs', './plugin.mjs?v=2', './plugin.mjs?v=2', './plugin.mjs#v2']) {
  const other = await import(specifier)
  console.log(specifier, other.WorkerPlugin === WorkerPlugin)
}
