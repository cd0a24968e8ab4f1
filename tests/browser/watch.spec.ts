/** The watch over each page sees what it is there to see. */
import { expect, test } from '../support/browser-watch.ts'

const COMPLAINTS = [
  { name: 'a console error', body: '<script>console.error("oh no")</script>', problem: /^console error: oh no/ },
  { name: 'an uncaught error', body: '<script>throw new Error("lost")</script>', problem: /^page error: .*lost/ },
  {
    name: 'an unhandled rejection',
    body: '<script>Promise.reject(new Error("late"))</script>',
    problem: /^page error: .*late/,
  },
  {
    name: 'a missing file',
    body: '<img src="missing.png" alt="">',
    problem: /^failed request: .*missing\.png \(404\)/,
  },
  {
    name: 'a request to someone else',
    body: '<img src="http://127.0.0.1:9/pixel.png" alt="">',
    problem: /^request off the site: http:\/\/127\.0\.0\.1:9\/pixel\.png/,
  },
  {
    name: 'a violation of the policy',
    body: '<meta http-equiv="Content-Security-Policy" content="img-src \'none\'"><img src="favicon.svg" alt="">',
    problem: /^policy violation: img-src blocked .*favicon\.svg/,
  },
  {
    name: 'an error in a frame',
    body: '<iframe srcdoc="<script>console.error(`from below`)</script>" title="frame"></iframe>',
    problem: /^console error: from below/,
  },
  {
    name: 'a request by a worker',
    body: `<script>new Worker(URL.createObjectURL(new Blob(['fetch("http://127.0.0.1:9/leak")'])))</script>`,
    problem: /^request off the site: http:\/\/127\.0\.0\.1:9\/leak/,
  },
]

for (const { name, body, problem } of COMPLAINTS) {
  test(`the watch notices ${name}`, async ({ page, watch }) => {
    watch.expectProblem(/./)
    const html = `<!doctype html><html lang="en"><title>Broken</title>${body}</html>`
    await page.route('**/broken.html', (route) => route.fulfill({ contentType: 'text/html', body: html }))
    await page.goto('broken.html')
    await expect.poll(() => watch.problems).toContainEqual(expect.stringMatching(problem))
  })
}

test('the watch has nothing to say about a page in order', async ({ page, watch }) => {
  await page.goto('')
  expect(watch.problems).toEqual([])
})
