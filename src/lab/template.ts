/** What the playground can start from: a lab's program, or one of `content/templates`. */
import { z } from 'zod'
import type { Project } from './project.ts'
import { buildSchema, filePath } from './project-schema.ts'

export const templateConfigSchema = z.strictObject({
  /** In each language of the site. */
  title: z.strictObject({ en: z.string(), 'zh-cn': z.string() }),
  dask: z.string(),
  packages: z.array(z.string()).default([]),
  entry: filePath,
  /** The file that is open at first; the entry where none is given. */
  focus: filePath.optional(),
  /** All files, in the order of their tabs. */
  files: z.array(filePath).min(1),
  links: z.record(filePath, z.string()).default({}),
  build: buildSchema.prefault({}),
})

/** `<lesson>/<lab>` for the program of a lab, a plain name for any other. */
export type TemplateId = string

export interface Template {
  readonly id: TemplateId
  readonly title: Readonly<Record<'en' | 'zh-cn', string>>
  readonly project: Project
  readonly focus: string
}

/** What a page fetches of a template when it is asked for. */
export type TemplateSource = Pick<Template, 'project' | 'focus'>
