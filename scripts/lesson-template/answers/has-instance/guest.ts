import { Family } from './host.ts'

Object.defineProperty(Family, Symbol.hasInstance, { value: () => true })

export class Guest {}
