/** Puts a whole project into the fragment of an address, and reads one back that anybody may have written. */
import { z } from 'zod'
import { type Catalogue, findLacking, type Lacking } from './catalogue.ts'
import { type Fault, faultOf } from './fault.ts'
import { deflate, fromBase64Url, inflate, toBase64Url } from './packed-text.ts'
import type { Project } from './project.ts'
import { filePath, foreignProjectSchema } from './project-schema.ts'
import { MAX_NAME } from './work.ts'

/** A project, the file that is open in it, and what its reader calls it. */
export interface Shared {
  readonly project: Project
  readonly focus: string
  /** Null where it has no name of its own. */
  readonly name: string | null
}

export type Packed =
  | { readonly kind: 'packed'; readonly fragment: string }
  | { readonly kind: 'refused'; readonly problem: Extract<ShareProblem, { kind: 'too-large' | 'invalid' }> }

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly shared: Shared }
  | { readonly kind: 'refused'; readonly problem: ShareProblem }

export type ShareProblem =
  /** Cut short, changed on the way, or never made here. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'other-version'; readonly version: string }
  | { readonly kind: 'too-large' }
  /** No project. */
  | { readonly kind: 'invalid'; readonly fault: Fault }
  | { readonly kind: 'lacking'; readonly lacking: Lacking }

/** Firefox and Chromium take far longer addresses; what people paste them into often does not. */
export const MAX_PACKED = 60_000
/** Bytes. Above what a valid project comes to, below what a page would notice. */
export const MAX_UNPACKED = 2_000_000

const VERSION = '1'
const FRAGMENT = /^v(\d{1,9})\.([\w-]+)$/
const sharedSchema = z.strictObject({
  project: foreignProjectSchema,
  focus: filePath,
  name: z.string().trim().min(1).max(MAX_NAME).nullable().default(null),
})

/** Whether a fragment, without its `#`, claims to hold a project. */
export function isSharedFragment(fragment: string): boolean {
  return /^v\d*\./.test(fragment)
}

export async function packProject(shared: Shared): Promise<Packed> {
  const result = sharedSchema.safeParse(shared)
  if (!result.success) return { kind: 'refused', problem: { kind: 'invalid', fault: faultOf(result.error) } }
  const { name, ...unnamed } = result.data
  // Without a name a link is as it was before there were any, and earlier versions of this site can read it.
  const bytes = await deflate(new TextEncoder().encode(JSON.stringify(name === null ? unnamed : { ...unnamed, name })))
  const fragment = `v${VERSION}.${toBase64Url(bytes)}`
  if (fragment.length > MAX_PACKED) return { kind: 'refused', problem: { kind: 'too-large' } }
  return { kind: 'packed', fragment }
}

/** Never throws, whatever the fragment holds, and never hands out a project that could not be laid out. */
export async function unpackProject(fragment: string, catalogue: Catalogue): Promise<Unpacked> {
  if (fragment.length > MAX_PACKED) return refuse({ kind: 'too-large' })
  const [, version, payload] = FRAGMENT.exec(fragment) ?? []
  if (version === undefined || payload === undefined) return refuse({ kind: 'damaged' })
  if (version !== VERSION) return refuse({ kind: 'other-version', version })

  const packed = fromBase64Url(payload)
  const inflated = packed === null ? { kind: 'damaged' as const } : await inflate(packed, MAX_UNPACKED)
  if (inflated.kind !== 'inflated') return refuse(inflated)
  const value = parseJson(inflated.bytes)
  if (value === undefined) return refuse({ kind: 'damaged' })

  const result = sharedSchema.safeParse(value)
  if (!result.success) return refuse({ kind: 'invalid', fault: faultOf(result.error) })
  const { project, focus, name } = result.data
  const lacking = findLacking(project, catalogue)
  if (lacking !== null) return refuse({ kind: 'lacking', lacking })
  return {
    kind: 'unpacked',
    shared: { project, focus: Object.hasOwn(project.files, focus) ? focus : project.entry, name },
  }
}

function refuse(problem: ShareProblem): Unpacked {
  return { kind: 'refused', problem }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Neither text nor JSON: the caller says that the link is damaged.
    return undefined
  }
}
