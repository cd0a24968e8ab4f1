/** Stands in for the instrumented bundle: keeps what the runtime reports, and says which module made a class. */
import type { Class, Host, Report } from '../../../src/runtime/host.ts'

export interface RecordingHost extends Host {
  readonly reports: Report[]
  /** Says that a module made a class, as the bundler's probes do. */
  readonly made: (created: Class, module: string) => void
}

function createRecordingHost(): RecordingHost {
  const reports: Report[] = []
  const modules = new Map<Class, string>()
  return {
    reports,
    report: (report) => reports.push(report),
    made: (created, module) => modules.set(created, module),
    moduleOf: (created) => modules.get(created) ?? null,
  }
}

/** Import this file before `distributed`, which looks for its host once, when it is first evaluated. */
export const recording = createRecordingHost()
Object.assign(globalThis, { __doppelclass: { host: recording } })

/** Runs a program, and gives what it alone made the runtime report. */
export async function record(program: () => Promise<void>): Promise<readonly Report[]> {
  recording.reports.length = 0
  await program()
  return [...recording.reports]
}

/** The reports of one kind. */
export function ofKind<K extends Report['kind']>(
  reports: readonly Report[],
  kind: K,
): readonly Extract<Report, { kind: K }>[] {
  return reports.filter((report): report is Extract<Report, { kind: K }> => report.kind === kind)
}
