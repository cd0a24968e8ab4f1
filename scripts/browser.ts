/** Says which browser the tests will use, and installs one if there is none: `npm run browser`. */
import { findChromium } from './find-browser.ts'

try {
  const { path } = await findChromium()
  console.log(`Browser for the tests: ${path}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
