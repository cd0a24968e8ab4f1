/** Built-in plugins: a module for the workers, and what they print. */
import { UploadFile } from 'distributed'
import { ForwardOutput } from 'distributed/diagnostics/plugin'
import { X } from './sent-mod.ts'
import { tell } from './story.ts'

const look = () => X

export const told = await tell({ nWorkers: 2, processes: true }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new UploadFile('sent-mod.ts')))
  await step(async () => [
    await result(client.submit(look, [], { key: 'look-0', workers: [0] })),
    await result(client.submit(look, [], { key: 'look-1', workers: [1] })),
  ])
  await step(() => client.registerPlugin(new ForwardOutput()))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
