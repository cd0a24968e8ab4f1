/** Answers esbuild's file-system calls from memory: the `fs` object that Go's WebAssembly host looks for. */
import { createDisk, type Disk, type DiskStat, diskError } from './disk.ts'

/** The object to set as `fs` on the worker's scope before esbuild starts; esbuild puts two functions of its own into it. */
export interface GoFileSystem {
  readonly constants: Readonly<Record<string, number>>
  readonly open: (path: string, flags: number, mode: number, callback: Callback<number>) => void
  readonly close: (descriptor: number, callback: Callback<void>) => void
  readonly fstat: (descriptor: number, callback: Callback<GoStat>) => void
  readonly stat: (path: string, callback: Callback<GoStat>) => void
  readonly lstat: (path: string, callback: Callback<GoStat>) => void
  readonly readdir: (path: string, callback: Callback<readonly string[]>) => void
  readonly readlink: (path: string, callback: Callback<string>) => void
  readonly fsync: (descriptor: number, callback: Callback<void>) => void
  readonly write: Transfer
  read: Transfer
  writeSync: WriteSync
}

/** Shows esbuild one disk at a time. */
export interface Drive {
  readonly fs: GoFileSystem
  readonly disk: () => Disk
  /** Puts another disk in place. Not while a build runs. */
  readonly mount: (disk: Disk) => void
}

type Callback<T> = (error: Error | null, value?: T) => void
type Transfer = (
  descriptor: number,
  buffer: Uint8Array,
  offset: number,
  length: number,
  position: number | null,
  callback: Callback<number>,
) => void
type WriteSync = (descriptor: number, buffer: Uint8Array) => number

interface GoStat extends Readonly<Record<string, number | (() => boolean)>> {
  readonly isDirectory: () => boolean
}

interface OpenFile {
  readonly path: string
  readonly stat: DiskStat
  readonly bytes: Uint8Array
  position: number
}

const CONSTANTS = { O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536 }
const WRITE_FLAGS = CONSTANTS.O_WRONLY | CONSTANTS.O_RDWR | CONSTANTS.O_CREAT | CONSTANTS.O_TRUNC | CONSTANTS.O_APPEND
const FILE_TYPES = { file: 0o100644, directory: 0o040755, symlink: 0o120777 }
const STDIN = 0
const STDERR = 2

/** @param onPanic told with what the Go program wrote when it died: the calls that were pending are never answered */
export function createDrive(onPanic: (text: string) => void): Drive {
  let disk = createDisk({})
  const openFiles = new Map<number, OpenFile>()
  // The first three are the streams that esbuild talks through.
  let lastDescriptor = 2
  let readStdin: Transfer = () => {
    throw new Error('esbuild reads its input before it has said how. Start it through its own initialize().')
  }
  let writeStream: WriteSync = (_descriptor, buffer) => buffer.length
  const watchStderr = panicWatch(onPanic)

  const openFile = (call: string, descriptor: number): OpenFile => {
    const file = openFiles.get(descriptor)
    if (file === undefined) throw diskError('EBADF', call, String(descriptor))
    return file
  }

  const fs: GoFileSystem = {
    ...refusals(),
    constants: CONSTANTS,
    open: (path, flags, _mode, callback) =>
      answer(callback, () => {
        if ((flags & WRITE_FLAGS) !== 0) throw diskError('EROFS', 'open', path)
        const stat = disk.stat(path)
        const bytes = stat.kind === 'file' ? new TextEncoder().encode(disk.readFile(path)) : new Uint8Array()
        lastDescriptor += 1
        openFiles.set(lastDescriptor, { path, stat, bytes, position: 0 })
        return lastDescriptor
      }),
    close: (descriptor, callback) =>
      answer(callback, () => {
        openFile('close', descriptor)
        openFiles.delete(descriptor)
      }),
    fstat: (descriptor, callback) => answer(callback, () => goStat(openFile('fstat', descriptor).stat)),
    stat: (path, callback) => answer(callback, () => goStat(disk.stat(path))),
    lstat: (path, callback) => answer(callback, () => goStat(disk.lstat(path))),
    readdir: (path, callback) => answer(callback, () => disk.readdir(path)),
    readlink: (path, callback) => answer(callback, () => disk.readlink(path)),
    fsync: (_descriptor, callback) => callback(null),

    // esbuild assigns `read` to feed its standard input; all other descriptors stay ours.
    get read(): Transfer {
      return (descriptor, buffer, offset, length, position, callback) => {
        if (descriptor === STDIN) return readStdin(descriptor, buffer, offset, length, position, callback)
        answer(callback, () =>
          readInto(openFile('read', descriptor), buffer.subarray(offset, offset + length), position),
        )
      }
    },
    set read(own: Transfer) {
      readStdin = own
    },

    // esbuild assigns `writeSync` to receive its output; Go reports its own death there, and nowhere else.
    get writeSync(): WriteSync {
      return (descriptor, buffer) => {
        if (descriptor === STDERR) watchStderr(buffer)
        return writeStream(descriptor, buffer)
      }
    },
    set writeSync(own: WriteSync) {
      writeStream = own
    },
    write: (descriptor, buffer, offset, length, _position, callback) =>
      answer(callback, () => {
        if (descriptor > STDERR) throw diskError('EBADF', 'write', String(descriptor))
        return fs.writeSync(descriptor, buffer.subarray(offset, offset + length))
      }),
  }

  return {
    fs,
    disk: () => disk,
    mount: (next) => {
      disk = next
    },
  }
}

/** Calls back at once: nothing here has to wait, and Go does not mind. */
function answer<T>(callback: Callback<T>, compute: () => T): void {
  let value: T
  try {
    value = compute()
  } catch (error) {
    callback(error as Error)
    return
  }
  callback(null, value)
}

/** Every call that would change the disk, refused with the arguments' last one as callback. */
function refusals(): Readonly<Record<string, (...args: readonly unknown[]) => void>> {
  const writing = ['chmod', 'chown', 'fchmod', 'fchown', 'ftruncate', 'lchown', 'link', 'mkdir', 'rename', 'rmdir']
  return Object.fromEntries(
    [...writing, 'symlink', 'truncate', 'unlink', 'utimes'].map((call) => [
      call,
      (...args) => {
        const callback = args.at(-1) as Callback<void>
        callback(diskError('EROFS', call, String(args[0])))
      },
    ]),
  )
}

function readInto(file: OpenFile, target: Uint8Array, position: number | null): number {
  if (file.stat.kind === 'directory') throw diskError('EISDIR', 'read', file.path)
  const start = position ?? file.position
  const chunk = file.bytes.subarray(start, start + target.length)
  target.set(chunk)
  if (position === null) file.position += chunk.length
  return chunk.length
}

function goStat({ kind, size, inode }: DiskStat): GoStat {
  return {
    dev: 1,
    ino: inode,
    mode: FILE_TYPES[kind],
    nlink: 1,
    uid: 0,
    gid: 0,
    rdev: 0,
    size,
    blksize: 4096,
    blocks: Math.ceil(size / 512),
    // esbuild keeps what it read of a file until its time of change differs; without a time it reads the file again.
    atimeMs: 0,
    mtimeMs: 0,
    ctimeMs: 0,
    isDirectory: () => kind === 'directory',
  }
}

function panicWatch(onPanic: (text: string) => void): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder()
  let text = ''
  let told = false
  return (bytes) => {
    if (told) return
    text += decoder.decode(bytes, { stream: true })
    const line = /^(?:panic|fatal error): .*\n/m.exec(text)?.[0]
    // Only an unfinished line can still become one that matters.
    text = text.slice(text.lastIndexOf('\n') + 1)
    if (line === undefined) return
    told = true
    onPanic(line.trim())
  }
}
