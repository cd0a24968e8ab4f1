import { WorkerPlugin from './plugin.ts'
