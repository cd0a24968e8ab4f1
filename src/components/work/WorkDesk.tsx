/** The page of the reader's own work: what is kept in this browser, and how to take it along, bring it back or delete it. */
import { useEffect, useRef, useState } from 'react'
import { fill } from '../../i18n/fill.ts'
import type { YourWorkStrings } from '../../i18n/your-work.en.ts'
import { arrangeShelf, type LabFacts } from '../../lab/work-shelf.ts'
import { type Everything, troubleOf } from '../../lab/work-storage.ts'
import type { WorkWatch } from '../../lab/work-watch.ts'
import { AsideList } from './AsideList.tsx'
import { DeleteAll } from './DeleteAll.tsx'
import { WorkTable } from './WorkTable.tsx'
import * as desk from './work-desk-browser.ts'
import { importWords } from './work-words.ts'

interface WorkDeskProps {
  readonly strings: YourWorkStrings
  /** By `<lesson>/<lab>`. */
  readonly labs: Readonly<Record<string, LabFacts>>
  /** What projects of the playground are called before their reader calls them something, by their ids. */
  readonly projects: Readonly<Record<string, string>>
}

/** What was done last, and what brings it back where that can be. */
interface Said {
  readonly text: string
  readonly isBad: boolean
  readonly undo: Everything | null
}

export function WorkDesk({ strings, labs, projects }: WorkDeskProps) {
  const [everything, setEverything] = useState<Everything | null>(null)
  /** Why nothing, or nothing newer, can be shown. */
  const [trouble, setTrouble] = useState<string | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const watch = useRef<WorkWatch>(null)
  const picker = useRef<HTMLInputElement>(null)
  const place = useRef<HTMLDivElement>(null)

  const say = (text: string, undo: Everything | null = null, isBad = false) => setSaid({ text, undo, isBad })
  useEffect(() => {
    const watching = desk.watchOwnWork({
      onFound: (found) => {
        setEverything(found)
        setTrouble(null)
      },
      onRefused: (error) => setTrouble(fill(strings.triedAgain, { trouble: refusalWords(error, strings) })),
    })
    watch.current = watching
    return watching.stop
  }, [strings])

  /** Does something to what is kept, shows what is kept then, and says what was done where the reader's place is. */
  const act = async (change: () => Promise<void>) => {
    try {
      await change()
      await watch.current?.look()
    } catch (error) {
      say(refusalWords(error, strings), null, true)
    }
    place.current?.focus()
  }

  const importFrom = (file: File) =>
    act(async () => {
      const imported = await desk.importFile(file)
      say(importWords(imported, file.name, strings), null, imported.kind === 'refused')
    })
  const remove = (gone: Everything, change: () => Promise<void>) =>
    act(async () => {
      await change()
      say(strings.deleted, gone)
    })
  const undo = (gone: Everything) =>
    act(async () => {
      await desk.bringBack(gone)
      say(strings.undone)
    })

  const shelf = everything === null ? null : arrangeShelf(everything, labs)
  return (
    <div className="work-desk">
      <p className="work-tools">
        <button
          type="button"
          className="button primary"
          aria-disabled={everything === null}
          onClick={() => everything !== null && desk.download(everything, strings.fileName)}
        >
          {strings.export}
        </button>
        <button type="button" className="button" onClick={() => picker.current?.click()}>
          {strings.import}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? []
            // The same file again is a change too.
            if (file !== undefined) void importFrom(file).finally(() => Object.assign(target, { value: '' }))
          }}
        />
      </p>
      <div className="work-said" ref={place} tabIndex={-1} role="status" data-bad={said?.isBad}>
        {said !== null && <p>{said.text}</p>}
        {said?.undo && (
          <button type="button" className="button" onClick={() => said.undo && void undo(said.undo)}>
            {strings.undo}
          </button>
        )}
      </div>
      {trouble !== null && (
        <p className="work-refused" role="alert">
          {trouble}
        </p>
      )}
      {everything === null || shelf === null ? (
        trouble === null && <p>{strings.loading}</p>
      ) : (
        <>
          <h2>{strings.codeTitle}</h2>
          <WorkTable
            rows={shelf.rows}
            strings={strings}
            projects={projects}
            onShow={(copy, path) => void act(() => desk.bringForward(copy, everything.copies, path))}
            onDelete={(copy) => void remove({ copies: [copy], notes: [], aside: [] }, () => desk.deleteCopy(copy))}
          />
          <h2>{strings.restTitle}</h2>
          <p>{fill(strings.rest, { answers: shelf.answers, started: shelf.started, done: shelf.done })}</p>
          <AsideList aside={everything.aside} strings={strings} />
          <DeleteAll strings={strings} onDelete={() => void remove(everything, desk.deleteEverything)} />
        </>
      )}
    </div>
  )
}

function refusalWords(error: unknown, { refused }: YourWorkStrings): string {
  const message = error instanceof Error ? error.message : String(error)
  return fill(refused[troubleOf(error)], { message })
}
