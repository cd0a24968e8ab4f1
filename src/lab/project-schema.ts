/** Reads projects and their parts where they enter from outside: content, links, stored work, imported files. */
import { z } from 'zod'
import { DEFAULT_BUILD } from '../bundler/bundle-types.ts'

// Without this, zod tries out `new Function`, which the policy of our pages forbids and reports.
z.config({ jitless: true })

/** A path below the project's folder: no way up, no empty step, nothing that an object could take for its prototype. */
export const filePath = z
  .string()
  .max(200)
  .regex(/^[\w@+.-]+(\/[\w@+.-]+)*$/, 'a path of letters, digits, ".", "-", "_", "@", "+", with "/" between folders')
  .refine((path) => !path.split('/').some((step) => step === '.' || step === '..' || step === '__proto__'), {
    message: 'a path without "." and ".." as a step',
  })

/** As `BuildOptions`, with esbuild's own defaults. */
export const buildSchema = z.strictObject({
  preserveSymlinks: z.boolean().default(DEFAULT_BUILD.preserveSymlinks),
  conditions: z.array(z.string()).default([]),
  alias: z.record(z.string(), z.string()).default({}),
  external: z.array(z.string()).default([]),
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
