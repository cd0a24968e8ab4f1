import { describe, expect, it, onTestFinished } from 'vitest'
import { DEFAULT_BUILD } from '../../../src/bundler/bundle-types.ts'
import { instrument } from '../../../src/bundler/instrument.ts'
import { startCore } from '../../support/disk-esbuild.ts'
import { projectDisk } from '../../support/disk-fixtures.ts'

describe('a tree that no disk could hold', () => {
  const one = { kind: 'file', text: '' } as const

  it.each([
    ['a file in a file', { '/project/a.ts': one, '/project/a.ts/b.ts': one }, ['a.ts/b.ts', 'a.ts']],
    [
      "an own file under a package's link",
      {
        '/project/node_modules/dask/distributed': { kind: 'symlink', target: '../distributed' },
        '/project/node_modules/dask/distributed/own.ts': one,
      },
      ['node_modules/dask/distributed/own.ts', 'a symlink'],
    ],
    [
      'a file in place of a package',
      { '/project/node_modules/kit': one, '/project/node_modules/kit/a.ts': one },
      ['kit'],
    ],
    ['a step up', { '/project/a/../b.ts': one }, ['a/../b.ts']],
  ] as const)('is a diagnostic that names what is misplaced: %s', async (_what, disk, names) => {
    const core = startCore(instrument)
    onTestFinished(() => core.dispose())
    const result = await core.bundle({ disk, entry: 'main.ts', options: DEFAULT_BUILD })
    if (result.kind === 'bundled') throw new Error('It was bundled.')
    expect(result.diagnostics).toHaveLength(1)
    for (const name of names) expect(result.diagnostics[0]?.text).toContain(name)
    expect(result.diagnostics[0]?.text).not.toContain('/project/')
    expect(
      await core.bundle({ disk: projectDisk({ 'main.ts': '' }), entry: 'main.ts', options: DEFAULT_BUILD }),
    ).toMatchObject({ kind: 'bundled' })
  })

  it('with links in a circle is bundled as far as nothing goes through them', async () => {
    const links = { loop: 'loop', one: 'two', two: 'one', 'node_modules/kit': 'kit' }
    const core = startCore(instrument)
    onTestFinished(() => core.dispose())
    const bundle = (text: string) =>
      core.bundle({ disk: projectDisk({ 'main.ts': text }, links), entry: 'main.ts', options: DEFAULT_BUILD })
    expect(await bundle('seen(1)')).toMatchObject({ kind: 'bundled' })
    for (const path of ['./loop/a.ts', './one', 'kit'])
      expect(await bundle(`import '${path}'`)).toMatchObject({
        kind: 'rejected',
        diagnostics: expect.arrayContaining([
          expect.objectContaining({ at: expect.objectContaining({ file: 'main.ts' }) }),
        ]),
      })
  })
})
