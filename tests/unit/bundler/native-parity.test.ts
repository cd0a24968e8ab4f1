import { readFileSync, realpathSync } from 'node:fs'
import * as native from 'esbuild'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildSettings } from '../../../src/bundler/build-settings.ts'
import { type BuildOptions, type DiskTree, PROJECT_ROOT } from '../../../src/bundler/bundle-types.ts'
import { createDisk } from '../../../src/bundler/disk.ts'
import { instrument } from '../../../src/bundler/instrument.ts'
import { instrumentPlugin } from '../../../src/bundler/instrument-plugin.ts'
import { keepImports } from '../../../src/bundler/kept-imports.ts'
import { createPrepareScript } from '../../../src/bundler/prepare-script.ts'
import { startCore, virtual } from '../../support/disk-esbuild.ts'
import { listFixtures, readFixture } from '../../support/disk-fixtures.ts'
import { createTempFolder, writeTree } from '../../support/disk-real.ts'

const projects = listFixtures().flatMap((name) =>
  readFixture(name).builds.map((options, index) => ({
    title: `${name}, build ${index + 1}`,
    disk: readFixture(name).disk,
    options,
  })),
)

describe.skipIf(process.platform === 'win32')('a virtual project beside the same one in a real folder', () => {
  it.each(projects)('has the same modules and the same output: $title', async ({ disk, options }) => {
    const { tree, tsconfigRaw } = keepImports(disk)
    virtual.drive.mount(createDisk(tree))
    const plan = { entry: 'main.ts', options, tsconfigRaw }
    const inMemory = await virtual.esbuild.build(buildSettings({ root: PROJECT_ROOT, ...plan }))
    const onDisk = await native.build(buildSettings({ root: layOut(tree), ...plan }))

    expect(Object.keys(inMemory.metafile.inputs).length).toBeGreaterThan(2)
    expect(inMemory.metafile.inputs).toEqual(onDisk.metafile.inputs)
    expect(textOf(inMemory)).toBe(textOf(onDisk))
    expect(inMemory.warnings.map(({ text }) => text)).toEqual(onDisk.warnings.map(({ text }) => text))
  })

  it.each(projects)('is instrumented alike: $title', async ({ disk, options }) => {
    const core = startCore(instrument)
    onTestFinished(() => core.dispose())
    const bundle = await core.bundle({ disk, entry: 'main.ts', options })
    expect(bundle).toMatchObject({ kind: 'bundled' })
    if (bundle.kind === 'bundled') expect(bundle.code).toBe(await instrumentedNatively(disk, options))
  })
})

async function instrumentedNatively(disk: DiskTree, options: BuildOptions): Promise<string> {
  const { tree, tsconfigRaw } = keepImports(disk)
  const root = layOut(tree)
  const plugin = instrumentPlugin({
    root,
    prepare: createPrepareScript(instrument),
    files: { readFile: (path) => readFileSync(path, 'utf8'), realpath: realpathSync },
    transform: native.transform,
    onLoaded: () => undefined,
  })
  const result = await native.build({
    ...buildSettings({ root, entry: 'main.ts', options, tsconfigRaw }),
    plugins: [plugin],
  })
  return textOf(result)
}

/** Writes a project into a new real folder, and says where it is. */
function layOut(tree: DiskTree): string {
  const { path, dispose } = createTempFolder()
  onTestFinished(dispose)
  const absolute = Object.entries(tree).map(([name, entry]): [string, DiskTree[string]] => [
    name,
    entry.kind === 'symlink' && entry.target.startsWith('/') ? { ...entry, target: path + entry.target } : entry,
  ])
  writeTree(Object.fromEntries(absolute), path)
  return path + PROJECT_ROOT
}

function textOf({
  outputFiles,
}: {
  readonly outputFiles: readonly { readonly path: string; readonly text: string }[]
}): string {
  return outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? ''
}
