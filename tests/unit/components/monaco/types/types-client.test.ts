import { describe, expect, test } from 'vitest'
import { DEFAULT_BUILD } from '../../../../../src/bundler/bundle-types.ts'
import type { FromWorker, ToWorker } from '../../../../../src/components/lab/monaco/types/contract.ts'
import { createTypesClient } from '../../../../../src/components/lab/monaco/types/types-client.ts'

/** A worker that answers when it is told to. */
function createFakeWorker() {
  const received: ToWorker[] = []
  let listener: (event: { readonly data: FromWorker }) => void = () => undefined
  return {
    received,
    reply: (data: FromWorker) => listener({ data }),
    postMessage: (message: ToWorker) => void received.push(message),
    addEventListener: (_type: 'message', added: typeof listener) => {
      listener = added
    },
  }
}

const sources = { files: {}, packages: {}, links: {}, build: DEFAULT_BUILD }
const ids = (messages: readonly ToWorker[]) =>
  messages.flatMap((message) => (message.kind === 'ask' ? [message.id] : []))

describe('the types client', () => {
  test('each answer finds its question, in whatever order they come', async () => {
    const worker = createFakeWorker()
    const { types } = createTypesClient(worker).open('/labs/a/b', sources)
    const first = types.read('/one')
    const second = types.read('/two')
    const [one = 0, two = 0] = ids(worker.received)
    worker.reply({ kind: 'answer', id: two, value: 'second' })
    worker.reply({ kind: 'answer', id: one, value: 'first' })
    expect(await Promise.all([first, second])).toEqual(['first', 'second'])
  })

  test('a failure of the worker is told with the lab that it concerns', async () => {
    const worker = createFakeWorker()
    const asked = createTypesClient(worker).open('/labs/a/b', sources).types.hover('/main.ts', 0)
    const [id = 0] = ids(worker.received)
    worker.reply({ kind: 'failure', id, message: 'out of cheese' })
    await expect(asked).rejects.toThrow('The types of /labs/a/b: out of cheese')
  })

  test('what a closed lab had asked is left alone, another lab’s question is not', async () => {
    const worker = createFakeWorker()
    const client = createTypesClient(worker)
    const closing = client.open('/labs/a/b', sources)
    const staying = client.open('/labs/a/c', sources)
    let isSettled = false
    const settle = () => {
      isSettled = true
    }
    void closing.types.read('/x').then(settle, settle)
    const kept = staying.types.read('/x')
    const [gone = 0, still = 0] = ids(worker.received)
    closing.close()
    worker.reply({ kind: 'failure', id: gone, message: 'closed' })
    worker.reply({ kind: 'answer', id: still, value: 'text' })
    expect(await kept).toBe('text')
    expect(isSettled).toBe(false)
  })
})
