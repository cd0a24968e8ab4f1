import { describe, expect, it, vi } from 'vitest'
import { createDisk } from '../../../src/bundler/disk.ts'
import { createDrive, type Drive } from '../../../src/bundler/disk-fs.ts'

const text = '汉字 and 😀'
const bytes = new TextEncoder().encode(text)

describe('the file system that Go sees', () => {
  it('reads a file from where the last read ended, or from where it is told to', () => {
    const { fs } = mounted()
    const descriptor = call<number>((done) => fs.open('/dir/file', 0, 0, done))
    const read = (length: number, position: number | null) => {
      const buffer = new Uint8Array(20)
      const count = call<number>((done) => fs.read(descriptor, buffer, 2, length, position, done))
      return [...buffer.subarray(2, 2 + count)]
    }
    expect(read(4, null)).toEqual([...bytes.subarray(0, 4)])
    expect(read(3, 1)).toEqual([...bytes.subarray(1, 4)])
    expect(read(18, null)).toEqual([...bytes.subarray(4)])
    expect(read(18, null)).toEqual([])
  })

  it('tells files, folders and symlinks apart, and no time of change, so that esbuild reads again', () => {
    const { fs } = mounted()
    const lstat = (path: string) =>
      call<{ mode: number; mtimeMs: number; isDirectory: () => boolean }>((done) => fs.lstat(path, done as never))
    expect(lstat('/dir').isDirectory()).toBe(true)
    expect(['/dir', '/dir/file', '/link'].map((path) => lstat(path).mode & 0o170000)).toEqual([
      0o040000, 0o100000, 0o120000,
    ])
    expect(lstat('/dir/file').mtimeMs).toBe(0)
    expect(call((done) => fs.readdir('/link', done))).toEqual(['file'])
    expect(call((done) => fs.readlink('/link', done))).toBe('dir')
  })

  it('gives the codes that Go knows', () => {
    const { fs } = mounted()
    const directory = call<number>((done) => fs.open('/dir', 0, 0, done))
    const closed = call<number>((done) => fs.open('/dir/file', 0, 0, done))
    call((done) => fs.close(closed, done))
    const asks: Readonly<Record<string, Ask>> = {
      ENOENT: (done) => fs.open('/missing', 0, 0, done),
      ENOTDIR: (done) => fs.stat('/dir/file/', done),
      EINVAL: (done) => fs.readlink('/dir', done),
      EISDIR: (done) => fs.read(directory, new Uint8Array(4), 0, 4, null, done),
      EBADF: (done) => fs.fstat(closed, done),
      EROFS: (done) => fs.open('/new', 64 | 1, 0o644, done),
    }
    expect(Object.values(asks).map(codeOf)).toEqual(Object.keys(asks))
    const mkdir = Reflect.get(fs, 'mkdir') as (path: string, mode: number, done: Done) => void
    expect(codeOf((done) => mkdir('/x', 0, done))).toBe('EROFS')
    expect(codeOf((done) => fs.close(closed, done))).toBe('EBADF')
    expect(codeOf((done) => fs.write(7, bytes, 0, 1, null, done))).toBe('EBADF')
  })

  it('hands descriptor 0 and the output streams to the functions that esbuild puts in', () => {
    const { fs } = mounted()
    const stdin = vi.fn()
    const output = vi.fn(() => 3)
    fs.read = stdin
    fs.writeSync = output
    fs.read(0, new Uint8Array(4), 0, 4, null, () => undefined)
    expect(stdin).toHaveBeenCalledOnce()
    expect(call((done) => fs.write(1, bytes, 0, 3, null, done))).toBe(3)
    expect(output).toHaveBeenCalledWith(1, bytes.subarray(0, 3))
    const descriptor = call<number>((done) => fs.open('/dir/file', 0, 0, done))
    expect(call((done) => fs.read(descriptor, new Uint8Array(4), 0, 4, null, done))).toBe(4)
  })

  it('shows the disk that was mounted last', () => {
    const drive = mounted()
    drive.mount(createDisk({ '/other': { kind: 'directory' } }))
    expect(call((done) => drive.fs.readdir('/', done))).toEqual(['other'])
  })

  it('tells once when Go dies, however its words are cut, and takes no other word for it', () => {
    const onPanic = vi.fn()
    const { fs } = createDrive(onPanic)
    const write = (line: string) => fs.writeSync(2, new TextEncoder().encode(line))
    write('a warning about panic: nothing\n')
    write('pan')
    write('ic: runtime err')
    expect(onPanic).not.toHaveBeenCalled()
    write('or: index out of range\n\ngoroutine 1 [running]:\n')
    write('panic: again\n')
    expect(onPanic.mock.calls).toEqual([['panic: runtime error: index out of range']])
  })
})

type Done = (error: Error | null, value?: unknown) => void
type Ask = (done: Done) => void

function mounted(): Drive {
  const drive = createDrive(() => undefined)
  drive.mount(createDisk({ '/dir/file': { kind: 'file', text }, '/link': { kind: 'symlink', target: 'dir' } }))
  return drive
}

function call<T>(ask: Ask): T {
  let answer: unknown
  ask((error, value) => {
    if (error !== null) throw error
    answer = value
  })
  return answer as T
}

function codeOf(ask: Ask): unknown {
  let code: unknown
  ask((error) => {
    code = error === null ? 'none' : Reflect.get(error, 'code')
  })
  return code
}
