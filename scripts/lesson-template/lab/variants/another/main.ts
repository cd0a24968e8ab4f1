/** Asks the same of a subclass. */
import { Guest } from './guest.ts'
import { Family } from './host.ts'

class Late extends Guest {}

console.log('a Late is a Family', new Late() instanceof Family)
