/** Opens cells in the page: a sandboxed frame of an opaque origin, and in it one classic worker a run. */
import workerSource from 'virtual:run-worker'
import type { Port } from './protocol.ts'
import { type Cell, createRunner, type Runner } from './run.ts'

/** Milliseconds until a frame whose worker has not answered counts as broken. */
const START_TIMEOUT = 15_000

/**
 * A runner for this page. One cell is kept warm, so that Run does not wait for a frame to load.
 *
 * @param url address of `runner.html`
 * @param parent where the invisible frames are put
 */
export function startBrowserRunner(url: URL, parent: HTMLElement = document.body): Runner {
  let spare: Promise<Cell> | null = null
  const prepare = () => {
    const cell = loadPage(url).then((page) => openFrameCell(page, parent))
    // Nobody waits for a spare that fails; whoever takes it meets the error.
    cell.catch(() => undefined)
    return cell
  }
  const openCell = async () => {
    const cell = spare ?? prepare()
    spare = null
    try {
      return await cell
    } finally {
      // Runs may overlap: another may have put a spare here meanwhile.
      spare ??= prepare()
    }
  }
  return createRunner(openCell, () => {
    spare?.then(
      (cell) => cell.terminate(),
      () => undefined,
    )
    spare = null
  })
}

/**
 * The text of the frame's page. A frame that loaded it from its address would get nothing without a network: what is
 * kept for the site is not given to a frame of an opaque origin.
 */
async function loadPage(url: URL): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.href} answered ${response.status}. Check that the site was uploaded whole.`)
  return response.text()
}

async function openFrameCell(page: string, parent: HTMLElement): Promise<Cell> {
  const frame = document.createElement('iframe')
  // Never `allow-same-origin`: with an opaque origin the program has no storage, no cookies and no way to the page.
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.hidden = true
  frame.title = 'runner'
  // Its policy then holds on top of the page's own.
  frame.srcdoc = page
  const { port1, port2 } = new MessageChannel()
  const terminate = () => {
    port1.close()
    frame.remove()
  }
  try {
    await new Promise<void>((resolve, reject) => {
      const timeout = setTimeout(
        () => reject(new Error('The frame in which programs run did not start. Reload the page and run again.')),
        START_TIMEOUT,
      )
      port1.onmessage = () => {
        clearTimeout(timeout)
        resolve()
      }
      frame.addEventListener(
        'load',
        // An opaque origin has no name, so the target can only be '*'; what is sent is no secret.
        () => frame.contentWindow?.postMessage({ type: 'boot', source: workerSource }, '*', [port2]),
        { once: true },
      )
      parent.append(frame)
    })
  } catch (error) {
    terminate()
    throw error
  }
  port1.onmessage = null
  return { port: port1 satisfies Port, terminate, onDeath: () => undefined }
}
