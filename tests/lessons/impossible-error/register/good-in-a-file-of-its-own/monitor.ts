/** Hands on what another file has made. */
export { TaskMonitor } from './task-monitor.ts'
