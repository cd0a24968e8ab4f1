/** One program that the playground can start from, with its code highlighted, fetched when it is asked for. */
import type { APIRoute, GetStaticPaths } from 'astro'
import type { Template } from '../../../lab/template.ts'
import { readTemplates } from '../../../lab/templates-node.ts'
import { highlightFiles } from '../../../site/highlight.ts'

export const getStaticPaths: GetStaticPaths = () =>
  readTemplates(process.cwd()).map((template) => ({ params: { id: template.id }, props: { template } }))

export const GET: APIRoute<{ template: Template }> = async ({ props: { template } }) => {
  const { project, focus } = template
  return Response.json({ project, focus, highlighted: await highlightFiles(project.files) })
}
