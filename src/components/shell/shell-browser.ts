/** What every page's shell does in the browser. It stands in the page itself: requests for four small scripts would hold up the first paint. */
import './offline-browser.ts'
import './progress-marks-browser.ts'
import './search-dialog-browser.ts'
import './site-menu-browser.ts'
import './theme-button-browser.ts'
