/** Keeps a workbench's session while its page is open. Loaded after the page has come to life. */
import { type Keeper, keepWork } from '../../lab/keep-work.ts'
import type { LabSession } from '../../lab/session.ts'
import type { WorkId } from '../../lab/work.ts'
import { newLine, ownWork } from '../../site/own-work-browser.ts'
import { keepProgress } from '../../site/progress-browser.ts'
import { changeSettings, readSettings } from '../../site/settings-browser.ts'

export interface KeepOnPageOptions {
  readonly id: WorkId
  readonly session: LabSession
  readonly name: string | null
}

export function keepOnPage(options: KeepOnPageOptions): Keeper {
  const storage = ownWork()
  const keeper = keepWork({ ...options, storage, newLine })
  const stops = [keepProgress(storage), rememberLive(options.session), keeper.dispose]

  const onVisibility = () => void (document.hidden ? keeper.flush() : keeper.refresh())
  const onHide = () => void keeper.flush()
  // A page that comes back from the browser's cache does not know what other tabs did meanwhile.
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) void keeper.refresh()
  }
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('pagehide', onHide)
  window.addEventListener('pageshow', onShow)
  return {
    ...keeper,
    dispose: () => {
      void keeper.flush()
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pagehide', onHide)
      window.removeEventListener('pageshow', onShow)
      for (const stop of stops) stop()
    },
  }
}

/** The switch for live runs stands as the reader left it. */
function rememberLive({ store, setLive }: LabSession): () => void {
  const { isLive } = readSettings()
  if (isLive !== null) setLive(isLive)
  return store.subscribe((state, before) => {
    if (state.isLive !== before.isLive) changeSettings({ isLive: state.isLive })
  })
}
