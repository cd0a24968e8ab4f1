/** Fetches what is needed to run, when something is first run: packages, bundler and runner, and a lab's hidden variants and judge. */
import { bundlerFiles, startBrowserBundler } from '../../bundler/bundler-browser.ts'
import type { LabJudge } from '../../lab/goals.ts'
import { type Engine, judgeGoals } from '../../lab/judge.ts'
import type { Lab, LabKit } from '../../lab/lab.ts'
import type { PackageShelf } from '../../lab/mount.ts'
import type { Workshop } from '../../lab/session.ts'
import { startBrowserRunner } from '../../runner/runner-browser.ts'
import { siteRoot } from '../../site/site-root-browser.ts'

/** One chunk a lab, so that no lab waits for another's. */
const judges = import.meta.glob<LabJudge>('/content/labs/*/*/goals.ts')

// Both are made once a page and shared by its labs: the bundler holds esbuild's memory, the runner a warm frame.
let engine: Engine | null = null
let shelf: Promise<PackageShelf> | null = null

/** For a lab: runs are judged by its goals. */
export async function loadLab(lab: Lab): Promise<Workshop> {
  const [{ engine, shelf }, kit, judge] = await Promise.all([loadWorkshop(), loadKit(lab), loadJudge(lab)])
  const bench = { config: lab.config, kit, shelf, judge }
  return { engine, shelf, judge: (options) => judgeGoals(engine, bench, options) }
}

/** Without goals. */
export async function loadWorkshop(): Promise<Workshop> {
  engine ??= { bundler: startBrowserBundler(), runner: startBrowserRunner(siteUrl('runner.html')) }
  return { engine, shelf: await loadShelf(), judge: null }
}

/** Fetches what `loadLab` will ask for, without starting anything. */
export async function fetchLab(lab: Lab): Promise<void> {
  await Promise.all([
    loadShelf(),
    loadKit(lab),
    loadJudge(lab),
    fetch(siteUrl('runner.html')),
    ...bundlerFiles.map(fetchWhole),
  ])
}

async function fetchWhole(url: string): Promise<void> {
  await (await fetch(url)).arrayBuffer()
}

export function loadKit({ id }: Pick<Lab, 'id'>): Promise<LabKit> {
  return fetchJson<LabKit>(`labs/${id}.json`)
}

export function loadShelf(): Promise<PackageShelf> {
  shelf ??= fetchJson<PackageShelf>('labs/packages.json').catch((error: unknown) => {
    shelf = null
    throw error
  })
  return shelf
}

function loadJudge(lab: Lab): Promise<LabJudge> {
  const load = judges[`/content/labs/${lab.id}/goals.ts`]
  if (load === undefined) throw new Error(`Lab "${lab.id}" has no goals.ts. Add content/labs/${lab.id}/goals.ts.`)
  return load()
}

/** Our own build wrote these files, so their form is trusted. */
export async function fetchJson<T>(path: string): Promise<T> {
  const url = siteUrl(path)
  const response = await fetch(url)
  if (!response.ok)
    throw new Error(
      `${url.href} answered ${response.status}. Reload the page; if that does not help, the site is incomplete.`,
    )
  return response.json()
}

function siteUrl(path: string): URL {
  return new URL(path, siteRoot())
}
