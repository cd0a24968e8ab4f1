/** What a browser keeps of a reader's own work, for tests: seen, damaged and renamed as no reader could. */
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { type LabOnPage, type Language, openLab } from './browser-lab.ts'

const DATABASE = 'doppelclass:/some/base/'
const SETTINGS = 'doppelclass:/some/base/:settings'

export interface WorkOnPage extends LabOnPage {
  readonly page: Page
  readonly notice: Locator
  /** Puts a text in place of a file, in the plain editor. */
  readonly write: (file: string, text: string) => Promise<void>
  /** Waits until everything is in storage. */
  readonly kept: () => Promise<void>
  /** The text of a file, as the code pane shows it. */
  readonly text: (file: string) => Promise<string>
}

/** The plain editor is there at once, which a test of storage is glad of. */
export async function preferPlainEditor(context: BrowserContext): Promise<void> {
  await context.addInitScript((key) => {
    try {
      localStorage.setItem(key, '{"editor":"plain","isLive":false}')
    } catch {
      // A frame without an origin.
    }
  }, SETTINGS)
}

/** Opens the first lesson's lab and waits until what was kept is in it, or cannot be had. */
export async function openWork(page: Page, language: Language = 'en'): Promise<WorkOnPage> {
  const lab = await openLab(page, 'impossible-error', language)
  const notice = lab.region.locator('.work-notice')
  const editor = lab.region.getByRole('textbox')
  const work: WorkOnPage = {
    ...lab,
    page,
    notice,
    write: async (file, text) => {
      await lab.openFile(file)
      if ((await lab.button('edit').getAttribute('aria-pressed')) !== 'true') await lab.button('edit').click()
      await editor.fill(text)
      // What went astray on the way would count as kept: there would be nothing to keep.
      await expect(editor).toHaveValue(text)
    },
    kept: () => expect(notice.locator('[data-kept="true"]')).toBeAttached(),
    text: async (file) => {
      await lab.openFile(file)
      const isEditing = (await lab.button('edit').getAttribute('aria-pressed')) === 'true'
      if (isEditing) return editor.inputValue()
      return lab.region.locator('.static-code:not([hidden])').innerText()
    },
  }
  await expect(notice.locator('[data-loaded="true"], .work-trouble').first()).toBeAttached()
  return work
}

export interface StoredWork {
  readonly key: readonly [id: string, line: string, version: number]
  readonly value: unknown
}

/** Every record of the reader's code. */
export function readWorks(page: Page): Promise<StoredWork[]> {
  return page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await done(indexedDB.open(name))
    const store = db.transaction('works').objectStore('works')
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
    db.close()
    return keys.map((key, index) => ({ key: key as [string, string, number], value: values[index] as unknown }))
  }, DATABASE)
}

/** Puts records in place of all that are there. */
export function writeWorks(page: Page, works: readonly StoredWork[]): Promise<void> {
  return page.evaluate(
    async ({ name, works }) => {
      const opening = indexedDB.open(name)
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      const change = db.transaction('works', 'readwrite')
      change.objectStore('works').clear()
      for (const { key, value } of works) change.objectStore('works').put(value, [...key])
      await new Promise<void>((resolve, reject) => {
        change.oncomplete = () => resolve()
        change.onabort = () => reject(change.error)
      })
      db.close()
    },
    { name: DATABASE, works },
  )
}
