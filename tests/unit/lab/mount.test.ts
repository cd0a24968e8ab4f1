import { describe, expect, test } from 'vitest'
import { DEFAULT_BUILD } from '#src/bundler/bundle-types.ts'
import { mountProject, type PackageShelf } from '#src/lab/mount.ts'
import type { Project } from '#src/lab/project.ts'

const shelf: PackageShelf = {
  packages: {
    distributed: { files: { 'index.ts': 'index', '_version.ts': 'newest' }, links: {} },
    dask: { files: { 'distributed.ts': 'shim' }, links: { distributed: '../distributed' } },
  },
  versions: { '2024.7.1': 'policy of 2024.7.1' },
}

const project: Project = {
  dask: '2024.7.1',
  packages: ['dask'],
  entry: 'main.ts',
  files: { 'main.ts': 'mine' },
  links: {},
  build: DEFAULT_BUILD,
}

describe('mountProject', () => {
  test("lays the reader's files beside the packages, with links as links", () => {
    expect(mountProject(project, shelf).disk).toEqual({
      '/project/main.ts': { kind: 'file', text: 'mine' },
      '/project/node_modules/distributed/index.ts': { kind: 'file', text: 'index' },
      '/project/node_modules/distributed/_version.ts': { kind: 'file', text: 'policy of 2024.7.1' },
      '/project/node_modules/dask/distributed.ts': { kind: 'file', text: 'shim' },
      '/project/node_modules/dask/distributed': { kind: 'symlink', target: '../distributed' },
    })
  })

  test("files of a variant take the place of the reader's", () => {
    const own = { ...project, files: { 'main.ts': 'mine', 'own.ts': 'kept' } }
    const { disk } = mountProject(own, shelf, { 'main.ts': 'hidden' })
    expect(disk['/project/main.ts']).toEqual({ kind: 'file', text: 'hidden' })
    expect(disk['/project/own.ts']).toEqual({ kind: 'file', text: 'kept' })
  })

  test("a reader's file takes the place of a package's, and a reader's link lies where it says", () => {
    const name = 'node_modules/distributed/index.ts'
    const own = { ...project, files: { [name]: 'own' }, links: { 'node_modules/kit': '../kit' } }
    const { disk } = mountProject(own, shelf)
    expect(disk[`/project/${name}`]).toEqual({ kind: 'file', text: 'own' })
    expect(disk['/project/node_modules/kit']).toEqual({ kind: 'symlink', target: '../kit' })
  })

  test('an unknown version names the file to add', () => {
    expect(() => mountProject({ ...project, dask: '1.0' }, shelf)).toThrow('src/runtime/versions/1.0.ts')
  })
})
