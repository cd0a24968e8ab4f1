/** Whether paths of a project can stand beside each other, and where a symlink leads. */

/** The paths that cannot be: they are there twice, or lie inside a path that is no folder. */
export function clashes(paths: readonly string[]): readonly string[] {
  const all = new Set(paths)
  const isRepeated = (path: string, index: number) => paths.indexOf(path) !== index
  return paths.filter((path, index) => isRepeated(path, index) || foldersOf(path).some((folder) => all.has(folder)))
}

/** The folders on the way to a path, the outermost first: `a/b/c` lies in `a` and `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const steps = path.split('/')
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'))
}

/** Whether a symlink's target lies outside of the project, read step by step as it is written. */
export function leavesProject(link: string, target: string): boolean {
  if (target.startsWith('/')) return true
  let depth = foldersOf(link).length
  for (const step of target.split('/')) {
    if (step === '..') depth -= 1
    else if (step !== '.' && step !== '') depth += 1
    if (depth < 0) return true
  }
  return false
}
