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

show(1, plugin instanceof Namesake, walk(plugin, Namesake))
show(2, unmade instanceof WorkerPlugin, walk(unmade, WorkerPlugin))
show(3, duck instanceof WorkerPlugin, walk(duck, WorkerPlugin))

function show(question: number, operator: boolean, { answer, chain }: Walk) {
  const names = chain.map((prototype) => `${prototype.constructor.name}.prototype`)
  console.log(`${question}. instanceof says ${operator}, walk says ${answer}`, names)
}
