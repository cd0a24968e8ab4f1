/** Reads labs and packages from the repository's folders: for the build, the command line and the tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { z } from 'zod'
import { type Lab, type LabId, type LabKit, type LabText, labConfigSchema, labTextSchema } from './lab.ts'
import type { Package, PackageShelf } from './mount.ts'
import type { Files } from './project.ts'
import { readYaml } from './read-yaml.ts'

const LABS = 'content/labs'
const PACKAGES = 'content/packages'
const RUNTIME = 'src/runtime'
/** Files of the runtime's folder that are no part of the package. */
const NOT_PACKAGED = /^(tsconfig\.json|versions\/)/

/** All labs, as `<lesson>/<lab>`, sorted. */
export function listLabs(root: string): LabId[] {
  const folders = (path: string) =>
    existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : []
  return folders(join(root, LABS))
    .flatMap((lesson) => folders(join(root, LABS, lesson.name)).map((lab): LabId => `${lesson.name}/${lab.name}`))
    .sort()
}

export function readLab(root: string, id: LabId): Lab {
  const folder = labFolder(root, id)
  const config = parseYaml(join(folder, 'lab.yaml'), labConfigSchema)
  const start = readFiles(join(folder, 'start'))
  for (const [what, name] of [
    ...config.files.map((file) => ['file', file]),
    ['entry', config.entry],
    ['focus', config.focus],
  ]) {
    if (name !== undefined && start[name] === undefined)
      throw new Error(`Lab "${id}": ${what} "${name}" is not in start/. Add it, or mend lab.yaml.`)
  }
  if (!config.prediction.options.includes(config.prediction.answer)) {
    throw new Error(
      `Lab "${id}": the prediction's answer "${config.prediction.answer}" is none of its options. Mend lab.yaml.`,
    )
  }
  return { id, config, start }
}

export function readLabKit(root: string, { id, config }: Lab): LabKit {
  const folder = labFolder(root, id)
  return {
    solution: readFiles(join(folder, 'solution')),
    variants: Object.fromEntries(
      config.variants.map((name) => {
        const files = readFiles(join(folder, 'variants', name))
        if (Object.keys(files).length === 0)
          throw new Error(`Lab "${id}": variant "${name}" has no files. Add variants/${name}/.`)
        return [name, files]
      }),
    ),
  }
}

/** @param language `en` or `zh-cn` */
export function readLabText(root: string, { id, config }: Lab, language: string): LabText {
  const text = parseLabText(root, id, language)
  for (const option of config.prediction.options) {
    if (text.prediction.options[option] === undefined)
      throw new Error(`Lab "${id}": option "${option}" has no text. Add it to text.${language}.yaml.`)
  }
  for (const goal of config.goals) {
    if (text.goals[goal] === undefined)
      throw new Error(`Lab "${id}": goal "${goal}" has no text. Add it to text.${language}.yaml.`)
  }
  return text
}

/** A lab's text as it is written, whether or not it has all that the lab needs. */
export function parseLabText(root: string, id: LabId, language: string): LabText {
  return parseYaml(join(labFolder(root, id), `text.${language}.yaml`), labTextSchema)
}

/** Every package that a lab may mount. A package names its symlinks in `package.json` under `doppelclass.links`. */
export function readPackageShelf(root: string): PackageShelf {
  const runtime = readFiles(join(root, RUNTIME))
  const names = existsSync(join(root, PACKAGES)) ? readdirSync(join(root, PACKAGES)) : []
  return {
    packages: {
      distributed: {
        files: Object.fromEntries(Object.entries(runtime).filter(([name]) => !NOT_PACKAGED.test(name))),
        links: {},
      },
      ...Object.fromEntries(names.map((name) => [name, readPackage(join(root, PACKAGES, name))])),
    },
    versions: Object.fromEntries(
      Object.entries(readFiles(join(root, RUNTIME, 'versions'))).map(([file, text]) => [
        file.replace(/\.ts$/, ''),
        text,
      ]),
    ),
  }
}

const manifestSchema = z.object({ doppelclass: z.object({ links: z.record(z.string(), z.string()) }).optional() })

function readPackage(folder: string): Package {
  const files = readFiles(folder)
  const manifest = manifestSchema.parse(JSON.parse(files['package.json'] ?? '{}'))
  return { files, links: manifest.doppelclass?.links ?? {} }
}

function labFolder(root: string, id: LabId): string {
  const folder = join(root, LABS, id)
  if (!existsSync(folder)) throw new Error(`There is no lab "${id}". Known labs: ${listLabs(root).join(', ')}.`)
  return folder
}

/** All files below a folder, by path with forward slashes, in a fixed order; none where the folder is missing. */
export function readFiles(folder: string): Files {
  if (!existsSync(folder)) return {}
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  )
}

export function parseYaml<T>(path: string, schema: z.ZodType<T>): T {
  if (!existsSync(path)) throw new Error(`${path} is missing. Add it; another lab's file shows its form.`)
  return readYaml(readFileSync(path, 'utf8'), path, schema)
}
