/** The class to mend. */
import { Family } from './host.ts'

export class Guest extends Family {}
