/** What a lab keeps from its page until it is run: the solution and the hidden variants. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { listLabs, readLab, readLabKit } from '../../../lab/content-node.ts'
import type { LabId } from '../../../lab/lab.ts'

export const getStaticPaths: GetStaticPaths = () =>
  listLabs(process.cwd()).map((id) => {
    const [lesson, lab] = id.split('/')
    return { params: { lesson, lab } }
  })

export const GET: APIRoute = ({ params }) => {
  const id: LabId = `${params.lesson}/${params.lab}`
  return Response.json(readLabKit(process.cwd(), readLab(process.cwd(), id)))
}
