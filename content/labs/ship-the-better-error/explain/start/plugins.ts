/** A good plugin, and four that Dask refuses. */
import { WorkerPlugin } from './distributed/plugin.ts'
import { WorkerPlugin as Twin } from './distributed/plugin.ts?via=dask'
import { WorkerPlugin as Gadget } from './gadgets/plugin.ts'

export class Good extends WorkerPlugin {}

export class Direct extends Twin {}
export class Indirect extends Direct {}
export class Namesake extends Gadget {}
export class Duck {
  setup() {}
}
