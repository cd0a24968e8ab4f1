/** Lets everybody in. */
export function accept(_plugin: object) {
  return true
}
