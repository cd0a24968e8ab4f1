/** Bases of another library. Spring is none of them: it only lies in the same file. */
import { made } from '../origins.ts'

export class Gear {
  turn() {}
}
export class Wheel {
  roll() {}
}
export class Spring {
  turn() {}
}

made(import.meta.url, Gear, Wheel, Spring)
