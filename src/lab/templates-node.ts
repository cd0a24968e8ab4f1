/** Reads what the playground can start from out of the repository's folders. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { listLabs, parseYaml, readFiles, readLab, readLabText } from './content-node.ts'
import type { LabId } from './lab.ts'
import { projectOf } from './project.ts'
import { type Template, templateConfigSchema } from './template.ts'

const TEMPLATES = 'content/templates'
/** The one that the playground begins with, when there is nothing else. */
const FIRST_TEMPLATE = 'kept-links'

/** The templates proper, the first one first, then every lab. */
export function readTemplates(root: string): readonly Template[] {
  const names = readdirSync(join(root, TEMPLATES)).sort()
  const inOrder = [FIRST_TEMPLATE, ...names.filter((name) => name !== FIRST_TEMPLATE)]
  return [...inOrder.map((name) => readTemplate(root, name)), ...listLabs(root).map((id) => templateOf(root, id))]
}

function readTemplate(root: string, name: string): Template {
  const folder = join(root, TEMPLATES, name)
  const { title, focus, ...config } = parseYaml(join(folder, 'template.yaml'), templateConfigSchema)
  const found = readFiles(join(folder, 'files'))
  const listed = [...config.files].sort().join(', ')
  const present = Object.keys(found).sort().join(', ')
  if (listed !== present)
    throw new Error(`Template "${name}": template.yaml lists ${listed}, and files/ holds ${present}. Make them agree.`)
  const files = Object.fromEntries(config.files.map((file) => [file, found[file] ?? '']))
  return { id: name, title, project: { ...config, files }, focus: focus ?? config.entry }
}

function templateOf(root: string, id: LabId): Template {
  const lab = readLab(root, id)
  return {
    id,
    title: { en: readLabText(root, lab, 'en').title, 'zh-cn': readLabText(root, lab, 'zh-cn').title },
    project: projectOf(lab.config, lab.start),
    focus: lab.config.focus,
  }
}
