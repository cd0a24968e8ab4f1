/** Where the model differs from the recordings, and why. A line here that is no longer true fails the tests. */

export interface Deviation {
  readonly scenario: string
  /** The headings of `normalise.ts` that differ. */
  readonly where: readonly string[]
  /** All recorded versions, where absent. */
  readonly versions?: readonly string[]
  readonly why: string
}

export const DEVIATIONS: readonly Deviation[] = [
  {
    scenario: 'class-instead-of-instance',
    where: ['step 2', 'log'],
    versions: ['2024.7.1'],
    why: "Python warns of a coroutine that was never awaited, of Dask's own plugin `shuffle`; JavaScript has no such warning. And when the close of the worker fails, the scheduler there never hears of its end.",
  },
  {
    scenario: 'module-missing-on-worker',
    where: ['log'],
    why: 'In Python the module is then pickled by value. A class cannot be pickled by value here, so the workers are sent the module, with one plugin more.',
  },
  {
    scenario: 'close-teardown-raises',
    where: ['step 2'],
    versions: ['2024.7.1'],
    why: "The failing teardown leaves the thread of Dask's event loop running, and closing gives up waiting for it. Here the error itself comes out.",
  },
  {
    scenario: 'late-worker-with-several',
    where: ['step 8', 'step 10', 'log'],
    versions: ['2024.7.1'],
    why: "As above: Python warns of Dask's own plugin, and the scheduler never hears of a worker that failed to close, for which closing the cluster then waits for ever. Here the worker leaves.",
  },
  {
    scenario: 'deprecated-registrations',
    where: ['log'],
    versions: ['2024.7.1', '2025.7.0'],
    why: 'A plugin without a name is named after its class, and that of a text is `String` in JavaScript, `str` in Python.',
  },
  {
    scenario: 'install-plugin-fails',
    where: ['step 3', 'log'],
    versions: ['2025.7.0', '2026.7.1'],
    why: 'Workers in the same process answer with an error that is not packed, and Dask trips over unpacking it. Here the error itself comes out, as it does in Dask from workers that are processes.',
  },
  {
    scenario: 'same-key-other-call',
    where: ['log'],
    versions: ['2024.7.1'],
    why: 'Until 2024.10.0, Dask warns in its log of another call under a known key. The model does not compare the two calls; the first one counts here too.',
  },
  {
    scenario: 'calls-on-a-closed-client',
    where: ['step 5', ...[7, 8, 9, 10, 11, 12, 13, 14, 15].map((step) => `step ${step}`)],
    why: "Dask trips over a `None` where its scheduler was, or answers from what it remembers. Here every such call says that it comes too late, as Dask's `submit` does.",
  },
  {
    scenario: 'calls-on-a-closed-client',
    where: ['step 2', 'step 3', 'step 6'],
    versions: ['2024.7.1'],
    why: "The error quotes the whole message, packed, in Dask's own bytes.",
  },
  {
    scenario: 'closed-while-running',
    where: ['step 9'],
    versions: ['2024.7.1'],
    why: 'As above: the error quotes the message.',
  },
  {
    scenario: 'outside-of-tasks',
    where: ['step 7'],
    why: "Dask's own error cannot be pickled where it comes from `get_worker`, since its traceback holds what cannot be; so its words arrive alone. Here the error itself comes out.",
  },
  {
    scenario: 'builtins-present',
    where: ['note: built-in plugins'],
    why: 'Dask has more of them: those that install with pip or conda, upload directories, and forward records of logging.',
  },
]

/** Scenarios that have no program, and why. */
export const NOT_TOLD: Readonly<Record<string, string>> = {
  'plugin-on-several-bases': 'A class has one base in JavaScript.',
}

const ONE_BASE = 'A class has one base in JavaScript.'

/** Plugins of `_dispatch-VERSION.json` that fare otherwise, or cannot be made. */
export const DISPATCH_DEVIATIONS: Readonly<
  Record<string, { readonly methods: readonly string[]; readonly why: string }>
> = {
  ...Object.fromEntries(
    ['WS', 'SW', 'WN', 'NW', 'LongThenCanon', 'CanonThenLong'].map((name) => [name, { methods: [], why: ONE_BASE }]),
  ),
}

/** Spellings of `_identity-VERSION.json` that walk from module to module by attribute, or take a module as a value: an ES module is no attribute of another. */
export const IDENTITY_NOT_TOLD =
  /\bdiagnostics\.plugin\.WorkerPlugin$|import plugin; |import diagnostics; |import_module\('dask\.distributed'\)|^import dask\.distributed as dd; W = dd\.WorkerPlugin$/
