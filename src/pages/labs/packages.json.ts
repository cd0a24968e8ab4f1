/** The packages that labs mount, as one file that a page fetches at its first run. */
import type { APIRoute } from 'astro'
import { readPackageShelf } from '../../lab/content-node.ts'

export const GET: APIRoute = () => Response.json(readPackageShelf(process.cwd()))
