/** Builds the site and serves it: what `npm start` does. */
import { runTool } from './run-command.ts'

if ((await runTool('astro', ['build'])) !== 0) {
  console.error('The site could not be built: the reason is printed above.')
  process.exit(1)
}
await import('./preview.ts')
