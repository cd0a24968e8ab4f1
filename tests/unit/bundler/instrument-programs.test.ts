/** Every sample program does the same with probes as without. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Span } from '../../../src/trace/events.ts'
import type { ErrorReport } from '../../../src/trace/preview.ts'
import { runPlain, runTraced } from '../../support/small-program.ts'

const PROGRAMS = new URL('../../fixtures/programs/', import.meta.url)

describe.each(readdirSync(PROGRAMS))('the program %s', (name) => {
  const source = readFileSync(new URL(name, PROGRAMS), 'utf8')
  const choices = { experimentalDecorators: source.startsWith('// experimentalDecorators') }
  const modules = { [name]: source }

  test('prints and throws with probes what it prints and throws without', async () => {
    const plain = await runPlain(modules, choices)
    const traced = await runTraced(modules, choices)
    expect(plain.lines.length > 0 || plain.thrown !== null).toBe(true)
    expect(traced.lines).toEqual(plain.lines)
    expect(withoutColumns(traced.thrown)).toEqual(withoutColumns(plain.thrown))
  })

  test('throws where its second line says', async () => {
    const { thrown } = await runTraced(modules, choices)
    const places = thrown?.frames.map(({ line, column }) => `${line}:${column}`).join(' ')
    expect(places).toBe(/^\/\/ throws at (.*)$/m.exec(source)?.[1])
  })

  test('is reported with spans that hold what they speak of', async () => {
    const { events } = await runTraced(modules, choices)
    expect(events[0]).toMatchObject({ kind: 'module-evaluated', module: name, file: name })
    for (const event of events) {
      if (event.kind === 'class-created' && event.span) expect(textAt(event.span, source)).toMatch(/^class\b[\s\S]*\}$/)
      if (event.kind === 'instanceof-checked') expect(textAt(event.span, source)).toMatch(/\binstanceof\b/)
    }
  })
})

/** esbuild keeps no column for an operator, so that a program without probes has only the operand's. */
function withoutColumns(error: ErrorReport | null): unknown {
  return error && { ...error, frames: error.frames.map(({ column: _, ...frame }) => frame) }
}

function textAt({ line, column, endLine, endColumn }: Span, source: string): string {
  const lines = source.split('\n').slice(line - 1, endLine)
  lines.push((lines.pop() ?? '').slice(0, endColumn - 1))
  return lines.join('\n').slice(column - 1)
}
