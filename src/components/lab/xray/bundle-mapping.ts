/** Reads a bundle's source map. */
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping'
import type { BundleMapping } from '../../../trace/model/bundle-definitions.ts'

export function readBundleMapping(map: string): BundleMapping {
  const traced = new TraceMap(map)
  return { sources: traced.sources, mappings: decodedMappings(traced) }
}
