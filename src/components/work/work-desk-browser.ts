/** What the page of the reader's own work does with the browser: lists, downloads, takes in, deletes and brings back. */
import { fill } from '../../i18n/fill.ts'
import { copyKey, type WorkCopy } from '../../lab/work.ts'
import { mergeWork, parseWorkFile, writeWorkFile } from '../../lab/work-file.ts'
import { labOf } from '../../lab/work-shelf.ts'
import type { Everything } from '../../lab/work-storage.ts'
import { type WatchOptions, type WorkWatch, watchWork } from '../../lab/work-watch.ts'
import { newLine, ownWork } from '../../site/own-work-browser.ts'
import { clearProgress, joinStored, keepProgress } from '../../site/progress-browser.ts'
import { siteRoot } from '../../site/site-root-browser.ts'
import type { Imported } from './work-words.ts'

/** Looks at once and whenever something may have changed. */
export function watchOwnWork(listeners: Pick<WatchOptions, 'onFound' | 'onRefused'>): WorkWatch {
  const storage = ownWork()
  const stopProgress = keepProgress(storage)
  const watch = watchWork({ storage, ...listeners })
  const look = () => void watch.look()
  window.addEventListener('focus', look)
  look()
  return {
    look: watch.look,
    stop: () => {
      stopProgress()
      watch.stop()
      window.removeEventListener('focus', look)
    },
  }
}

/** @param name with a place for `{date}` */
export function download(everything: Everything, name: string): void {
  const url = URL.createObjectURL(new Blob([writeWorkFile(everything)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fill(name, { date: new Date().toISOString().slice(0, 10) })
  link.click()
  URL.revokeObjectURL(url)
}

export async function importFile(file: File): Promise<Imported> {
  const read = parseWorkFile(await file.text())
  if (read.kind === 'refused') return read
  const here = await ownWork().all()
  const added = mergeWork(read.everything, { here, newLine, now: Date.now() })
  await bringBack(added)
  return { kind: 'added', added }
}

export async function deleteCopy(copy: WorkCopy): Promise<void> {
  await ownWork().remove([copy])
}

/** Makes a copy the one that its lab opens with, and goes there. The others stay, and the lab does not ask about them. */
export async function bringForward(copy: WorkCopy, all: readonly WorkCopy[], path: string): Promise<void> {
  const others = all.filter((other) => labOf(other) === labOf(copy) && other !== copy)
  const settled = others.map(copyKey)
  await ownWork().write({ ...copy, line: newLine(), version: 1, savedAt: Date.now(), settled }, copy)
  location.assign(new URL(path, siteRoot()))
}

export async function deleteEverything(): Promise<void> {
  await ownWork().clear()
  clearProgress()
}

export async function bringBack(everything: Everything): Promise<void> {
  await ownWork().add(everything)
  await joinStored(ownWork())
}
