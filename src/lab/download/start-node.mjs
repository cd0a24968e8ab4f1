/**
 * Runs the project in Node as the page did: lays it out in a real folder, packages and symlinks included, has esbuild
 * bundle it from there, and runs the bundle. `project.json` has the settings.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const settings = JSON.parse(readFileSync(join(here, 'project.json'), 'utf8'))
const esbuild = createRequire(import.meta.url)('esbuild')
const work = join(here, '.run')
const project = join(work, 'project')

layOut()
const bundle = join(work, 'bundle.mjs')
await build()
globalThis.__doppelclass = createProbes()
await import(pathToFileURL(bundle).href)

/** Archives lose symlinks, and npm empties `node_modules`: so the folder is made anew each time. */
function layOut() {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(project, { recursive: true })
  copyFolder(join(here, 'packages'), join(project, 'node_modules'))
  for (const [link, target] of Object.entries(settings.packageLinks)) makeLink(join('node_modules', link), target)
  copyFolder(join(here, 'files'), project)
  for (const [link, target] of Object.entries(settings.links)) makeLink(link, target)
  for (const name of readdirSync(project, { recursive: true })) keepImports(name)
  const isRooted = ['tsconfig.json', 'jsconfig.json'].some((name) => existsSync(join(project, name)))
  // Without any such file of the project's own, the settings say it for all modules at once.
  if (settings.esbuild.tsconfigRaw === undefined && !isRooted) writeConfig(join(project, 'tsconfig.json'))
}

function copyFolder(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = join(to, realName(entry.name))
    if (entry.isDirectory()) copyFolder(join(from, entry.name), target)
    else {
      mkdirSync(to, { recursive: true })
      cpSync(join(from, entry.name), target)
    }
  }
}

/** In the archive `node_modules` is called `_node_modules`, and has one `_` more where it had some already. */
function realName(name) {
  return /^_+node_modules$/.test(name) ? name.slice(1) : name
}

function makeLink(link, target) {
  const path = join(project, link)
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { recursive: true, force: true })
  // Windows lets everybody make junctions, and they lead to folders alone.
  symlinkSync(target.split('/').join(sep), path, process.platform === 'win32' ? 'junction' : undefined)
}

/** The page keeps imports that nothing uses. A tsconfig file of the project is extended, so that its paths still hold. */
function keepImports(name) {
  const [, folder, kind] = /^(?!.*node_modules)(.*?)((?:ts|js)config)\.json$/.exec(name.split(sep).join('/')) ?? []
  if (kind === undefined) return
  renameSync(join(project, name), join(project, folder, `${kind}.own.json`))
  writeConfig(join(project, name), { extends: `./${kind}.own.json` })
}

function writeConfig(path, more = {}) {
  writeFileSync(path, JSON.stringify({ ...more, compilerOptions: { verbatimModuleSyntax: true } }))
}

async function build() {
  const { outputFiles } = await esbuild.build({
    ...settings.esbuild,
    stdin: { contents: `import ${JSON.stringify(`./${settings.entry}`)}`, resolveDir: project },
    absWorkingDir: project,
    outfile: bundle,
    bundle: true,
    write: false,
    sourcemap: 'inline',
    plugins: [{ name: 'modules', setup: followModules }],
  })
  // esbuild names every class through this one function of its own: there, a class learns which module made it.
  const code = outputFiles[0].text.replace(
    /var __name = \(target, value\) => (.*);/,
    'var __name = (target, value) => __doppelclass.made($1);',
  )
  writeFileSync(bundle, code)
}

/** Says at the top of each module which one it is, and gives it the `import.meta` that it has on the page. */
function followModules({ onLoad }) {
  onLoad({ filter: /\.[cm]?[jt]sx?$/, namespace: 'file' }, async ({ path, suffix }) => {
    const key = relative(project, path).split(sep).join('/') + suffix
    // A first line for the shell can only be the first.
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF?#!.*/, '')
    const loader = { ts: 'ts', tsx: 'tsx', jsx: 'jsx' }[path.replace(/.*\.[cm]?/, '')] ?? 'js'
    const enter = `__doppelclass.enter(${JSON.stringify(key)});`
    if (!/\bimport\s*\.\s*meta\b/.test(text)) return { contents: enter + text, loader }
    const meta = `const __importMeta = __doppelclass.meta(${JSON.stringify(key)});`
    const { code } = await esbuild.transform(text, {
      loader,
      define: { 'import.meta': '__importMeta' },
      sourcemap: 'inline',
      sourcefile: path,
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    })
    return { contents: enter + meta + code, loader: 'js' }
  })
}

/** What the packages and the modules ask of whoever runs them. */
function createProbes() {
  const makers = new WeakMap()
  const metas = new Map()
  let current = null
  return {
    enter: (key) => {
      current = key
    },
    made: (created) => {
      if (!makers.has(created)) makers.set(created, current)
      return created
    },
    meta: (key) => {
      if (!metas.has(key)) metas.set(key, Object.assign(Object.create(null), { url: `file:///project/${key}` }))
      return metas.get(key)
    },
    host: {
      report: (report) => {
        if (report.kind === 'warned') console.warn(`${report.category}: ${report.message}`)
        if (report.kind === 'logged' && report.level !== 'INFO') console.error(`${report.logger}: ${report.message}`)
      },
      moduleOf: (created) => makers.get(created) ?? null,
    },
  }
}
