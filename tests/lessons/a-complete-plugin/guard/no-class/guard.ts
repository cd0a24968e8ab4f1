/** Nothing is left to register. */
import { WorkerPlugin } from 'distributed'

export const Nobody = WorkerPlugin
