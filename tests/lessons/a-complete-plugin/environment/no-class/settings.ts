/** Nothing is left to register. */
import { NannyPlugin } from 'distributed'

export const Nobody = NannyPlugin
