/** The page's side of the worker that knows TypeScript: questions become messages, answers become promises. */
import type { Files } from '../../../../lab/project.ts'
import type { FromWorker, LabSources, LabTypes, ToWorker } from './contract.ts'

export type RemoteLabTypes = {
  readonly [Question in keyof LabTypes]: (
    ...args: Parameters<LabTypes[Question]>
  ) => Promise<ReturnType<LabTypes[Question]>>
}

/** One lab as the worker knows it. After `close`, answers that are still out never come. */
export interface OpenLab {
  readonly root: string
  readonly types: RemoteLabTypes
  readonly write: (files: Files) => void
  /** Begins anew with other sources, under the same root. */
  readonly reopen: (sources: LabSources) => void
  readonly close: () => void
}

export interface TypesClient {
  readonly open: (root: string, sources: LabSources) => OpenLab
}

interface Pending {
  readonly root: string
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** The part of a worker that is needed here. */
export interface TypesWorker {
  readonly postMessage: (message: ToWorker) => void
  readonly addEventListener: (type: 'message', listener: (event: { readonly data: FromWorker }) => void) => void
}

export function createTypesClient(worker: TypesWorker): TypesClient {
  const pending = new Map<number, Pending>()
  let lastId = 0

  worker.addEventListener('message', ({ data: reply }) => {
    const question = pending.get(reply.id)
    if (question === undefined) return
    pending.delete(reply.id)
    if (reply.kind === 'answer') question.resolve(reply.value)
    else question.reject(new Error(`The types of ${question.root}: ${reply.message}`))
  })

  const ask = (root: string, question: keyof LabTypes, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      lastId += 1
      pending.set(lastId, { root, resolve, reject })
      worker.postMessage({ kind: 'ask', id: lastId, root, question, args })
    })

  return {
    open: (root, sources) => {
      worker.postMessage({ kind: 'open', root, sources })
      return {
        root,
        types: createRemote((question, args) => ask(root, question, args)),
        reopen: (changed) => worker.postMessage({ kind: 'open', root, sources: changed }),
        write: (files) => worker.postMessage({ kind: 'write', root, files }),
        close: () => {
          for (const [id, question] of pending) if (question.root === root) pending.delete(id)
          worker.postMessage({ kind: 'close', root })
        },
      }
    },
  }
}

const QUESTIONS: { readonly [Question in keyof LabTypes]: true } = {
  problems: true,
  completions: true,
  describe: true,
  hover: true,
  signatureHelp: true,
  definitions: true,
  occurrences: true,
  rename: true,
  fixes: true,
  read: true,
}

function createRemote(ask: (question: keyof LabTypes, args: readonly unknown[]) => Promise<unknown>): RemoteLabTypes {
  const questions = Object.keys(QUESTIONS) as (keyof LabTypes)[]
  // The worker answers each question with what its own `LabTypes` gives: both sides share the contract's types.
  return Object.fromEntries(
    questions.map((question) => [question, (...args: readonly unknown[]) => ask(question, args)]),
  ) as unknown as RemoteLabTypes
}
