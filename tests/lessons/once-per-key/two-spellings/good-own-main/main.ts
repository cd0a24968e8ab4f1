/** Another program, which offers the monitor alone. */
import { TaskMonitor } from './monitor.ts'
import { accept } from './worker.ts'

console.log(accept(new TaskMonitor()) ? 'in' : 'out')
