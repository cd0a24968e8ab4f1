/** Tells the editor's own edits, coming back as properties some renders later, from changes that others made. */

export interface EchoFilter {
  readonly sent: (file: string, text: string) => void
  /** Whether a text that was given is news, rather than the echo of an edit that was sent. */
  readonly isNews: (file: string, text: string) => boolean
}

export function createEchoFilter(): EchoFilter {
  /** Texts that were sent and not seen again, oldest first. */
  const awaited = new Map<string, string[]>()
  const given = new Map<string, string>()
  return {
    sent: (file, text) => {
      const texts = awaited.get(file)
      if (texts === undefined) awaited.set(file, [text])
      else texts.push(text)
    },
    isNews: (file, text) => {
      // Another file's change brings this one's text along, which may be older than what is being typed.
      if (given.get(file) === text) return false
      given.set(file, text)
      const texts = awaited.get(file) ?? []
      const index = texts.indexOf(text)
      // Renders skip states, so one echo settles all that was sent before it.
      if (index !== -1) texts.splice(0, index + 1)
      else texts.length = 0
      return index === -1
    },
  }
}
