/** The arrows between the rooms of the house: what each folder may import (see ARCHITECTURE.md). */

const DATA = '^content/.+[.](yaml|json)$'
const RUNTIME_CONTRACT = '^src/runtime/host[.]ts$'
const BUNDLER_CONTRACTS = '^src/bundler/(probes|bundle-types)[.]ts$'

/** A folder that may import only itself, its listed neighbours, and packages. */
function onlyImports(folder, neighbours, comment) {
  return {
    name: `${folder}-looks-down`,
    comment,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^(src|content)/', pathNot: [...[folder, ...neighbours].map((name) => `^src/${name}/`), DATA] },
  }
}

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'Two modules that import each other are one module in two files. Types alone may go in circles, and so may a package of the runtime and its parts, as in Python, where a package is loaded before them.',
      severity: 'error',
      from: { path: '^(src|scripts|tests)/', pathNot: '^src/runtime/diagnostics/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    onlyImports('trace', [], 'The trace is the vocabulary of all others: it imports nothing outside its folder.'),
    onlyImports('i18n', [], 'Interface text imports nothing outside its folder.'),
    onlyImports('runtime', [], 'The runtime is a package of its own: host.ts is its only door.'),
    {
      name: 'runtime-imports-no-package',
      comment: 'The runtime runs unchanged in Node and in the worker: it has no dependencies at all.',
      severity: 'error',
      from: { path: '^src/runtime/' },
      to: { pathNot: ['^src/runtime/', '^distributed(/|$)'] },
    },
    onlyImports('bundler', ['trace'], 'The bundler turns a disk into a program; who runs it is not its business.'),
    onlyImports('lab', ['bundler', 'runner', 'trace'], 'A lab uses the bundler, the runner and the trace.'),
    onlyImports('site', ['lab', 'bundler', 'runner', 'trace', 'i18n'], 'Build-time helpers know no component.'),
    onlyImports('components', ['site', 'lab', 'bundler', 'runner', 'trace', 'i18n'], 'Components know no page.'),
    {
      name: 'runner-looks-down',
      comment: 'The runner knows the trace, and in its worker the contracts that a program is run with.',
      severity: 'error',
      from: { path: '^src/runner/', pathNot: '^src/runner/worker/' },
      to: { path: '^src/', pathNot: '^src/(runner|trace)/' },
    },
    {
      name: 'runner-worker-looks-down',
      comment: 'The worker knows the runner, the trace, and the contracts with the bundler and the runtime.',
      severity: 'error',
      from: { path: '^src/runner/worker/' },
      to: { path: '^src/', pathNot: ['^src/(runner|trace)/', RUNTIME_CONTRACT, BUNDLER_CONTRACTS] },
    },
    {
      name: 'runner-worker-takes-only-types',
      comment: 'The runtime arrives with the program: the worker knows its types alone (`import type`).',
      severity: 'error',
      from: { path: '^src/runner/worker/' },
      to: { path: RUNTIME_CONTRACT, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-pages',
      comment: 'Pages are the top of the house.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/pages/' },
      to: { path: '^src/pages/' },
    },
    {
      name: 'content-knows-the-lab-only',
      comment: 'Goals judge a run: they know the lab and the trace, not the page.',
      severity: 'error',
      from: { path: '^content/' },
      to: { path: '^(src|tests|scripts)/', pathNot: '^src/(lab|trace|bundler)/' },
    },
    {
      name: 'sources-know-no-tests',
      comment: 'The site does not import what tests or serves it.',
      severity: 'error',
      from: { path: '^(src|content)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'browser-files-from-the-page',
      comment: 'Files named *-browser.ts need a page: only components, pages and their like import them.',
      severity: 'error',
      from: { path: '^src/(trace|i18n|runtime|bundler|runner|lab)/', pathNot: '-browser[.]ts$' },
      to: { path: '-browser[.]ts$' },
    },
    {
      name: 'no-node-in-the-browser',
      comment: 'Components and *-browser.ts files run where there is no Node.',
      severity: 'error',
      from: { path: '^src/(components/|.*-browser[.]ts$)' },
      to: { path: '-node[.]ts$' },
    },
    {
      name: 'node-modules-in-node-files',
      comment: "Node's own modules are for *-node.ts files, build plugins and build-time helpers.",
      severity: 'error',
      from: { path: '^src/', pathNot: ['-(node|plugin)[.](ts|mjs)$', '^src/(site|pages|layouts)/'] },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    // Lab files and mounted packages are data here: they resolve on the labs' own disks.
    exclude: {
      path: [
        '^content/(packages|labs/[^/]+/[^/]+/(start|solution|variants))/',
        '^dist/',
        '^[.]astro/',
        '^tests/fixtures/',
        '^tests/lessons/[^/]+/[^/]+/',
      ],
    },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
}
