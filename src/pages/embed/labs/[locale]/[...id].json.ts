/** One lab as another page shows it in a frame: its program, its texts in one language, its code highlighted. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { locales } from '../../../../i18n/locales.ts'
import { listLabs, readLab, readLabText } from '../../../../lab/content-node.ts'
import type { LabId } from '../../../../lab/lab.ts'
import { projectOf } from '../../../../lab/project.ts'
import { revisionOf } from '../../../../lab/revision.ts'
import { highlightFiles } from '../../../../site/highlight.ts'

export const getStaticPaths: GetStaticPaths = () =>
  locales.flatMap((locale) => listLabs(process.cwd()).map((id) => ({ params: { locale, id }, props: { locale, id } })))

export const GET: APIRoute<{ locale: string; id: LabId }> = async ({ props: { locale, id } }) => {
  const lab = readLab(process.cwd(), id)
  const text = readLabText(process.cwd(), lab, locale)
  return Response.json({
    lab,
    revision: revisionOf(projectOf(lab.config, lab.start)),
    text,
    highlighted: await highlightFiles(lab.start),
  })
}
