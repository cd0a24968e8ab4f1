/** Leaves setup as it is. */
import { WorkerPlugin } from './plugin.ts'

export class TaskMonitor extends WorkerPlugin {}
