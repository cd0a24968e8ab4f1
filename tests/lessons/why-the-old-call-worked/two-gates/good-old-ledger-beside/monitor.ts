import { WorkerPlugin } from 'distributed'

export class TaskMonitor extends WorkerPlugin {}
