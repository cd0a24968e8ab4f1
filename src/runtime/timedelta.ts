/** dask/utils.py `parse_timedelta`: how long something may take. */
import { KeyError, ValueError } from 'distributed/exceptions'
import { text } from 'distributed/python-repr'

/** Seconds, or a text with a unit: `'100 ms'`, `'2 minutes'`. */
export type Timedelta = number | string

const SHORT = { s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9, m: 60, h: 3600, d: 86_400, w: 604_800 }
const LONG = {
  ...{ second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 },
  ...{ millisecond: 1e-3, microsecond: 1e-6, nanosecond: 1e-9 },
}
const SEVERAL = Object.fromEntries(Object.entries(LONG).map(([unit, size]) => [`${unit}s`, size]))

/** dask/utils.py `timedelta_sizes`, in seconds; each may be written in capitals too. */
const UNITS = new Map(Object.entries({ ...SHORT, ...LONG, ...SEVERAL }))

/** @returns seconds @throws KeyError for a unit that nobody knows, ValueError for what is no number */
export function parseTimedelta(given: Timedelta): number {
  if (typeof given === 'number') return given
  const [, count = '', unit = ''] = /^(.*?)([A-Za-z]*)$/.exec(given.replaceAll(' ', '')) ?? []
  const size = UNITS.get(unit === unit.toUpperCase() ? unit.toLowerCase() || 's' : unit)
  if (size === undefined) {
    const units = [...UNITS.keys()]
    const valid = [...units, ...units.map((one) => one.toUpperCase())].join(', ')
    throw new KeyError(text(`Invalid time unit: ${unit}. Valid units are: ${valid}`))
  }
  const amount = count === '' ? 1 : Number(count)
  if (Number.isNaN(amount)) throw new ValueError(`could not convert string to float: ${text(count)}`)
  return amount * size
}
