import { WorkerPlugin } from 'dask/distributed/diagnostics/plugin'
import * as distributed from 'distributed'

console.log(WorkerPlugin === distributed.WorkerPlugin)
