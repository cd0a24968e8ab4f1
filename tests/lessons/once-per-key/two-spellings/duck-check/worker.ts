/** Goes by the shape. */
export function accept(plugin: object) {
  return 'setup' in plugin
}
