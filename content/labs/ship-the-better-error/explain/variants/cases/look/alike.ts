/** A namesake with the very text of the class in press/gear.ts, and a base that is called like nothing else. */
import { made } from '../origins.ts'

export class Gear {
  turn() {}
}
export class Toothed {
  turn() {}
}

made(import.meta.url, Gear, Toothed)
