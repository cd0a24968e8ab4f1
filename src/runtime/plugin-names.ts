/** distributed/diagnostics/plugin.py `_get_plugin_name`: a plugin's own name, or one made of its class's name. */
import type { NextId } from 'distributed/ids'
import { classOf, isClass } from 'distributed/single-dispatch'

/** @returns nothing where that is the plugin's name, which no one accepts */
export function pluginName(plugin: unknown, nextId: NextId): string {
  // Every JavaScript function has a `name` of its own; a Python class has none unless it was given one.
  const named = typeof plugin === 'object' && plugin !== null && 'name' in plugin
  // As in Dask, nobody asks whether a name is a text: 5 is one, and another than '5'.
  if (named) return plugin.name as string
  return nextId(isClass(plugin) ? 'type' : (classOf(plugin)?.name ?? String(plugin)))
}
