export { TaskMonitor } from './plugins.ts'
