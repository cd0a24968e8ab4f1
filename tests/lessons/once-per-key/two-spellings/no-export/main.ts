/** Does without the monitor. */
import './monitor.ts'
