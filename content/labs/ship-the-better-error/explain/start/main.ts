/** Asks explain about a good plugin, its class, and four strangers. */
import { NannyPlugin, SchedulerPlugin, WorkerPlugin } from './distributed/plugin.ts'
import { explain } from './explain.ts'
import { Direct, Duck, Good, Indirect, Namesake } from './plugins.ts'

const table = [NannyPlugin, SchedulerPlugin, WorkerPlugin]

console.log('Good:', explain(new Good(), table))
console.log('Good, the class:', explain(Good, table))
console.log('Direct:', explain(new Direct(), table))
console.log('Indirect:', explain(new Indirect(), table))
console.log('Namesake:', explain(new Namesake(), table))
console.log('Duck:', explain(new Duck(), table))
