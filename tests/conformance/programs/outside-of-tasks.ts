/** Who is meant where no task runs. */
import { Client, getClient, getWorker } from 'distributed'
import { stepWith, tell } from './story.ts'

const askForWorker = (_x: number) => getWorker().name
const askForClient = (_x: number) => getClient() === Client.current()

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => getWorker())
  await step(() => getClient() === client)
  const other = await stepWith(
    step,
    () => new Client(cluster),
    (made) => getClient() === made,
  )
  await step(() => result(client.submit(askForWorker, [1], { key: 'a' })))
  await step(() => getWorker())
  await step(() => result(client.submit(askForClient, [1], { key: 'b' })))
  await step(async () => {
    await other.close()
    return getClient() === client
  })
  await step(async () => Object.values(await client.run(askForWorker, [1])))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
  await step(() => getClient())
})
