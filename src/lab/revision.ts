/** Tells one revision of a lab from another: work on it is kept by lab and revision. */
import { comparable, type Project } from './project.ts'

/** 16 hexadecimal digits of the project's content: FNV-1a with 64 bits. No protection against intent is needed here. */
export function revisionOf(project: Project): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(comparable(project))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
