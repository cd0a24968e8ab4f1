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
      // The one frame is made from text, with a policy of its own on top of this; no address may ever be framed.
      "frame-src 'none'" as const,
      "worker-src 'self' blob:" as const,
      "object-src 'none'" as const,
      "base-uri 'none'" as const,
      "form-action 'none'" as const,
    ],
    scriptDirective: {
      // The frame inherits this policy, and its worker loads the program from a blob.
      resources: ["'self'", "'wasm-unsafe-eval'", 'blob:'],
      hashes: [
        ...['./theme-boot.js', './not-found.js'].map((name) => scriptHash(readNear(name))),
        scriptHash(bundleScript(shell).text),
        runnerHash(),
      ],
    },
    // Highlighted code and the editor set style attributes, which no hash can name.
    styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
  }
}

/** The frame in which programs run is made from a text in the page, so its one script needs the page's leave too. */
function runnerHash(): `sha256-${string}` {
  const [, script] = /<script>([\s\S]*?)<\/script>/.exec(readNear('../../public/runner.html')) ?? []
  if (script === undefined) throw new Error('public/runner.html has no <script>. Its one script starts the worker.')
  return scriptHash(script)
}

function readNear(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}
