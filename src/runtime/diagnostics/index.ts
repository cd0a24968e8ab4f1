/** distributed/diagnostics/__init__.py: imports by absolute name, so that a second copy of this file still gives the first copy's class. */
export { SchedulerPlugin } from 'distributed/diagnostics/plugin'
