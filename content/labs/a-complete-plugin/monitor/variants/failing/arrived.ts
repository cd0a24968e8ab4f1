/** The readings that the scheduler has. Evaluated before the reader's file, which may replace how clients ask for them. */
import { Client } from 'distributed'

const { getEvents } = Client.prototype
const isList = Array.isArray

interface Reading {
  readonly task: unknown
  readonly worker: unknown
  readonly ms: unknown
}

export async function arrived(client: Client): Promise<readonly Reading[]> {
  const events = await Reflect.apply(getEvents, client, ['monitor'])
  const readings: Reading[] = []
  for (let at = 0; at < events.length; at += 1) {
    const message = events[at]?.[1]
    const list: readonly unknown[] = isList(message) ? message : [message]
    for (let index = 0; index < list.length; index += 1) readings[readings.length] = Object(list[index])
  }
  return readings
}
