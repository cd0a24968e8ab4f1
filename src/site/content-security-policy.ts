/** The one policy of every page, as Astro wants it: what may run, load, frame and connect. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export function contentSecurityPolicy() {
  return {
    algorithm: 'SHA-256' as const,
    directives: [
      "default-src 'self'" as const,
      "connect-src 'self'" as const,
      "img-src 'self' data:" as const,
      "font-src 'self'" as const,
      // Learners' code runs behind a frame that brings its own, stricter policy.
      "frame-src 'self'" as const,
      "worker-src 'self' blob:" as const,
      "object-src 'none'" as const,
      "base-uri 'none'" as const,
      "form-action 'none'" as const,
    ],
    scriptDirective: {
      resources: ["'self'", "'wasm-unsafe-eval'"],
      hashes: ['./theme-boot.js', './not-found.js'].map(hashOf),
    },
    // Highlighted code and the editor set style attributes, which no hash can name.
    styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
  }
}

function hashOf(script: string): `sha256-${string}` {
  const source = readFileSync(new URL(script, import.meta.url))
  return `sha256-${createHash('sha256').update(source).digest('base64')}`
}
