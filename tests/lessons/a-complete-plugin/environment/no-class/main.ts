/** Registers nothing. */
import { Nobody } from './settings.ts'

console.log(Nobody.name)
