import { describe, expect, test } from 'vitest'
import { labConfigSchema } from '#src/lab/lab.ts'
import { mountProject, type PackageShelf } from '#src/lab/mount.ts'

const shelf: PackageShelf = {
  packages: {
    distributed: { files: { 'index.ts': 'index', '_version.ts': 'newest' }, links: {} },
    dask: { files: { 'distributed.ts': 'shim' }, links: { distributed: '../distributed' } },
  },
  versions: { '2024.7.1': 'policy of 2024.7.1' },
}

const config = labConfigSchema.parse({
  dask: '2024.7.1',
  packages: ['dask'],
  entry: 'main.ts',
  focus: 'main.ts',
  files: ['main.ts'],
  prediction: { options: ['a', 'b'], answer: 'a' },
  goals: ['g'],
})

describe('mountProject', () => {
  test("lays the reader's files beside the packages, with links as links", () => {
    expect(mountProject(config, shelf, { 'main.ts': 'mine' }).disk).toEqual({
      '/project/main.ts': { kind: 'file', text: 'mine' },
      '/project/node_modules/distributed/index.ts': { kind: 'file', text: 'index' },
      '/project/node_modules/distributed/_version.ts': { kind: 'file', text: 'policy of 2024.7.1' },
      '/project/node_modules/dask/distributed.ts': { kind: 'file', text: 'shim' },
      '/project/node_modules/dask/distributed': { kind: 'symlink', target: '../distributed' },
    })
  })

  test("files of a variant take the place of the reader's", () => {
    const { disk } = mountProject(config, shelf, { 'main.ts': 'mine', 'own.ts': 'kept' }, { 'main.ts': 'hidden' })
    expect(disk['/project/main.ts']).toEqual({ kind: 'file', text: 'hidden' })
    expect(disk['/project/own.ts']).toEqual({ kind: 'file', text: 'kept' })
  })

  test("a reader's file cannot take the place of a package's", () => {
    const name = 'node_modules/distributed/index.ts'
    const { disk } = mountProject(config, shelf, { [name]: 'forged' })
    expect(disk[`/project/${name}`]).toEqual({ kind: 'file', text: 'index' })
  })

  test('an unknown version names the file to add', () => {
    expect(() => mountProject({ ...config, dask: '1.0' }, shelf, {})).toThrow('src/runtime/versions/1.0.ts')
  })
})
