/** The clipboard, and the code of a frame. */

/** Whether the browser let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Forbidden, or not there: on a page that was not served securely, or in a frame.
    return false
  }
}

/** What another page puts into its own HTML. The address has no character that HTML would read as its own. */
export function frameCode(address: string, title: string): string {
  return `<iframe src="${address}" title="${title}" width="100%" height="760" style="border: 1px solid #8a8272" loading="lazy" allow="clipboard-write"></iframe>`
}
