/** Fetches what a lab needs to run, when it is first run: packages, hidden variants, judge, bundler and runner. */
import { startBrowserBundler } from '../../bundler/bundler-browser.ts'
import type { LabJudge } from '../../lab/goals.ts'
import type { Engine, LabBench } from '../../lab/judge.ts'
import type { Lab, LabKit } from '../../lab/lab.ts'
import type { PackageShelf } from '../../lab/mount.ts'
import { startBrowserRunner } from '../../runner/runner-browser.ts'
import { siteRoot } from '../../site/site-root-browser.ts'

/** One chunk a lab, so that no lab waits for another's. */
const judges = import.meta.glob<LabJudge>('/content/labs/*/*/goals.ts')

// Both are made once a page and shared by its labs: the bundler holds esbuild's memory, the runner a warm frame.
let engine: Engine | null = null
let shelf: Promise<PackageShelf> | null = null

export async function loadLab(lab: Lab): Promise<{ readonly engine: Engine; readonly bench: LabBench }> {
  engine ??= { bundler: startBrowserBundler(), runner: startBrowserRunner(siteUrl('runner.html')) }
  const [kit, packages, judge] = await Promise.all([
    fetchJson<LabKit>(`labs/${lab.id}.json`),
    loadShelf(),
    loadJudge(lab),
  ])
  return { engine, bench: { config: lab.config, kit, shelf: packages, judge } }
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
async function fetchJson<T>(path: string): Promise<T> {
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
