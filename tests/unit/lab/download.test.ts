import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startNodeBundler } from '#src/bundler/bundler-node.ts'
import { readPackageShelf } from '#src/lab/content-node.ts'
import { layOutDownload } from '#src/lab/download/lay-out.ts'
import { type Engine, runProgram } from '#src/lab/judge.ts'
import type { Project } from '#src/lab/project.ts'
import { readTemplates } from '#src/lab/templates-node.ts'
import { DEFAULT_LIMITS } from '#src/runner/protocol.ts'
import { startNodeRunner } from '#src/runner/runner-node.ts'
import { formatConsole } from '../../../scripts/format-console.ts'
import { createTempFolder } from '../../support/disk-real.ts'

const root = process.cwd()
const shelf = readPackageShelf(root)
const script = readFileSync(join(root, 'src/lab/download/start-node.mjs'), 'utf8')
const templates = readTemplates(root)
const [first] = templates

let engine: Engine

beforeAll(() => {
  engine = { bundler: startNodeBundler(), runner: startNodeRunner() }
})

afterAll(() => {
  engine.bundler.dispose()
  engine.runner.dispose()
})

describe.skipIf(process.platform === 'win32')('a downloaded project prints in Node what it prints on the page', () => {
  test.each(templates)('$id', async ({ project }) => {
    const printed = await printedOnPage(project)
    expect(printed.length).toBeGreaterThan(0)
    expect(runInNode(layOut(project))).toEqual(printed)
  })

  test('with the settings that decide what a specifier means, and links of its own', async () => {
    const project = withFiles(
      {
        'main.ts':
          "import { made } from 'kit'\nimport { made as other } from './linked/index.ts'\nimport { side } from 'paths/side'\nimport { unused } from './unused.ts'\nimport './shell.ts'\nconsole.log(made === other, side, import.meta.url)",
        'unused.ts': "console.log('unused, and evaluated')\nexport const unused = 1",
        'lib/index.ts': "console.log('lib', import.meta.url)\nexport const made = {}",
        'lib/side.ts': 'export const side = 1',
        'shell.ts': '#!/usr/bin/env node\nconsole.log("for a shell too")',
        'tsconfig.json': '{ "compilerOptions": { "paths": { "paths/*": ["./lib/*"] } } }',
        'node_modules/_node_modules/x.js': '',
      },
      { links: { linked: 'lib' } },
    )
    const build = {
      preserveSymlinks: true,
      conditions: ['development'],
      alias: { kit: './lib/index.ts' },
      external: [],
    }
    const printed = await printedOnPage({ ...project, build })
    expect(printed).toContain('false 1 file:///project/main.ts')
    expect(printed).toContain('unused, and evaluated')
    expect(runInNode(layOut({ ...project, build }))).toEqual(printed)
  })

  test('with a warning that names the module of a class', async () => {
    const base = templates.find(({ id }) => id === 'impossible-error/register')?.project
    if (base === undefined) throw new Error('The first lab is gone: choose another that registers a plugin.')
    for (const dask of Object.keys(shelf.versions)) {
      const project = { ...base, dask }
      expect(runInNode(layOut(project)), dask).toEqual(await printedOnPage(project))
    }
  })
})

describe('the archive', () => {
  test('has no folder that npm would empty, and loses no name', () => {
    const files = { 'main.ts': '', 'node_modules/a/x.js': '1', '_node_modules/x.js': '2', 'a/node_modules/b.js': '3' }
    const paths = Object.keys(filesOf(withFiles(files)))
    expect(paths.filter((path) => path.split('/').includes('node_modules'))).toEqual([])
    expect(paths).toEqual(
      expect.arrayContaining(['files/_node_modules/a/x.js', 'files/__node_modules/x.js', 'files/a/_node_modules/b.js']),
    )
  })

  test('asks for the very esbuild that the page has', () => {
    const manifest = JSON.parse(filesOf(withFiles({ 'main.ts': '' }))['package.json'] ?? '')
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(manifest.dependencies).toEqual({ esbuild: own.devDependencies['esbuild-wasm'] })
  })
})

function withFiles(files: Project['files'], change: Partial<Project> = {}): Project {
  if (first === undefined) throw new Error('There is no template.')
  return { ...first.project, packages: [], links: {}, entry: 'main.ts', files, ...change }
}

function filesOf(project: Project) {
  const manifest = JSON.parse(readFileSync(join(root, 'node_modules/esbuild-wasm/package.json'), 'utf8'))
  return layOutDownload({ project, shelf, script, readme: '', esbuild: manifest.version })
}

/** Unpacked, with this repository's own esbuild in place of what `npm install` would bring. */
function layOut(project: Project): string {
  const { path, dispose } = createTempFolder()
  onTestFinished(dispose)
  for (const [name, text] of Object.entries(filesOf(project))) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'))
  return path
}

/** Lines of both streams in their order, without the places of errors, which no two engines write alike. */
function runInNode(folder: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const [, ...args] = String(scripts.start).split(' ')
  const output = openSync(join(folder, 'output.txt'), 'w')
  spawnSync(process.execPath, args, { cwd: folder, stdio: ['ignore', output, output] })
  closeSync(output)
  return toLines(readFileSync(join(folder, 'output.txt'), 'utf8'))
}

async function printedOnPage(project: Project): Promise<readonly string[]> {
  const options = { project, limits: DEFAULT_LIMITS, signal: new AbortController().signal }
  const run = await runProgram(engine, { shelf }, options)
  if (run.kind === 'rejected') throw new Error(run.diagnostics.map(({ text }) => text).join('\n'))
  const lines = formatConsole(run.trace.events).join('\n')
  const eachOnce = lines.replaceAll(/^(.*) \(× (\d+)\)$/gm, (_, line: string, count: string) =>
    Array.from({ length: Number(count) }, () => line).join('\n'),
  )
  return toLines(eachOnce.replaceAll(/^(?:warning|error|info|debug): /gm, ''))
}

/**
 * Quotes are left out: Node's console and ours set different ones about texts inside of values. So are the widths of a
 * table's columns, which go by the quotes, and its head for the keys, which each names in its own way.
 */
function toLines(text: string): readonly string[] {
  return text
    .replaceAll(/['"]/g, '')
    .replaceAll(/─+/g, '─')
    .replaceAll(/^│.*│$/gm, (row) => row.replaceAll(/ +/g, ' ').replace('(index)', '(key)'))
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
}
