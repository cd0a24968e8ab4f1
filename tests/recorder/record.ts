/** Records every scenario on a real release of Dask: `npm run record -- <version> [scenario …]`. Needs Python 3 and PyPI, which no test does. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const RECORDINGS = join(ROOT, 'tests/conformance/recordings')
const ENVIRONMENTS = join(ROOT, 'node_modules/.cache/recorder')

const [version, ...scenarios] = process.argv.slice(2)
if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
  process.stderr.write('Usage: npm run record -- <version of dask, e.g. 2026.7.1> [scenario …]\n')
  process.exit(2)
}

const environment = join(ENVIRONMENTS, version)
const python = join(environment, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
if (!existsSync(python)) {
  mkdirSync(ENVIRONMENTS, { recursive: true })
  run('python3', ['-m', 'venv', environment])
  run(python, ['-m', 'pip', 'install', '--quiet', `dask==${version}`, `distributed==${version}`])
}
run(python, ['-B', '-W', 'ignore', join(import.meta.dirname, 'record.py'), RECORDINGS, ...scenarios])

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (status === 0) return
  process.stderr.write(`${command} ${args.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}.\n`)
  process.exit(1)
}
