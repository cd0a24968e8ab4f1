/** The worker that knows TypeScript: one program a lab, questions answered in the order in which they come. */
import { typescript } from 'monaco-editor/languages/features/typescript/lib/typescriptServices'
import type { FromWorker, ToWorker } from './contract.ts'
import { createLabProgram, type LabProgram } from './lab-types.ts'
import { CASE_SENSITIVE } from './language-host.ts'
import { LANGUAGE_LIBRARIES } from './language-libraries.ts'

const programs = new Map<string, LabProgram>()
const parts = { typescript, registry: typescript.createDocumentRegistry(CASE_SENSITIVE), libraries: LANGUAGE_LIBRARIES }

self.addEventListener('message', ({ data: message }: MessageEvent<ToWorker>) => {
  switch (message.kind) {
    case 'open':
      programs.get(message.root)?.dispose()
      programs.set(message.root, createLabProgram(message.root, message.sources, parts))
      return
    case 'write':
      programs.get(message.root)?.write(message.files)
      return
    case 'close':
      programs.get(message.root)?.dispose()
      programs.delete(message.root)
      return
    case 'ask':
      self.postMessage(answer(message))
  }
})

function answer({ id, root, question, args }: ToWorker & { readonly kind: 'ask' }): FromWorker {
  const program = programs.get(root)
  // The editor may close while its last questions are on their way.
  if (program === undefined) return { kind: 'failure', id, message: `The lab at ${root} is closed.` }
  try {
    // The page's `createTypesClient` is the one caller, and its types pair each question with its arguments.
    const ask = program.types[question] as (...args: readonly unknown[]) => unknown
    return { kind: 'answer', id, value: ask(...args) }
  } catch (error) {
    return { kind: 'failure', id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
