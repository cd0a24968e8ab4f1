/** Asks the same of a stranger, once the reader's file is loaded. */
import './guest.ts'
import { Family } from './host.ts'

class Stranger {}

console.log('a Stranger is a Family', new Stranger() instanceof Family)
