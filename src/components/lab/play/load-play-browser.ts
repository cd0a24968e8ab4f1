/** Fetches what the playground and an embedded lab are opened with. Our own build wrote these files, so their form is trusted. */
import type { Lab, LabText } from '../../../lab/lab.ts'
import type { TemplateSource } from '../../../lab/template.ts'
import { fetchJson } from '../load-lab-browser.ts'

/** A template with the highlighted code of its files. */
export interface ShownTemplate extends TemplateSource {
  readonly highlighted: Readonly<Record<string, string>>
}

export interface EmbeddedLab {
  readonly lab: Lab
  readonly revision: string
  readonly text: LabText
  readonly highlighted: Readonly<Record<string, string>>
}

export function loadTemplate(id: string): Promise<ShownTemplate> {
  return fetchJson(`playground/templates/${id}.json`)
}

/** @param locale `en` or `zh-cn` */
export function loadEmbeddedLab(id: string, locale: string): Promise<EmbeddedLab> {
  return fetchJson(`embed/labs/${locale}/${id}.json`)
}
