/** The hidden questions: two tables, and for each of them what belongs there and every kind of stranger. */
import { NannyPlugin, SchedulerPlugin, WorkerPlugin } from './distributed/plugin.ts'
import { SchedulerPlugin as DeepScheduler, WorkerPlugin as DeepWorker } from './distributed/plugin.ts?via=dask'
import { WorkerPlugin as Gadget } from './gadgets/plugin.ts'
import { Gear as Lookalike, Toothed } from './look/alike.ts'
import type { AnyClass } from './origins.ts'
import { Gear as EarlyGear, Wheel as EarlyWheel, Spring } from './press/gear.ts'
import { Gear, Wheel } from './press/gear.ts?copy=2'
import { Gear as ThirdGear } from './press/gear.ts?copy=3'

export type Kind = 'good' | 'direct' | 'indirect' | 'class' | 'duck' | 'namesake' | 'other'

export interface Case {
  /** As it would be written. */
  readonly about: string
  readonly kind: Kind
  readonly table: readonly AnyClass[]
  readonly value: unknown
  /** The modules that made the twin and the class in the table; empty where there is no twin. */
  readonly yours: string
  readonly theirs: string
  /** Cases that differ in names alone share it; empty for others. */
  readonly pair: string
}

const dask: readonly AnyClass[] = [SchedulerPlugin, NannyPlugin, WorkerPlugin]
const press: readonly AnyClass[] = [Wheel, Gear]

const DEEP = { yours: 'distributed/plugin.ts?via=dask', theirs: 'distributed/plugin.ts' }
const EARLY = { yours: 'press/gear.ts', theirs: 'press/gear.ts?copy=2' }
const THIRD = { yours: 'press/gear.ts?copy=3', theirs: 'press/gear.ts?copy=2' }

class Meter extends WorkerPlugin {}
class Clock extends Meter {}
class Lathe extends Gear {}
/** Called like a base, and inherits from it. */
const Homonym = { Wheel: class Wheel extends Lathe {} }.Wheel

class Probe extends DeepWorker {}
class Gauge extends DeepWorker {
  watch() {}
}
class Planner extends DeepScheduler {}
class Inner extends Probe {}
class Innermost extends Inner {}
class Cog extends EarlyGear {}
class Rotor extends EarlyWheel {}
class Ratchet extends Cog {}
class Pinion extends ThirdGear {}
class Spindle extends Pinion {}
/** Called like a base, made here, and below it all the same there is a twin. */
const Masked = { Gear: class Gear extends EarlyGear {} }.Gear
class Veiled extends Masked {}

class Valve {
  setup() {}
}
class Piston {
  teardown() {}
}
class Sawtooth extends Toothed {}
class Coil extends Spring {}
class Widget extends Gadget {}
class Trinket extends Gadget {
  shine() {}
}
class Imitation extends Lookalike {}
/** Of this one no module has told. */
const Untold = { Wheel: class Wheel {} }.Wheel
class Tyre extends Untold {}

export const cases: readonly Case[] = [
  ask('new Meter()', 'good', dask, new Meter()),
  ask('new Clock()', 'good', dask, new Clock()),
  ask('new WorkerPlugin()', 'good', dask, new WorkerPlugin()),
  ask('new Lathe()', 'good', press, new Lathe()),
  ask('new Wheel()', 'good', press, new Homonym()),
  ask('new Probe()', 'direct', dask, new Probe(), { ...DEEP, pair: 'direct' }),
  ask('new Gauge()', 'direct', dask, new Gauge(), { ...DEEP, pair: 'direct' }),
  ask('new Planner()', 'direct', dask, new Planner(), DEEP),
  ask('new DeepWorker()', 'direct', dask, new DeepWorker(), DEEP),
  ask('new Cog()', 'direct', press, new Cog(), EARLY),
  ask('new Rotor()', 'direct', press, new Rotor(), EARLY),
  ask('new Pinion()', 'direct', press, new Pinion(), THIRD),
  ask('new Inner()', 'indirect', dask, new Inner(), DEEP),
  ask('new Innermost()', 'indirect', dask, new Innermost(), DEEP),
  ask('new Ratchet()', 'indirect', press, new Ratchet(), EARLY),
  ask('new Spindle()', 'indirect', press, new Spindle(), THIRD),
  ask('new Veiled()', 'indirect', press, new Veiled(), EARLY),
  ask('Meter', 'class', dask, Meter, { pair: 'class' }),
  ask('Clock', 'class', dask, Clock, { pair: 'class' }),
  ask('Lathe', 'class', press, Lathe),
  ask('new Valve()', 'duck', dask, new Valve(), { pair: 'duck' }),
  ask('new Piston()', 'duck', dask, new Piston(), { pair: 'duck' }),
  ask('new Sawtooth()', 'duck', press, new Sawtooth()),
  ask('new Coil()', 'duck', press, new Coil()),
  ask('new Widget()', 'namesake', dask, new Widget(), { pair: 'namesake' }),
  ask('new Trinket()', 'namesake', dask, new Trinket(), { pair: 'namesake' }),
  ask('new Imitation()', 'namesake', press, new Imitation()),
  ask('new Tyre()', 'namesake', press, new Tyre()),
  ask('{ setup() {} }', 'other', dask, { setup() {} }),
  ask('Object.create(null)', 'other', dask, Object.create(null)),
  ask('null', 'other', press, null),
  ask('undefined', 'other', press, undefined),
  ask('5', 'other', dask, 5),
]

/** Whatever a message may say of one case and not of another: names, modules, files. */
export const facts: readonly string[] = [
  ...[DEEP.yours, DEEP.theirs, EARLY.yours, EARLY.theirs, THIRD.yours, 'gadgets/plugin.ts', 'look/alike.ts'],
  ...['SchedulerPlugin', 'NannyPlugin', 'WorkerPlugin', 'Gear', 'Wheel', 'Spring', 'Toothed', 'Object', 'Function'],
  ...['Meter', 'Clock', 'Lathe', 'Probe', 'Gauge', 'Planner', 'Inner', 'Innermost', 'Cog', 'Rotor', 'Ratchet'],
  ...['Pinion', 'Spindle', 'Veiled', 'Valve', 'Piston', 'Sawtooth', 'Coil', 'Widget', 'Trinket', 'Imitation', 'Tyre'],
]

function ask(
  about: string,
  kind: Kind,
  table: readonly AnyClass[],
  value: unknown,
  { yours = '', theirs = '', pair = '' }: Partial<Pick<Case, 'yours' | 'theirs' | 'pair'>> = {},
): Case {
  return { about, kind, table, value, yours, theirs, pair }
}
