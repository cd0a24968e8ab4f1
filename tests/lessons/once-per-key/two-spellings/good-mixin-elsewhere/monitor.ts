import { monitoring } from './mixin.ts'
import { WorkerPlugin } from './plugin.ts'

export const TaskMonitor = monitoring(WorkerPlugin)
