/** Says which browsers the tests will use, and installs what is missing: `npm run browser`. */
import { findChromium } from './find-browser.ts'
import { installSystemFirefox, NO_FIREFOX } from './find-firefox.ts'

try {
  const { path } = await findChromium()
  console.log(`Browser for the tests: ${path}`)
  const firefox = installSystemFirefox()
  console.log(firefox === undefined ? NO_FIREFOX : `Hostile programs also run in: ${firefox}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
