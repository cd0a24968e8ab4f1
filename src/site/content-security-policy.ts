/** The one policy of every page, as Astro wants it: what may run, load, frame and connect. */
import { readFileSync } from 'node:fs'
import { bundleScript, scriptHash } from './script-source.ts'

/** @param shell the entry of the script that every page holds */
export function contentSecurityPolicy(shell: string) {
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
      hashes: [...['./theme-boot.js', './not-found.js'].map(readScript), bundleScript(shell).text].map(scriptHash),
    },
    // Highlighted code and the editor set style attributes, which no hash can name.
    styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
  }
}

function readScript(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
