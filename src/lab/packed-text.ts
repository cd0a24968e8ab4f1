/** Compresses bytes and writes them in letters that an address may hold, and back, with a limit on what may come out. */

export type Inflated =
  | { readonly kind: 'inflated'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged' }

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const chunks = await readAll(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY)
  return join(chunks ?? [])
}

/** Stops as soon as more than `limit` bytes have come out: a small link may hold an endless text. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Inflated> {
  try {
    const chunks = await readAll(bytes, new DecompressionStream('deflate-raw'), limit)
    return chunks === null ? { kind: 'too-large' } : { kind: 'inflated', bytes: join(chunks) }
  } catch {
    // The stream's own words differ between browsers, and say no more than this.
    return { kind: 'damaged' }
  }
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Null where the text is no such writing. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (unit) => unit.charCodeAt(0))
  } catch {
    // A letter that does not belong there, or one too few.
    return null
  }
}

/** What a stream makes of the bytes, in pieces; null where it comes to more than the limit. */
async function readAll(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  limit: number,
): Promise<readonly Uint8Array[] | null> {
  const writer = stream.writable.getWriter()
  // A fault reaches the reader below as well.
  writer.write(bytes).catch(() => undefined)
  writer.close().catch(() => undefined)
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.readable.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return chunks
    length += value.length
    if (length > limit) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
