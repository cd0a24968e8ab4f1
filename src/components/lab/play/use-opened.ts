/** Which project the playground has open, and what becomes of it when the address asks for another. */
import { useCallback, useEffect, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import type { Catalogue } from '../../../lab/catalogue.ts'
import type { Project } from '../../../lab/project.ts'
import { revisionOf } from '../../../lab/revision.ts'
import { createLabSession, type LabSession } from '../../../lab/session.ts'
import { unpackProject } from '../../../lab/share.ts'
import type { TemplateSource } from '../../../lab/template.ts'
import { playgroundWorkId, type WorkCopy, type WorkId } from '../../../lab/work.ts'
import { ownWork } from '../../../site/own-work-browser.ts'
import { loadWorkshop } from '../load-lab-browser.ts'
import { loadTemplate, type ShownTemplate } from './load-play-browser.ts'
import { readFragment, templateFragment } from './play-fragment.ts'
import { linkProblemText } from './problem-words.ts'

export type Origin =
  | { readonly kind: 'template'; readonly id: string }
  /** Somebody else may have written it. */
  | { readonly kind: 'link' }
  /** The reader's own, from among what is kept. */
  | { readonly kind: 'work'; readonly id: string }

export interface Opened {
  /** Counts the projects that were opened: editors and ids are made from it. */
  readonly number: number
  readonly origin: Origin
  readonly session: LabSession
  /** Under which the reader's own changes are kept: a project of a link beside all others. */
  readonly workId: WorkId
  /** What a link calls it; null for what has no name of its own. */
  readonly name: string | null
  readonly highlighted: Readonly<Record<string, string>>
}

interface Options {
  readonly first: ShownTemplate & { readonly id: string }
  readonly templates: readonly { readonly id: string }[]
  readonly catalogue: Catalogue
  readonly text: PlayStrings
}

interface Playground {
  readonly opened: Opened
  /** What was open before, untouched. */
  readonly former: Opened | null
  /** Why the address could not be opened; null where it could. */
  readonly refusal: string | null
  /** Whether what the address asks for is still on its way; undefined until the address was read. */
  readonly isOpening: boolean | undefined
  readonly openTemplate: (id: string) => void
  readonly goBack: () => void
}

export function useOpened({ first, templates, catalogue, text }: Options): Playground {
  // The latest is the open one. Former sessions stay as they were left.
  const [history, setHistory] = useState<readonly Opened[]>(() => [
    createOpened(0, { kind: 'template', id: first.id }, first),
  ])
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isOpening, setIsOpening] = useState<boolean>()

  const open = useCallback((origin: Origin, source: Source) => {
    setRefusal(null)
    setHistory((before) => {
      before.at(-1)?.session.stop()
      return [...before, createOpened(before.length, origin, source)]
    })
  }, [])

  const openTemplate = useCallback(
    async (id: string) => {
      if (!templates.some((template) => template.id === id)) return setRefusal(fill(text.noTemplate, { id }))
      try {
        open({ kind: 'template', id }, await loadTemplate(id))
      } catch (error) {
        setRefusal(fill(text.templateFailed, { message: error instanceof Error ? error.message : String(error) }))
      }
    },
    [templates, text, open],
  )

  const openWork = useCallback(
    async (id: string) => {
      const found = await findWork(id).catch(() => undefined)
      if (found === undefined) return setRefusal(fill(text.noWork, { id }))
      open({ kind: 'work', id }, { project: found.project, focus: found.project.entry, highlighted: {} })
    },
    [text, open],
  )

  useEffect(() => {
    const follow = async () => {
      const wanted = readFragment(location.hash)
      if (wanted.kind === 'template') return openTemplate(wanted.id)
      if (wanted.kind === 'work') return openWork(wanted.id)
      if (wanted.kind === 'nothing') return
      const unpacked = await unpackProject(wanted.fragment, catalogue)
      if (unpacked.kind === 'unpacked') return open({ kind: 'link' }, { ...unpacked.shared, highlighted: {} })
      setRefusal(fill(text.refusedLink, { why: linkProblemText(unpacked.problem, text) }))
    }
    const listen = async () => {
      setIsOpening(true)
      await follow().finally(() => setIsOpening(false))
    }
    void listen()
    window.addEventListener('hashchange', listen)
    return () => window.removeEventListener('hashchange', listen)
  }, [catalogue, text, open, openTemplate, openWork])

  const opened = history.at(-1)
  if (opened === undefined) throw new Error('The playground has no project open. Its history begins with one.')
  const before = history.at(-2) ?? null
  // What the page began with is nothing to go back to while the reader has not touched it.
  const former = before !== null && (before.number > 0 || isTouched(before)) ? before : null
  return {
    opened,
    former,
    refusal,
    isOpening,
    openTemplate: (id) => {
      const hash = `#${templateFragment(id)}`
      // The address names it, so that a reload opens it again; where it does already, nothing would be heard of it.
      if (location.hash === hash) void openTemplate(id)
      else location.hash = hash
    },
    goBack: () => {
      opened.session.stop()
      // The address would otherwise go on naming what is no longer shown.
      const hash = former?.origin.kind === 'template' ? `#${templateFragment(former.origin.id)}` : ''
      window.history.replaceState(null, '', location.pathname + location.search + hash)
      setRefusal(null)
      setHistory((before) => (before.length > 1 ? before.slice(0, -1) : before))
    },
  }
}

function isTouched({ session }: Opened): boolean {
  const { project, phase } = session.store.getState()
  return project !== session.start || phase.kind !== 'idle'
}

type Source = TemplateSource & Pick<Opened, 'highlighted'> & Partial<Pick<Opened, 'name'>>

function createOpened(number: number, origin: Origin, source: Source): Opened {
  const session = createLabSession({
    start: source.project,
    focus: source.focus,
    load: loadWorkshop,
    schedule: (callback) => requestAnimationFrame(callback),
  })
  return {
    number,
    origin,
    session,
    workId: workIdOf(origin, source.project),
    name: source.name ?? null,
    highlighted: source.highlighted,
  }
}

function workIdOf(origin: Origin, project: Project): WorkId {
  switch (origin.kind) {
    case 'template':
      return playgroundWorkId(origin.id)
    case 'link':
      return `playground:link-${revisionOf(project)}`
    case 'work':
      return `playground:${origin.id}`
  }
}

/** The newest state of what is kept under this name. */
async function findWork(id: string): Promise<WorkCopy | undefined> {
  const workId = `playground:${id}`
  const { copies } = await ownWork().copies(workId)
  return copies.find((copy) => copy.id === workId)
}
