/** What a lab is: the schema of `lab.yaml` and of its texts, and the whole as it is read from `content/labs`. */
import { z } from 'zod'
import type { Files } from './project.ts'
import { buildSchema, filePath } from './project-schema.ts'

export const labConfigSchema = z.strictObject({
  /** The version of Dask that the lab's `distributed` models, e.g. `2024.7.1`. */
  dask: z.string(),
  /** Other versions that the reader may switch to. */
  versions: z.array(z.string()).default([]),
  /** Packages mounted into `node_modules`, besides `distributed`. */
  packages: z.array(z.string()).default([]),
  entry: filePath,
  /** The file that is open at first: the one to mend. */
  focus: filePath,
  /** All files of the project, in the order of their tabs. */
  files: z.array(filePath).min(1),
  /** Symlinks of the project by path, with their targets. */
  links: z.record(filePath, z.string()).default({}),
  build: buildSchema.prefault({}),
  /** The question asked before the first run; `answer` is held to what the run of `start` shows. */
  prediction: z.strictObject({ options: z.array(z.string()).min(2), answer: z.string() }),
  goals: z.array(z.string()).min(1),
  /** Hidden programs that run with the reader's files: each a folder in `variants/` whose files take the place of the project's. */
  variants: z.array(z.string()).default([]),
})

export const labTextSchema = z.strictObject({
  title: z.string(),
  prediction: z.strictObject({
    question: z.string(),
    /** Each option with the reply that it earns: why it is right, or which idea misled and which experiment shows it. */
    options: z.record(z.string(), z.strictObject({ label: z.string(), reply: z.string() })),
  }),
  goals: z.record(
    z.string(),
    z.strictObject({
      goal: z.string(),
      /** Shown when the goal is met: why that holds. */
      why: z.string(),
      /** What was seen instead, by the name of the finding; `{name}` is filled in from the finding's values. */
      unmet: z.record(z.string(), z.string()),
    }),
  ),
  /** Given one after another, on request: from a nudge to nearly the answer. */
  hints: z.array(z.string()).default([]),
})

export type LabConfig = z.output<typeof labConfigSchema>
export type LabText = z.output<typeof labTextSchema>

/** `<lesson>/<lab>`, e.g. `impossible-error/register`. */
export type LabId = `${string}/${string}`

/** What a page needs to show a lab. */
export interface Lab {
  readonly id: LabId
  readonly config: LabConfig
  readonly start: Files
}

/** What is loaded only when a lab is run. */
export interface LabKit {
  readonly solution: Files
  /** The files of each variant, by its name. */
  readonly variants: Readonly<Record<string, Files>>
}
