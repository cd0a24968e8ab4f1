/** Makes a script ready for esbuild: instrumented, its source map inside, and never twice for the same text. */
import type { Instrument, InstrumentResult } from './instrument-types.ts'

export type PreparedScript =
  | { readonly kind: 'instrumented'; readonly contents: string; readonly map: string }
  | Extract<InstrumentResult, { kind: 'rejected' }>

export type PrepareScript = (source: string, module: Parameters<Instrument>[1]) => PreparedScript

/** Remembers the latest text of each module. */
export function createPrepareScript(instrument: Instrument): PrepareScript {
  const latest = new Map<string, { readonly source: string; readonly script: PreparedScript }>()
  return (source, module) => {
    const id = JSON.stringify([module.key, module.file])
    const known = latest.get(id)
    if (known?.source === source) return known.script
    const result = instrument(source, module)
    const script: PreparedScript =
      result.kind === 'rejected'
        ? result
        : { kind: 'instrumented', contents: withInlineMap(result.code, result.map, module.key), map: result.map }
    latest.set(id, { source, script })
    return script
  }
}

function withInlineMap(code: string, map: string, key: string): string {
  const { mappings, names } = JSON.parse(map) as { readonly mappings: string; readonly names: readonly string[] }
  // esbuild joins this name to the folder of the file; encoded, it survives whatever characters it has.
  const source = encodeURIComponent(key.slice(key.lastIndexOf('/') + 1))
  const json = JSON.stringify({ version: 3, sources: [source], names, mappings })
  const ascii = json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${btoa(ascii)}`
}
