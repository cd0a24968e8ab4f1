/** distributed/diagnostics/plugin.py `_get_plugin_name`: a plugin's own name, or one made of its class's name. */
import type { NextId } from 'distributed/ids'
import { classOf } from 'distributed/single-dispatch'

/** @returns empty where the plugin's name is nothing, which no one accepts */
export function pluginName(plugin: unknown, nextId: NextId): string {
  // Every JavaScript function has a `name` of its own; a Python class has none unless it was given one.
  const named = typeof plugin === 'object' && plugin !== null && 'name' in plugin
  return named ? String(plugin.name ?? '') : nextId(classOf(plugin)?.name ?? String(plugin))
}
