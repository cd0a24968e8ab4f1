/** What the folds say of programs of every kind is what these programs find out about themselves, in Node and without a probe. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiskTree, PROJECT_ROOT } from '#src/bundler/bundle-types.ts'
import { startNodeBundler } from '#src/bundler/bundler-node.ts'
import { DEFAULT_LIMITS } from '#src/runner/protocol.ts'
import { startNodeRunner } from '#src/runner/runner-node.ts'
import type { ClassId, Span, TraceEvent } from '#src/trace/events.ts'
import { foldCheckGroups } from '#src/trace/model/check-groups.ts'
import { foldChecks } from '#src/trace/model/checks.ts'
import { foldClasses } from '#src/trace/model/classes.ts'
import { foldModules } from '#src/trace/model/modules.ts'
import { readFixture } from '../../support/disk-fixtures.ts'
import { runPlain } from '../../support/plain-run.ts'
import { numbersIn, readTruth, type TrueCheck, type Truth, toldIn } from '../../support/told-truth.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/xray')
const TRUTH = readFileSync(join(import.meta.dirname, '../../fixtures/xray-truth.ts'), 'utf8')

/** The first program waits for the bundler to start, and a busy machine takes its time. */
const PATIENCE = 60_000

const bundler = startNodeBundler()
const runner = startNodeRunner()
afterAll(() => {
  bundler.dispose()
  runner.dispose()
})

describe.each(readdirSync(FOLDER))('the program %s', (name) => {
  const { disk, builds } = readFixture(name, FOLDER)
  const { origins } = JSON.parse(readFileSync(join(FOLDER, name, 'fixture.json'), 'utf8'))
  let events: TraceEvent[]
  let truth: Truth
  /** Of the classes that the truth is about. */
  let places: readonly ClassId[]

  beforeAll(async () => {
    const { signal } = new AbortController()
    const [options] = builds
    if (options === undefined) throw new Error(`The fixture ${name} has no build.`)
    const files = { ...disk, [`${PROJECT_ROOT}/truth.ts`]: { kind: 'file', text: TRUTH } as const }
    const program = await bundler.bundle({ disk: files, entry: 'main.ts', options }, signal)
    if (program.kind === 'rejected') throw new Error(JSON.stringify(program.diagnostics))
    events = []
    const onEvents = (batch: readonly TraceEvent[]) => events.push(...batch)
    const outcome = await runner.run({ program, limits: { ...DEFAULT_LIMITS, time: 30_000 }, signal, onEvents })
    expect(outcome).toEqual({ kind: 'completed' })
    truth = readTruth(await runPlain(files, options))
    places = numbersIn(events)
    expect(truth.evaluated.length).toBeGreaterThan(0)
  }, PATIENCE)

  test('finds out the same of itself where nothing of ours has touched it', () => {
    expect(readTruth(toldIn(events))).toEqual(truth)
    expect(places).toHaveLength(truth.classes.length)
  })

  test('has its modules evaluated as often as they counted', () => {
    const evaluated = foldModules(events)
      .files.filter(({ file }) => file !== 'truth.ts')
      // No module of these programs runs twice under one key, so that each evaluation is an instance.
      .map(({ file, instances }) => ({ file, count: instances.length }))
    expect(evaluated.toSorted(byFile)).toEqual(counted(truth))
    const again = foldModules(events).modules.filter(({ evaluations }) => evaluations !== 1)
    expect(again).toEqual([])
  })

  test('has as many classes as it made, equal where they are ===', () => {
    const { classes, byId } = foldClasses(events)
    const own = classes.filter(({ span }) => span !== null)
    expect(own.map(({ id }) => id).toSorted(ascending)).toEqual([...new Set(places)].toSorted(ascending))
    for (const [place, { same, name: itsName, file, base }] of truth.classes.entries()) {
      const id = places[place]
      if (id === undefined) throw new Error(`The class ${itsName} was not printed.`)
      expect(places.flatMap((other, its) => (other === id ? [its] : []))).toEqual(same)
      const info = byId.get(id)
      expect(info).toMatchObject({ name: itsName, file })
      expect(sourceAt(disk, info ?? { file: null, span: null })).toMatch(/^class\b/)
      if (base === null) expect(info?.base).toBeNull()
      else if (base >= 0) expect(info?.base).toBe(places[base])
      else expect(byId.get(info?.base ?? id)?.span).toBeNull()
    }
  })

  test('has the twins that share a name and not an identity, each with its number and its reason', () => {
    const { twins, byId } = foldClasses(events)
    const ids = new Map(places.map((id, place) => [id, truth.classes[place]?.name ?? '']))
    const sizes = Map.groupBy(ids.keys(), (id) => ids.get(id) ?? '')
    for (const [shared, alike] of sizes) {
      if (shared === '' || alike.length < 2) continue
      const group = twins.find((one) => one.name === shared)
      const own = group?.classes.filter(({ span }) => span !== null).map(({ id }) => id)
      expect(own?.toSorted(ascending), shared).toEqual(alike.toSorted(ascending))
    }
    for (const { classes } of twins) {
      expect(classes.map(({ ordinal }) => ordinal)).toEqual(classes.map((_, place) => place + 1))
      for (const { id } of classes) expect(byId.get(id)?.twins).toBe(classes.length)
    }
    expect(Object.fromEntries(twins.map((group) => [group.name, group.origin.kind]))).toEqual(origins)
  })

  test('has its checks in order, each with the chain that it walked itself', () => {
    const { byId } = foldClasses(events)
    const checks = foldChecks(events).flatMap((check) => (check.kind === 'instanceof' ? [check] : []))
    const isOutside = (id: ClassId | null) => id === null || byId.get(id)?.span === null
    const known = (id: ClassId | null) => (id === null || isOutside(id) ? -1 : places.indexOf(id))
    const seen = checks.map(({ event, hops, passed }) => ({
      answer: event.reason === 'threw' ? null : passed,
      reason: event.reason,
      target: known(event.target),
      hops: hops.map((hop) => known(hop.class)),
    }))
    expect(seen).toEqual(truth.checks.map(asSeen))
    for (const { hops, event, passed } of checks) {
      const isMet = hops.map(({ met }) => met)
      expect(isMet.lastIndexOf(true)).toBe(event.reason === 'met' ? hops.length - 1 : -1)
      expect(isMet.filter(Boolean)).toHaveLength(event.reason === 'met' && passed ? 1 : 0)
    }
    const { groups, total } = foldCheckGroups(events)
    expect(total).toBe(truth.checks.length)
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(truth.checks.length)
  })

  test('is told at any step by no more than what had happened', () => {
    for (let step = 0; step <= events.length; step += 7) {
      const before = events.slice(0, step)
      expect(foldClasses(events, step)).toEqual(foldClasses(before))
      expect(foldCheckGroups(events, step).total).toBe(
        before.filter(({ kind }) => kind === 'instanceof-checked').length,
      )
    }
  })
})

/** A Symbol.hasInstance that threw is told as `threw`, as any other error of a check. */
function asSeen(check: TrueCheck): TrueCheck {
  return check.answer === null ? { ...check, reason: 'threw', hops: [] } : check
}

/** The text of a class in its source; a key stands for its file, without a suffix and behind a link. */
function sourceAt(
  files: DiskTree,
  { file, span }: { readonly file: string | null; readonly span: Span | null },
): string {
  const entry = files[`${PROJECT_ROOT}/${file}`]
  if (entry?.kind !== 'file' || span === null) throw new Error(`There is no ${file} on the disk.`)
  return entry.text.split('\n')[span.line - 1]?.slice(span.column - 1) ?? ''
}

function counted({ evaluated }: Truth) {
  return evaluated.toSorted(byFile)
}

function byFile(one: { readonly file: string }, other: { readonly file: string }): number {
  return one.file < other.file ? -1 : 1
}

function ascending(one: number, other: number): number {
  return one - other
}
