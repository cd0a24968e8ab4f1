/** A module of the program for workers that lack it, and for those to come. */
import { getWorker, UploadFile } from 'distributed'
import { P } from './only-here.ts'
import { tell } from './story.ts'

/** Whether its worker can import the module. */
const hasModule = (): boolean => getWorker().canImport(P)

export const told = await tell(
  { nWorkers: 1, processes: true, withoutModules: ['only-here.ts'] },
  async ({ client, cluster, step, result }) => {
    const look = (options = {}) => client.submit(hasModule, [], { pure: false, ...options })
    await step(() => result(look()))
    await step(() => client.registerPlugin(new UploadFile('only-here.ts')))
    await step(() => result(look()))
    await step(() => [...cluster.scheduler.workerPlugins.keys()])
    await step(() => cluster.scale(2))
    await step(() => result(look({ workers: [1] })))
    await step(async () => {
      await client.close()
      await cluster.close()
    })
  },
)
