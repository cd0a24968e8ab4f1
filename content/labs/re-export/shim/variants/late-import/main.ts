/** The deep path first and the others only afterwards, while the program runs: the order of imports changes nothing. */
const deep = await import('dask/distributed/diagnostics/plugin')
const shallow = await import('dask/distributed')
const full = await import('distributed/diagnostics/plugin')
const front = await import('distributed')

same('dask/distributed/diagnostics/plugin WorkerPlugin', deep.WorkerPlugin, front.WorkerPlugin)
same('dask/distributed WorkerPlugin', shallow.WorkerPlugin, front.WorkerPlugin)
same('distributed/diagnostics/plugin WorkerPlugin', full.WorkerPlugin, front.WorkerPlugin)

function same(what: string, found: unknown, expected: unknown) {
  if (found === undefined) throw new Error(`missing: ${what}`)
  if (found !== expected) throw new Error(`different: ${what}`)
}

export {}
