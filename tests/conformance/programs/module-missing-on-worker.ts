/** distributed#8695: the workers cannot import the module of the plugin. */
import { UploadFile } from 'distributed'
import { P } from './only-here.ts'
import { tell } from './story.ts'

export const told = await tell(
  { nWorkers: 2, processes: true, withoutModules: ['only-here.ts'] },
  async ({ client, cluster, step, note }) => {
    await step(() => client.registerPlugin(new P()))
    note('scheduler.worker_plugins', [...cluster.scheduler.workerPlugins.keys()])
    await step(async () => {
      // In Python the module is pickled by value; here the workers are given it.
      await client.registerPlugin(new UploadFile('only-here.ts'))
      return client.registerPlugin(new P())
    })
    await step(async () => {
      await client.close()
      await cluster.close()
    })
  },
)
