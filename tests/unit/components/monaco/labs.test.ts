import { fileURLToPath } from 'node:url'
import { typescript } from 'monaco-editor/languages/features/typescript/lib/typescriptServices'
import { describe, expect, test } from 'vitest'
import { createLabProgram } from '../../../../src/components/lab/monaco/types/lab-types.ts'
import { CASE_SENSITIVE } from '../../../../src/components/lab/monaco/types/language-host.ts'
import { LANGUAGE_LIBRARIES } from '../../../../src/components/lab/monaco/types/language-libraries.ts'
import { listLabs, readLab, readLabKit, readPackageShelf } from '../../../../src/lab/content-node.ts'
import { mountedPackages } from '../../../../src/lab/mount.ts'
import { projectOf } from '../../../../src/lab/project.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const shelf = readPackageShelf(root)
const parts = { typescript, registry: typescript.createDocumentRegistry(CASE_SENSITIVE), libraries: LANGUAGE_LIBRARIES }

/** It looks for a file of the whole name, suffix and all. */
const NO_TWIN =
  "plugins.ts: Cannot find module './distributed/plugin.ts?via=dask' or its corresponding type declarations."
/** Where TypeScript's own idea of a module is what a lesson shows, and says. */
const STATED: Readonly<Record<string, readonly string[]>> = {
  'once-per-key/two-spellings, as it starts': [
    "monitor.ts: Cannot find module './plugin.ts?v=2' or its corresponding type declarations.",
  ],
  'ship-the-better-error/explain, as it starts': [NO_TWIN],
  'ship-the-better-error/explain, solved': [NO_TWIN],
}

describe.each(listLabs(root))('the editor on the lab %s', (id) => {
  const lab = readLab(root, id)
  const packages = mountedPackages(projectOf(lab.config, lab.start), shelf)
  const states = { 'as it starts': lab.start, solved: { ...lab.start, ...readLabKit(root, lab).solution } }

  test.each(Object.entries(states))('underlines as an error only what its lesson states, %s', (state, files) => {
    const folder = `/labs/${id}`
    const program = createLabProgram(
      folder,
      { files, packages, links: lab.config.links, build: lab.config.build },
      parts,
    )
    const errors = Object.keys(files).flatMap((file) =>
      program.types
        .problems(`${folder}/${file}`)
        .flatMap(({ severity, text }) => (severity === 'error' ? [`${file}: ${text}`] : [])),
    )
    program.dispose()
    expect(errors).toEqual(STATED[`${id}, ${state}`] ?? [])
  })
})
