/** Reads projects and their parts where they enter from outside: content, links, stored work, imported files. */
import { z } from 'zod'
import { DEFAULT_BUILD } from '../bundler/bundle-types.ts'
import { RULES } from './fault.ts'
import { clashes, leavesProject } from './project-paths.ts'

// Without this, zod tries out `new Function`, which the policy of our pages forbids and reports.
z.config({ jitless: true })

/** How large a project from outside may be. Texts are counted in UTF-16 units. */
export const PROJECT_LIMITS = {
  files: 100,
  links: 40,
  packages: 20,
  settings: 20,
  path: 200,
  file: 100_000,
  allFiles: 300_000,
} as const

/** A path below the project's folder: no way up, no empty step, nothing that an object could take for its prototype. */
export const filePath = z
  .string()
  .max(PROJECT_LIMITS.path, RULES['long-path'])
  .regex(/^[\w@+.-]+(\/[\w@+.-]+)*$/, RULES.path)
  .refine((path) => !path.split('/').some((step) => step === '.' || step === '..' || step === '__proto__'), {
    message: RULES['path-steps'],
  })
  .refine((path) => !(path in Object.prototype), { message: RULES['path-name'] })

/** Where a symlink leads: relative, as a disk stores it. */
export const linkTarget = z
  .string()
  .max(PROJECT_LIMITS.path)
  .regex(/^[\w@+.-]+(\/[\w@+.-]+)*$/, RULES.target)

/** Words of esbuild's own command line, which knows commas and equals signs as marks. */
const condition = z
  .string()
  .max(PROJECT_LIMITS.path)
  .regex(/^[\w@:.+-]+$/, RULES.condition)
const packageName = z
  .string()
  .max(PROJECT_LIMITS.path)
  .regex(/^@?[\w-][\w.-]*(\/[\w.+-]+)*$/, RULES.package)
const aliasTarget = z
  .string()
  .max(PROJECT_LIMITS.path)
  .regex(/^[\w@./+-]+$/, RULES['alias-target'])
const externalPattern = z
  .string()
  .max(PROJECT_LIMITS.path)
  .regex(/^[\w@./:+-]*\*?[\w@./:+-]*$/, RULES.external)
  .min(1)

/** As `BuildOptions`, with esbuild's own defaults. */
export const buildSchema = z.strictObject({
  preserveSymlinks: z.boolean().default(DEFAULT_BUILD.preserveSymlinks),
  conditions: z.array(condition).max(PROJECT_LIMITS.settings).default([]),
  alias: z
    .record(packageName, aliasTarget)
    .refine((alias) => Object.keys(alias).length <= PROJECT_LIMITS.settings, { message: RULES['many-aliases'] })
    .default({}),
  external: z.array(externalPattern).max(PROJECT_LIMITS.settings).default([]),
})

/** A whole project, wherever one comes from. */
export const projectSchema = z.strictObject({
  dask: z.string(),
  packages: z.array(z.string()),
  entry: filePath,
  files: z.record(filePath, z.string()),
  links: z.record(filePath, z.string()),
  build: buildSchema,
})

/**
 * A project that anybody may have written: bounded, and such that a disk can hold it. Whether its version and its
 * packages are known is another question: the catalogue answers it.
 */
export const foreignProjectSchema = projectSchema
  .extend({
    dask: z
      .string()
      .max(20)
      .regex(/^\d+(\.\d+)*$/, RULES.version),
    packages: z.array(packageName).max(PROJECT_LIMITS.packages),
    files: z
      .record(filePath, z.string().max(PROJECT_LIMITS.file, RULES['long-file']))
      .refine((files) => Object.keys(files).length <= PROJECT_LIMITS.files, { message: RULES['many-files'] })
      .refine((files) => lengthOf(files) <= PROJECT_LIMITS.allFiles, { message: RULES['much-text'] }),
    links: z
      .record(filePath, linkTarget)
      .refine((links) => Object.keys(links).length <= PROJECT_LIMITS.links, { message: RULES['many-links'] })
      .refine((links) => !Object.entries(links).some(([link, target]) => leavesProject(link, target)), {
        message: RULES['target-inside'],
      }),
  })
  .refine(({ entry, files }) => Object.hasOwn(files, entry), { path: ['entry'], message: RULES.entry })
  .refine(({ files, links }) => clashes([...Object.keys(files), ...Object.keys(links)]).length === 0, {
    path: ['files'],
    message: RULES.clash,
  })

function lengthOf(files: Readonly<Record<string, string>>): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0)
}
