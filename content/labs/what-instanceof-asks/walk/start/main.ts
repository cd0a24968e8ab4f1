/** Puts three questions to instanceof, and the same three to walk. */
import { type Walk, walk } from './walk.ts'

function makeClass() {
  return class WorkerPlugin {
    setup() {
      return 'ready'
    }
  }
}

const WorkerPlugin = makeClass()
const Namesake = makeClass()

const plugin = new WorkerPlugin()
const unmade = Object.create(WorkerPlugin.prototype)
const duck = { setup: () => 'ready' }

show(plugin instanceof Namesake, walk(plugin, Namesake))
show(unmade instanceof WorkerPlugin, walk(unmade, WorkerPlugin))
show(duck instanceof WorkerPlugin, walk(duck, WorkerPlugin))

function show(operator: boolean, { answer, chain }: Walk) {
  const names = chain.map((prototype) => prototype.constructor.name)
  console.log(`instanceof says ${operator}, walk says ${answer}`, names)
}
