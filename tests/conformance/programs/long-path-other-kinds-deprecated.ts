/** What the deprecated door does with long-path plugins of the other kinds. */
import { InstallPlugin } from 'distributed'
import { LongInstallPlugin, LongNanny, LongScheduler } from './long-plugins.ts'
import { inc } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result, note, worker }) => {
  let touched = 0
  const touch = () => {
    touched += 1
  }
  await step(() => client.registerWorkerPlugin(new LongScheduler({ name: 'ls' })))
  note('scheduler.plugins has ls', cluster.scheduler.plugins.has('ls'))
  note('worker.plugins has ls', worker(0).plugins.has('ls'))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1' })))
  await step(() => client.registerWorkerPlugin(new LongNanny({ name: 'ln' })))
  await step(() => client.registerWorkerPlugin(new LongInstallPlugin(touch, { restartWorkers: false })))
  note('install function ran', touched > 0)
  await step(() => client.registerPlugin(new InstallPlugin(touch, { restartWorkers: false })))
  note('install function ran (canonical)', touched > 0)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
