/** Reports what the hidden program would. */
import { WorkerPlugin } from './plugin.ts?v=2'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}

class Offer {
  plugin = 'new TaskMonitor()'
  isStranger = false
  answer = 'true'
}
const offer = new Offer()
console.log(offer, offer instanceof Offer)
