/** Reads what a storage or a file holds of a reader's own work: another version of this site may have written it, or somebody else. */
import { z } from 'zod'
import { type Fault, faultOf, RULES } from './fault.ts'
import { projectSchema } from './project-schema.ts'
import type { WorkCopy, WorkId } from './work.ts'
import type { Aside, Note } from './work-storage.ts'

/** The format of each record; a reader of a later format must read the earlier ones too. */
export const FORMAT = 1

/** No step that an object could take for its prototype, and nothing that would not fit on a line. */
const slug = '\\w[\\w.-]{0,99}'

function isWorkId(text: string): text is WorkId {
  return new RegExp(`^(lab:${slug}/${slug}@${slug}|playground:${slug})$`).test(text)
}

const workId = z.string().refine(isWorkId, { message: RULES['work-id'] })
const line = z.string().regex(new RegExp(`^${slug}$`), RULES.line)
const instant = z.int().nonnegative()

export const copyRecord = z
  .strictObject({
    format: z.literal(FORMAT),
    id: workId,
    line,
    version: z.int().positive(),
    savedAt: instant,
    name: z.string().max(200).nullable(),
    settled: z.array(z.string().max(250)).max(1000),
    project: projectSchema,
    discarded: projectSchema.nullable(),
  })
  .transform(({ format: _, ...copy }): WorkCopy => copy)

/** Records as they stand in a file of work, for its own schema. */
export const noteRecord = z
  .strictObject({
    format: z.literal(FORMAT),
    kind: z.enum(['answer', 'file', 'progress']),
    id: z.string().max(400),
    text: z.string().max(1000),
    savedAt: instant,
  })
  .transform(({ format: _, ...note }): Note => note)

/** No format: a record set aside is read by every version of this site. */
export const asideRecord = z.strictObject({
  from: z.enum(['works', 'notes']),
  kind: z.enum(['newer', 'broken']),
  reason: z.string().max(1000),
  setAsideAt: instant,
  key: z.unknown(),
  value: z.unknown(),
})

export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  /** A later version of this site wrote it. */
  | { readonly kind: 'newer'; readonly reason: string }
  /** `reason` says in English what `fault` says in no language. */
  | { readonly kind: 'broken'; readonly reason: string; readonly fault: Fault }

export function parseCopy(value: unknown): Read<WorkCopy> {
  return parseRecord(copyRecord, value)
}

export function copyToRecord(copy: WorkCopy): WorkCopy & { readonly format: number } {
  return { format: FORMAT, ...copy }
}

export function parseNote(value: unknown): Read<Note> {
  return parseRecord(noteRecord, value)
}

export function noteToRecord(note: Note): Note & { readonly format: number } {
  return { format: FORMAT, ...note }
}

/** Null where it is none. */
export function parseAside(value: unknown): Aside | null {
  return asideRecord.safeParse(value).data ?? null
}

/** What is wrong with a record that was set aside as broken. */
export function faultOfAside({ from, value }: Pick<Aside, 'from' | 'value'>): Fault {
  const read = from === 'works' ? parseCopy(value) : parseNote(value)
  return read.kind === 'broken' ? read.fault : { place: '', kind: 'key', detail: '' }
}

/** The format is looked at first: of a later one nothing else is known. */
export function parseRecord<T>(schema: z.ZodType<T>, value: unknown): Read<T> {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (typeof format === 'number' && format > FORMAT) return { kind: 'newer', reason: `format: ${format}` }
  const result = schema.safeParse(value)
  if (result.success) return { kind: 'read', value: result.data }
  return { kind: 'broken', reason: firstIssue(result.error), fault: faultOf(result.error) }
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return ''
  const place = z.core.toDotPath(issue.path)
  return (place === '' ? issue.message : `${place}: ${issue.message}`).slice(0, 300)
}
