/** Asks another question, and then fails. */
import { walk } from './walk.ts'

console.log(walk([], Array))
throw new Error('enough')
