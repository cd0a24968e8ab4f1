/** Puts a program of the size that the lab still has to bear into a page: 2,000 modules, 5,000 classes, 100,000 events. */
import type { Page } from '@playwright/test'

const FILES = 1_000
/** So many classes a file that its two instances make five altogether. */
const CLASSES = ['Part', 'Whole']

interface Shelf {
  readonly packages: Record<string, { readonly files: Record<string, string>; readonly links: Record<string, string> }>
}

/** The large files lie in a package of the lab, under a second path as well, so that each is evaluated twice. */
export async function serveLargePackage(page: Page): Promise<void> {
  await page.route('**/labs/packages.json', async (route) => {
    const response = await route.fetch()
    const shelf: Shelf = await response.json()
    const dask = shelf.packages.dask
    if (dask === undefined) throw new Error('The site has no package "dask". Choose another for the large program.')
    Object.assign(dask.files, largeFiles())
    Object.assign(dask.links, { twin: './large' })
    await route.fulfill({ response, json: shelf })
  })
}

/**
 * What to put in place of the lab's `main.ts`.
 *
 * @param size.turns how often each class is asked for: 2,500 checks a turn
 * @param size.tasks how many tasks a cluster computes, some twenty events each
 */
export function largeMain({ turns, tasks }: { readonly turns: number; readonly tasks: number }): string {
  return `import { Client, LocalCluster } from 'dask/distributed'
import { all } from 'dask/large/index.ts'
import { all as twins } from 'dask/twin/index.ts'

for (let turn = 0; turn < ${turns}; turn += 1) {
  for (const [index, Made] of all.entries()) {
    const value = new Made()
    value instanceof (index % 3 === 0 ? twins[index] : Made)
  }
}
for (let line = 0; line < 500; line += 1) console.log('line', line)
const numbers = Array.from({ length: ${tasks} }, (_, index) => index)
if (numbers.length > 0) {
  const client = new Client(new LocalCluster({ nWorkers: 8 }))
  await client.gather(client.map((number: number) => number + 1, [numbers]))
  await client.close()
}
`
}

/**
 * What to put in place of a lab's `main.ts` for a cluster alone: every worker has a plugin, and each task some twenty events.
 */
export function largeCluster({ workers, tasks }: { readonly workers: number; readonly tasks: number }): string {
  return `import { Client, LocalCluster, WorkerPlugin } from 'dask/distributed'

class Counter extends WorkerPlugin {
  count = 0
  transition(): void {
    this.count += 1
  }
}

const client = new Client(new LocalCluster({ nWorkers: ${workers} }))
await client.registerPlugin(new Counter())
const numbers = Array.from({ length: ${tasks} }, (_, index) => index)
const sums = await client.gather(client.map((number: number) => number + 1, [numbers]))
console.log('gathered', sums.length)
await client.close()
`
}

function largeFiles(): Record<string, string> {
  const numbers = Array.from({ length: FILES }, (_, number) => number)
  const index = [
    ...numbers.map((number) => `import * as file${number} from './file-${number}.ts'`),
    `export const all: (new () => object)[] = [${numbers.map((number) => `...file${number}.made`).join(', ')}]`,
  ]
  return {
    'large/index.ts': index.join('\n'),
    ...Object.fromEntries(numbers.map((number) => [`large/file-${number}.ts`, largeFile(number)])),
  }
}

/** A third of the files extend a class of the file before them. */
function largeFile(number: number): string {
  const isChained = number % 3 !== 0
  const names = number % 2 === 0 ? [...CLASSES, 'Extra'] : CLASSES
  return [
    ...(isChained ? [`import { Part${number - 1} } from './file-${number - 1}.ts'`] : []),
    ...names.map((name, place) => {
      const base = place === 0 ? (isChained ? ` extends Part${number - 1}` : '') : ` extends Part${number}`
      return `export class ${name}${number}${base} {\n  value = ${number}\n}`
    }),
    `export const made = [${names.map((name) => `${name}${number}`).join(', ')}]`,
  ].join('\n')
}
