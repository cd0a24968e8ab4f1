/** Asks whether a guest is one of the family. */
import { Guest } from './guest.ts'
import { Family } from './host.ts'

console.log('a Guest is a Family', new Guest() instanceof Family)
